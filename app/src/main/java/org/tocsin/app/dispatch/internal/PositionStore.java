package org.tocsin.app.dispatch.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.dispatch.internal.PositionBoard.TrailPoint;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.UnitId;

/** Positions in the database: the last of each unit, and the sampled trail. */
@Repository
class PositionStore {
  private final JdbcClient jdbc;

  PositionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes the last fixes in one statement, in id order so that two nodes cannot block each other.
   */
  void last(Map<UnitId, Fix> fixes, Instant receivedAt) {
    List<TrailPoint> rows =
        fixes.entrySet().stream()
            .map(e -> new TrailPoint(e.getKey(), e.getValue()))
            .sorted(Comparator.comparing(p -> p.unit().value()))
            .toList();
    bind(
            """
            insert into dispatch.unit_position (unit_id, at, lat, lon, course, speed, received_at)
            select u, t, lat, lon, c, s, :received
            from unnest(
              cast(:units as uuid[]), cast(:ats as timestamptz[]), cast(:lats as float8[]),
              cast(:lons as float8[]), cast(:courses as float8[]), cast(:speeds as float8[])) as f(u, t, lat, lon, c, s)
            on conflict (unit_id) do update
              set at = excluded.at, lat = excluded.lat, lon = excluded.lon,
                  course = excluded.course, speed = excluded.speed,
                  received_at = excluded.received_at
              where excluded.at > dispatch.unit_position.at
            """,
            rows)
        .param("received", Timestamp.from(receivedAt))
        .update();
  }

  void trail(List<TrailPoint> points) {
    bind(
            """
            insert into dispatch.position_trail (unit_id, at, lat, lon, course, speed)
            select * from unnest(
              cast(:units as uuid[]), cast(:ats as timestamptz[]), cast(:lats as float8[]),
              cast(:lons as float8[]), cast(:courses as float8[]), cast(:speeds as float8[]))
            on conflict do nothing
            """,
            points)
        .update();
  }

  private JdbcClient.StatementSpec bind(String sql, List<TrailPoint> rows) {
    return jdbc.sql(sql)
        .param("units", rows.stream().map(p -> p.unit().value()).toArray(UUID[]::new))
        .param("ats", rows.stream().map(p -> p.fix().when().toString()).toArray(String[]::new))
        .param("lats", doubles(rows, f -> f.at().lat()))
        .param("lons", doubles(rows, f -> f.at().lon()))
        .param("courses", doubles(rows, Fix::course))
        .param("speeds", doubles(rows, Fix::speed));
  }

  private static @Nullable Double[] doubles(
      List<TrailPoint> rows, Function<Fix, @Nullable Double> field) {
    @Nullable Double[] values = new Double[rows.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = field.apply(rows.get(i).fix());
    }
    return values;
  }

  /** Reads fixes that were written since; for start and for what other nodes took. */
  void readSince(Instant received, BiConsumer<UnitId, Fix> into) {
    jdbc.sql("select * from dispatch.unit_position where received_at >= :since")
        .param("since", Timestamp.from(received))
        .query(
            row -> {
              into.accept(
                  new UnitId(Columns.uuid(row, "unit_id")),
                  new Fix(
                      new Point(row.getDouble("lat"), row.getDouble("lon")),
                      Columns.instant(row, "at"),
                      Columns.doubleOrNull(row, "speed"),
                      Columns.doubleOrNull(row, "course")));
            });
  }

  /** Deletes one chunk of the trail from before an instant. */
  int deleteTrailBefore(Instant cutoff, int atMost) {
    return jdbc.sql(
            """
            delete from dispatch.position_trail where ctid = any(array(
              select ctid from dispatch.position_trail where at < :cutoff limit :chunk))
            """)
        .param("cutoff", Timestamp.from(cutoff))
        .param("chunk", atMost)
        .update();
  }

  /** The oldest point that is kept. */
  Optional<Instant> oldestTrail() {
    // Unit by unit along the primary key: a plain minimum would read the whole trail.
    return jdbc.sql(
            """
            select min(first) from dispatch.unit u
            cross join lateral (select min(at) as first from dispatch.position_trail where unit_id = u.id) t
            """)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }
}
