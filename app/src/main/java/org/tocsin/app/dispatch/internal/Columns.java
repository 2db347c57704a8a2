package org.tocsin.app.dispatch.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Id;
import org.tocsin.kernel.Point;

/** Between columns and the types of the room. */
final class Columns {
  private Columns() {}

  static Instant instant(ResultSet row, String column) throws SQLException {
    return row.getTimestamp(column).toInstant();
  }

  static @Nullable Instant instantOrNull(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }

  static @Nullable Timestamp at(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  static UUID uuid(ResultSet row, String column) throws SQLException {
    return row.getObject(column, UUID.class);
  }

  static <T> @Nullable T idOrNull(ResultSet row, String column, Function<UUID, T> make)
      throws SQLException {
    UUID value = row.getObject(column, UUID.class);
    return value == null ? null : make.apply(value);
  }

  static @Nullable UUID value(@Nullable Id id) {
    return id == null ? null : id.value();
  }

  static UUID[] values(Collection<? extends Id> ids) {
    return ids.stream().map(Id::value).toArray(UUID[]::new);
  }

  /** The two as a set, which has one element where they are the same. */
  static <T> Set<T> both(T one, T other) {
    return one.equals(other) ? Set.of(one) : Set.of(one, other);
  }

  static @Nullable Integer integerOrNull(ResultSet row, String column) throws SQLException {
    int value = row.getInt(column);
    return row.wasNull() ? null : value;
  }

  static @Nullable Double doubleOrNull(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  static @Nullable Point pointOrNull(ResultSet row, String lat, String lon) throws SQLException {
    Double y = doubleOrNull(row, lat);
    Double x = doubleOrNull(row, lon);
    return y == null || x == null ? null : new Point(y, x);
  }
}
