package org.tocsin.app.dispatch.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.dispatch.ShiftHandover;
import org.tocsin.app.dispatch.ShiftHandoverId;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Scope;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import tools.jackson.databind.json.JsonMapper;

/** Hand-overs of the watch: two append-only tables, the offer and its one answer. */
@Repository
class ShiftHandoverStore {
  private static final String SELECT =
      """
      select h.*, a.accepted, a.remark, a.answered_at, a.answered_by
      from dispatch.shift_handover h
      left join dispatch.shift_handover_answer a on a.handover_id = h.id
      where (:all or h.agency_id = any(:agencies))
      """;

  private final JdbcClient jdbc;
  private final JsonMapper json;

  ShiftHandoverStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Makes those who offer the watch of one agency take turns, until the transaction ends. */
  void lock(AgencyId agency) {
    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('shift ' || :agency, 0))")
        .param("agency", agency.toString())
        .query((row, i) -> i)
        .list();
  }

  void insert(ShiftHandover offer) {
    jdbc.sql(
            """
            insert into dispatch.shift_handover (id, agency_id, notes, snapshot, offered_at,
              offered_by, offered_by_id, exercise_id)
            values (:id, :agency, :notes, cast(:snapshot as jsonb), :at, :by, :byId, :exercise)
            """)
        .param("id", offer.id().value())
        .param("agency", offer.agencyId().value())
        .param("notes", offer.notes())
        .param("snapshot", json.writeValueAsString(offer.snapshot()))
        .param("at", Columns.at(offer.offeredAt()))
        .param("by", offer.offeredBy())
        .param("byId", offer.offeredById())
        .param("exercise", Columns.value(offer.exerciseId()))
        .update();
  }

  /** Answers once; false if it was answered before. */
  boolean answer(
      ShiftHandoverId id, boolean accepted, @Nullable String remark, Instant at, Actor by) {
    return jdbc.sql(
                """
                insert into dispatch.shift_handover_answer
                  (handover_id, accepted, remark, answered_at, answered_by, answered_by_id)
                values (:id, :accepted, :remark, :at, :by, :byId) on conflict do nothing
                """)
            .param("id", id.value())
            .param("accepted", accepted)
            .param("remark", remark)
            .param("at", Columns.at(at))
            .param("by", by.name())
            .param("byId", by.id())
            .update()
        == 1;
  }

  Optional<ShiftHandover> find(ShiftHandoverId id, Scope scope) {
    return scoped(SELECT + " and h.id = :id", scope)
        .param("id", id.value())
        .query((row, i) -> handover(row))
        .optional();
  }

  /** The one of an agency that waits. */
  Optional<ShiftHandover> waiting(AgencyId agency, @Nullable ExerciseId exercise) {
    return scoped(
            SELECT
                + """
                 and h.agency_id = :agency and a.handover_id is null
                 and h.exercise_id is not distinct from cast(:exercise as uuid) limit 1
                """,
            Scope.all())
        .param("agency", agency.value())
        .param("exercise", Columns.value(exercise))
        .query((row, i) -> handover(row))
        .optional();
  }

  /** Newest first. */
  List<ShiftHandover> list(
      @Nullable AgencyId agency, Scope scope, @Nullable ShiftHandoverId after, int rows) {
    return scoped(
            SELECT
                + """
                 and (cast(:agency as uuid) is null or h.agency_id = :agency)
                 and (cast(:after as uuid) is null or h.id < :after)
                 order by h.id desc limit :rows
                """,
            scope)
        .param("agency", Columns.value(agency))
        .param("after", Columns.value(after))
        .param("rows", rows)
        .query((row, i) -> handover(row))
        .list();
  }

  private JdbcClient.StatementSpec scoped(String sql, Scope scope) {
    return jdbc.sql(sql).param("all", scope.everything()).param("agencies", scope.ids());
  }

  private ShiftHandover handover(ResultSet row) throws SQLException {
    Instant answered = Columns.instantOrNull(row, "answered_at");
    return new ShiftHandover(
        new ShiftHandoverId(Columns.uuid(row, "id")),
        new AgencyId(Columns.uuid(row, "agency_id")),
        row.getString("notes"),
        json.readValue(row.getString("snapshot"), ShiftHandover.Snapshot.class),
        Columns.instant(row, "offered_at"),
        row.getString("offered_by"),
        row.getString("offered_by_id"),
        answered == null
            ? null
            : new ShiftHandover.Answer(
                row.getBoolean("accepted"),
                row.getString("remark"),
                answered,
                row.getString("answered_by")),
        Columns.idOrNull(row, "exercise_id", ExerciseId::new),
        answered == null ? 1 : 2);
  }
}
