package org.tocsin.app.matter.internal;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.findUuid;
import static org.tocsin.app.matter.internal.Rows.id;
import static org.tocsin.app.matter.internal.Rows.instant;
import static org.tocsin.app.matter.internal.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.matter.EventFile;
import org.tocsin.app.matter.EventFileId;
import org.tocsin.app.matter.EventFileState;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import tools.jackson.databind.json.JsonMapper;

/** Files of major events in the database; each read whole. */
@Repository
class EventFileStore {
  private static final String SELECT =
      """
      select f.*,
        (select json_agg(json_build_object('code', i.code, 'zh', i.zh, 'en', i.en,
            'mandatory', i.mandatory, 'checkedAt', i.checked_at, 'checkedBy', i.checked_by,
            'note', i.note) order by i.position)
          from matter.event_item i where i.file_id = f.id) as items,
        (select count(*) from matter.event_item i
          where i.file_id = f.id and i.mandatory and i.checked_at is null) as mandatory_open,
        (select json_agg(json_build_object('name', p.name, 'required', p.required,
            'filled', p.filled) order by p.position)
          from matter.event_post p where p.file_id = f.id) as posts,
        (select count(*) from matter.event_incident x where x.file_id = f.id) as incident_count
      from matter.event_file f
      where (:all or f.agency_id = any(:agencies))
      """;

  /** The plan, checked. */
  record Planned(
      String title,
      String organiser,
      AgencyId agency,
      @Nullable String placeLabel,
      @Nullable Double lat,
      @Nullable Double lon,
      Instant startsAt,
      Instant endsAt,
      int capacity,
      int expected,
      String riskGrade,
      String checklistCode,
      @Nullable String note) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  EventFileStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  Optional<EventFile> find(EventFileId file, Scope scope) {
    return scoped(SELECT + " and f.id = :id", scope)
        .param("id", file.value())
        .query((rs, n) -> file(rs))
        .optional();
  }

  /** Locks the file, so that changes of it take turns; false if it is out of sight. */
  boolean lock(EventFileId file, Scope scope) {
    return scoped(
            """
            select 1 from matter.event_file f
            where (:all or f.agency_id = any(:agencies)) and f.id = :id for no key update
            """,
            scope)
        .param("id", file.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Newest first. */
  List<EventFile> list(boolean open, Scope scope, @Nullable EventFileId after, int rows) {
    return scoped(
            SELECT
                + """
                 and (not :open or f.state not in ('CLOSED', 'CANCELLED'))
                 and (cast(:after as uuid) is null or f.id < :after)
                 order by f.id desc limit :rows
                """,
            scope)
        .param("open", open)
        .param("after", id(after))
        .param("rows", rows)
        .query((rs, n) -> file(rs))
        .list();
  }

  void insert(
      EventFileId file,
      String number,
      Planned plan,
      @Nullable ExerciseId exercise,
      Instant now,
      String by) {
    planned(
            """
            insert into matter.event_file (id, number, title, organiser, agency_id, place_label, lat,
              lon, starts_at, ends_at, capacity, expected, risk_grade, checklist_code, state, note,
              exercise_id, created_at, created_by, changed_at, changed_by)
            values (:id, :number, :title, :organiser, :agency, :place, :lat, :lon, :starts, :ends,
              :capacity, :expected, :grade, :checklist, 'PLANNING', :note, :exercise, :now, :by,
              :now, :by)
            """,
            file,
            plan)
        .param("number", number)
        .param("agency", plan.agency().value())
        .param("exercise", id(exercise))
        .param("now", at(now))
        .param("by", by)
        .update();
  }

  /** Writes the plan anew; the agency stays. */
  void update(EventFileId file, Planned plan) {
    planned(
            """
            update matter.event_file set title = :title, organiser = :organiser, place_label = :place,
              lat = :lat, lon = :lon, starts_at = :starts, ends_at = :ends, capacity = :capacity,
              expected = :expected, risk_grade = :grade, checklist_code = :checklist, note = :note
            where id = :id
            """,
            file,
            plan)
        .update();
  }

  private JdbcClient.StatementSpec planned(String sql, EventFileId file, Planned plan) {
    return jdbc.sql(sql)
        .param("id", file.value())
        .param("title", plan.title())
        .param("organiser", plan.organiser())
        .param("place", plan.placeLabel())
        .param("lat", plan.lat())
        .param("lon", plan.lon())
        .param("starts", at(plan.startsAt()))
        .param("ends", at(plan.endsAt()))
        .param("capacity", plan.capacity())
        .param("expected", plan.expected())
        .param("grade", plan.riskGrade())
        .param("checklist", plan.checklistCode())
        .param("note", plan.note());
  }

  void state(EventFileId file, EventFileState to, @Nullable String report) {
    jdbc.sql(
            """
            update matter.event_file set state = :state, report = coalesce(:report, report)
            where id = :id
            """)
        .param("id", file.value())
        .param("state", to.name())
        .param("report", report)
        .update();
  }

  /** Raises the version and says who changed the file when. */
  void touch(EventFileId file, Instant now, String by) {
    jdbc.sql(
            """
            update matter.event_file set version = version + 1, changed_at = :now, changed_by = :by
            where id = :id
            """)
        .param("id", file.value())
        .param("now", at(now))
        .param("by", by)
        .update();
  }

  private JdbcClient.StatementSpec scoped(String sql, Scope scope) {
    return jdbc.sql(sql).param("all", scope.everything()).param("agencies", scope.ids());
  }

  private EventFile file(ResultSet rs) throws SQLException {
    UUID exercise = findUuid(rs, "exercise_id");
    return new EventFile(
        new EventFileId(uuid(rs, "id")),
        rs.getString("number"),
        rs.getString("title"),
        rs.getString("organiser"),
        new AgencyId(uuid(rs, "agency_id")),
        rs.getString("place_label"),
        rs.getObject("lat", Double.class),
        rs.getObject("lon", Double.class),
        instant(rs, "starts_at"),
        instant(rs, "ends_at"),
        rs.getInt("capacity"),
        rs.getInt("expected"),
        rs.getString("risk_grade"),
        rs.getString("checklist_code"),
        EventFileState.valueOf(rs.getString("state")),
        rs.getString("note"),
        rs.getString("report"),
        list(rs, "items", EventFile.Item[].class),
        rs.getInt("mandatory_open"),
        list(rs, "posts", EventFile.Post[].class),
        rs.getInt("incident_count"),
        exercise == null ? null : new ExerciseId(exercise),
        rs.getLong("version"),
        instant(rs, "created_at"),
        rs.getString("created_by"),
        instant(rs, "changed_at"),
        rs.getString("changed_by"));
  }

  private <T> List<T> list(ResultSet rs, String column, Class<T[]> type) throws SQLException {
    String text = rs.getString(column);
    return text == null ? List.of() : List.of(json.readValue(text, type));
  }
}
