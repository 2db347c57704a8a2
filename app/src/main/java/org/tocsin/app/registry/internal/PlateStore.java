package org.tocsin.app.registry.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.kernel.AddressId;
import org.tocsin.kernel.ImportId;

/** Door plates. */
@Repository
class PlateStore {
  private final JdbcClient jdbc;

  PlateStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean insert(String code, AddressId address, Instant at) {
    return jdbc.sql(
                "insert into registry.door_plate (code, address_id, state, ordered_at)"
                    + " values (:code, :address, 'ORDERED', :at) on conflict do nothing")
            .param("code", code)
            .param("address", address.value())
            .param("at", Timestamp.from(at))
            .update()
        == 1;
  }

  /** Plates that an address file names and nobody has registered are in use already. */
  void activateNew(ImportId id, Instant at) {
    jdbc.sql(
            """
            insert into registry.door_plate (code, address_id, state, activated_at)
            select distinct on (plate) plate, id, 'ACTIVATED', :at::timestamptz
            from registry.address where import_id = :import and plate <> ''
            order by plate, key
            on conflict do nothing
            """)
        .param("import", id.value())
        .param("at", Timestamp.from(at))
        .update();
  }

  Optional<Plate> find(String code) {
    return jdbc.sql("select * from registry.door_plate where code = :code")
        .param("code", code)
        .query((row, n) -> plate(row))
        .optional();
  }

  Optional<Plate> lock(String code) {
    return jdbc.sql("select * from registry.door_plate where code = :code for update")
        .param("code", code)
        .query((row, n) -> plate(row))
        .optional();
  }

  void move(String code, PlateState to, Instant at, @Nullable String replacedBy) {
    String column =
        switch (to) {
          case ORDERED -> "ordered_at";
          case MOUNTED -> "mounted_at";
          case ACTIVATED -> "activated_at";
          case REPLACED -> "replaced_at";
        };
    jdbc.sql(
            "update registry.door_plate set state = :state, %s = :at, replaced_by = :by,"
                    .formatted(column)
                + " version = version + 1 where code = :code")
        .param("state", to.name())
        .param("at", Timestamp.from(at))
        .param("by", replacedBy, java.sql.Types.VARCHAR)
        .param("code", code)
        .update();
  }

  /** How many plates have reached each step, those that went on from it included. */
  Map<PlateState, Long> counts() {
    Map<PlateState, Long> counts = new EnumMap<>(PlateState.class);
    jdbc.sql(
            "select count(ordered_at) o, count(mounted_at) m, count(activated_at) a,"
                + " count(replaced_at) r from registry.door_plate")
        .query(
            row -> {
              counts.put(PlateState.ORDERED, row.getLong("o"));
              counts.put(PlateState.MOUNTED, row.getLong("m"));
              counts.put(PlateState.ACTIVATED, row.getLong("a"));
              counts.put(PlateState.REPLACED, row.getLong("r"));
            });
    return counts;
  }

  private static Plate plate(ResultSet row) throws SQLException {
    return new Plate(
        row.getString("code"),
        new AddressId(row.getObject("address_id", UUID.class)),
        PlateState.valueOf(row.getString("state")),
        instant(row, "ordered_at"),
        instant(row, "mounted_at"),
        instant(row, "activated_at"),
        instant(row, "replaced_at"),
        row.getString("replaced_by"),
        row.getLong("version"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp at = row.getTimestamp(column);
    return at == null ? null : at.toInstant();
  }
}
