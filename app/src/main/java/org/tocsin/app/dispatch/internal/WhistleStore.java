package org.tocsin.app.dispatch.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.dispatch.WhistleView;
import org.tocsin.app.foundation.Scope;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.Ids;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.WhistleId;

/** Whistles in the database. */
@Repository
class WhistleStore {
  private static final String IN_SCOPE =
      """
       (:all or w.from_agency_id = any(:agencies) or w.addressed_agency_id = any(:agencies)
          or exists (select 1 from dispatch.whistle_step s
            where s.whistle_id = w.id and s.agency_id = any(:agencies)))
      """;

  private final JdbcClient jdbc;

  WhistleStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(WhistleRow row) {
    jdbc.sql(
            """
            insert into dispatch.whistle (id, number, matter_id, from_agency_id, specialty, text,
              place_label, lat, lon, addressed_agency_id, state, blown_at, blown_by, exercise_id)
            values (:id, :number, :matter, :from, :specialty, :text, :label, :lat, :lon, :to,
              :state, :at, :by, :exercise)
            """)
        .param("id", row.id().value())
        .param("number", row.number())
        .param("matter", Columns.value(row.matter()))
        .param("from", row.from().value())
        .param("specialty", row.specialty())
        .param("text", row.text())
        .param("label", row.place().label())
        .param("lat", row.place().lat())
        .param("lon", row.place().lon())
        .param("to", row.addressed().value())
        .param("state", row.state().name())
        .param("at", Columns.at(row.blownAt()))
        .param("by", row.blownBy())
        .param("exercise", Columns.value(row.exercise()))
        .update();
  }

  void step(
      WhistleId id, String kind, AgencyId agency, Instant at, String by, @Nullable String note) {
    jdbc.sql(
            """
            insert into dispatch.whistle_step (id, whistle_id, kind, agency_id, at, by_name, note)
            values (:id, :whistle, :kind, :agency, :at, :by, :note)
            """)
        .param("id", Ids.next())
        .param("whistle", id.value())
        .param("kind", kind)
        .param("agency", agency.value())
        .param("at", Columns.at(at))
        .param("by", by)
        .param("note", note)
        .update();
  }

  /** One step as stored. */
  record StepRow(String kind, AgencyId agency, Instant at, String by, @Nullable String note) {}

  List<StepRow> steps(WhistleId id) {
    return jdbc.sql("select * from dispatch.whistle_step where whistle_id = :id order by at, id")
        .param("id", id.value())
        .query(
            (row, i) ->
                new StepRow(
                    row.getString("kind"),
                    new AgencyId(Columns.uuid(row, "agency_id")),
                    Columns.instant(row, "at"),
                    row.getString("by_name"),
                    row.getString("note")))
        .list();
  }

  Optional<WhistleRow> find(WhistleId id, Scope scope) {
    return jdbc.sql("select * from dispatch.whistle w where w.id = :id and" + IN_SCOPE)
        .param("id", id.value())
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .query(WhistleStore::row)
        .optional();
  }

  Optional<WhistleRow> lock(WhistleId id) {
    return jdbc.sql("select * from dispatch.whistle where id = :id for update")
        .param("id", id.value())
        .query(WhistleStore::row)
        .optional();
  }

  WhistleRow address(WhistleId id, AgencyId to) {
    return jdbc.sql(
            """
            update dispatch.whistle set addressed_agency_id = :to, version = version + 1
            where id = :id returning *
            """)
        .param("id", id.value())
        .param("to", to.value())
        .query(WhistleStore::row)
        .single();
  }

  WhistleRow answer(
      WhistleId id, WhistleView.State state, Instant at, String by, @Nullable String reason) {
    return jdbc.sql(
            """
            update dispatch.whistle set state = :state, answered_at = :at, answered_by = :by,
              answer_reason = :reason, version = version + 1
            where id = :id returning *
            """)
        .param("id", id.value())
        .param("state", state.name())
        .param("at", Columns.at(at))
        .param("by", by)
        .param("reason", reason)
        .query(WhistleStore::row)
        .single();
  }

  void gave(WhistleId id, AssignmentId assignment) {
    jdbc.sql("insert into dispatch.whistle_assignment values (:id, :assignment)")
        .param("id", id.value())
        .param("assignment", assignment.value())
        .update();
  }

  List<AssignmentId> given(WhistleId id) {
    return jdbc.sql("select assignment_id from dispatch.whistle_assignment where whistle_id = :id")
        .param("id", id.value())
        .query((row, i) -> new AssignmentId(Columns.uuid(row, "assignment_id")))
        .list();
  }

  /** When the next agency is told, if an answer is still waited for. */
  Optional<Instant> answerBy(WhistleId id) {
    return jdbc.sql(
            """
            select due_at from dispatch.timer
            where subject_id = :id and settled_at is null and due_at is not null
            """)
        .param("id", id.value())
        .query((row, i) -> Columns.instant(row, "due_at"))
        .optional();
  }

  /** Newest first. */
  List<WhistleRow> list(Scope scope, boolean openOnly, @Nullable UUID after, int most) {
    return jdbc.sql(
            "select * from dispatch.whistle w where"
                + IN_SCOPE
                + """
                 and (not :open or w.state = 'OPEN')
                 and (cast(:after as uuid) is null or w.id < cast(:after as uuid))
                order by w.id desc limit :most
                """)
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .param("open", openOnly)
        .param("after", after)
        .param("most", most)
        .query(WhistleStore::row)
        .list();
  }

  private static WhistleRow row(ResultSet row, int index) throws SQLException {
    return new WhistleRow(
        new WhistleId(Columns.uuid(row, "id")),
        row.getString("number"),
        Columns.idOrNull(row, "matter_id", MatterId::new),
        new AgencyId(Columns.uuid(row, "from_agency_id")),
        row.getString("specialty"),
        row.getString("text"),
        new WhistleView.Spot(
            row.getString("place_label"),
            Columns.doubleOrNull(row, "lat"),
            Columns.doubleOrNull(row, "lon")),
        new AgencyId(Columns.uuid(row, "addressed_agency_id")),
        WhistleView.State.valueOf(row.getString("state")),
        Columns.instant(row, "blown_at"),
        row.getString("blown_by"),
        Columns.instantOrNull(row, "answered_at"),
        row.getString("answered_by"),
        row.getString("answer_reason"),
        Columns.idOrNull(row, "exercise_id", ExerciseId::new),
        row.getLong("version"));
  }
}
