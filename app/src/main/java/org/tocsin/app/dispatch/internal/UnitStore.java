package org.tocsin.app.dispatch.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.dispatch.UnitView;
import org.tocsin.app.dispatch.Units;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.UnitId;
import tools.jackson.databind.json.JsonMapper;

/** Units in the database. */
@Repository
class UnitStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  UnitStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /**
   * Locks units in id order, so that two orders for overlapping sets never wait for each other in a
   * circle. Weak enough not to hinder foreign key checks.
   */
  List<UnitRow> lock(Collection<UnitId> ids) {
    return jdbc.sql(
            "select * from dispatch.unit where id = any(:ids) order by id for no key update")
        .param("ids", Columns.values(ids))
        .query(this::row)
        .list();
  }

  Optional<UnitRow> find(UnitId id) {
    return jdbc.sql("select * from dispatch.unit where id = :id")
        .param("id", id.value())
        .query(this::row)
        .optional();
  }

  List<UnitRow> all() {
    return jdbc.sql("select * from dispatch.unit").query(this::row).list();
  }

  List<UnitRow> find(Collection<UnitId> ids) {
    return jdbc.sql("select * from dispatch.unit where id = any(:ids)")
        .param("ids", Columns.values(ids))
        .query(this::row)
        .list();
  }

  /** The revision of every unit, for finding out what another node changed. */
  Map<UnitId, Long> revisions() {
    Map<UnitId, Long> revisions = new HashMap<>();
    jdbc.sql("select id, revision from dispatch.unit")
        .query(
            row -> {
              revisions.put(new UnitId(Columns.uuid(row, "id")), row.getLong("revision"));
            });
    return revisions;
  }

  /**
   * @throws org.springframework.dao.DuplicateKeyException if the agency has the call sign already
   */
  void insert(UnitId id, Units.Details d, @Nullable ExerciseId exercise, String by, Instant at) {
    jdbc.sql(
            """
            insert into dispatch.unit (id, call_sign, type_code, agency_id, home_lat, home_lon,
              crew, shift, exercise_id, edited_by, edited_at)
            values (:id, :callSign, :type, :agency, :lat, :lon, cast(:crew as jsonb),
              cast(:shift as jsonb), :exercise, :by, :at)
            """)
        .param("id", id.value())
        .params(details(d))
        .param("exercise", Columns.value(exercise))
        .param("by", by)
        .param("at", Columns.at(at))
        .update();
  }

  /** Writes what an editor may set; the revision is raised by {@link #touch}. */
  void edit(UnitId id, Units.Details d, String by, Instant at) {
    jdbc.sql(
            """
            update dispatch.unit set call_sign = :callSign, type_code = :type, agency_id = :agency,
              home_lat = :lat, home_lon = :lon, crew = cast(:crew as jsonb),
              shift = cast(:shift as jsonb), edited_by = :by, edited_at = :at,
              edited_revision = revision + 1
            where id = :id
            """)
        .param("id", id.value())
        .params(details(d))
        .param("by", by)
        .param("at", Columns.at(at))
        .update();
  }

  private Map<String, @Nullable Object> details(Units.Details d) {
    Map<String, @Nullable Object> values = new HashMap<>();
    values.put("callSign", d.callSign());
    values.put("type", d.typeCode());
    values.put("agency", d.agencyId().value());
    Point home = d.home();
    values.put("lat", home == null ? null : home.lat());
    values.put("lon", home == null ? null : home.lon());
    values.put("crew", json.writeValueAsString(d.crew()));
    values.put("shift", d.shift() == null ? null : json.writeValueAsString(d.shift()));
    return values;
  }

  void outOfService(UnitId id, UnitView.@Nullable OutOfService out) {
    jdbc.sql(
            """
            update dispatch.unit set out_reason = :reason, out_since = :since, out_until = :until
            where id = :id
            """)
        .param("id", id.value())
        .param("reason", out == null ? null : out.reason())
        .param("since", out == null ? null : Columns.at(out.since()))
        .param("until", out == null ? null : Columns.at(out.until()))
        .update();
  }

  void home(UnitId id, Point home) {
    jdbc.sql("update dispatch.unit set home_lat = :lat, home_lon = :lon where id = :id")
        .param("id", id.value())
        .param("lat", home.lat())
        .param("lon", home.lon())
        .update();
  }

  /** Raises the revision of locked units and gives them as they are now. */
  List<UnitRow> touch(Collection<UnitId> ids) {
    return jdbc.sql(
            "update dispatch.unit set revision = revision + 1 where id = any(:ids) returning *")
        .param("ids", Columns.values(ids))
        .query(this::row)
        .list();
  }

  void pair(UnitId id, String device, String by, Instant at) {
    jdbc.sql(
            """
            insert into dispatch.unit_device (device, unit_id, paired_at, paired_by)
            values (:device, :unit, :at, :by)
            on conflict (device) do update
              set unit_id = excluded.unit_id, paired_at = excluded.paired_at,
                  paired_by = excluded.paired_by
            """)
        .param("device", device)
        .param("unit", id.value())
        .param("at", Columns.at(at))
        .param("by", by)
        .update();
  }

  /** Which unit each device reports for. */
  Map<String, UnitId> devices() {
    Map<String, UnitId> devices = new HashMap<>();
    jdbc.sql("select device, unit_id from dispatch.unit_device")
        .query(
            row -> {
              devices.put(row.getString("device"), new UnitId(Columns.uuid(row, "unit_id")));
            });
    return devices;
  }

  private UnitRow row(ResultSet row, int index) throws SQLException {
    UUID id = Columns.uuid(row, "id");
    String shift = row.getString("shift");
    String reason = row.getString("out_reason");
    return new UnitRow(
        new UnitId(id),
        row.getString("call_sign"),
        row.getString("type_code"),
        new AgencyId(Columns.uuid(row, "agency_id")),
        Columns.pointOrNull(row, "home_lat", "home_lon"),
        List.of(json.readValue(row.getString("crew"), UnitView.Crew[].class)),
        shift == null ? null : json.readValue(shift, UnitView.Shift.class),
        reason == null
            ? null
            : new UnitView.OutOfService(
                reason, Columns.instant(row, "out_since"), Columns.instantOrNull(row, "out_until")),
        Columns.idOrNull(row, "exercise_id", ExerciseId::new),
        row.getLong("revision"),
        row.getLong("edited_revision"),
        row.getString("edited_by"),
        Columns.instantOrNull(row, "edited_at"));
  }
}
