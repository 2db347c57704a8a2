package org.tocsin.app.intake.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.intake.CallDraft;
import org.tocsin.app.intake.CallState;
import org.tocsin.app.intake.CallView;
import org.tocsin.app.intake.Channel;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.SignalId;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code intake.signal}. Every read for a person carries the scope. */
@Repository
class CallStore {
  private static final String IN_SCOPE = " (:all or s.agency_id = any(:agencies)) ";
  private static final String OPEN = " s.state in ('RINGING', 'TAKING') ";
  private final JdbcClient jdbc;
  private final JsonMapper json;

  CallStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void insert(CallView call, String by) {
    jdbc.sql(
            """
            insert into intake.signal (id, number, channel, state, callback_number, caller_name,
              message, external_ref, received_at, draft, agency_id, exercise_id, submitted_by,
              version, updated_at, updated_by)
            values (:id, :number, :channel, :state, :callback, :caller, :message, :ref, :received,
              :draft::jsonb, :agency, :exercise, :by, :version, :updated, :by)
            """)
        .param("id", call.id().value())
        .param("number", call.number())
        .param("channel", call.channel().name())
        .param("state", call.state().name())
        .param("callback", call.callbackNumber())
        .param("caller", call.callerName())
        .param("message", call.text())
        .param("ref", call.externalRef())
        .param("received", at(call.receivedAt()))
        .param("draft", json.writeValueAsString(call.draft()))
        .param("agency", call.agencyId().value())
        .param("exercise", call.exerciseId() == null ? null : call.exerciseId().value())
        .param("by", by)
        .param("version", call.version())
        .param("updated", at(call.updatedAt()))
        .update();
  }

  /** Writes what may change after the arrival, and raises the version. */
  void update(CallView call, String by) {
    CallView.TakenBy taker = call.takenBy();
    boolean ended = !call.state().open();
    jdbc.sql(
            """
            update intake.signal set state = :state, answered_at = :answered,
              taken_by_id = :takerId, taken_by_name = :takerName, ended_at = :ended,
              rejected_for = :rejected, draft = :draft::jsonb, matter_id = :matter,
              version = :version, updated_at = :updated, updated_by = :by
            where id = :id
            """)
        .param("id", call.id().value())
        .param("state", call.state().name())
        .param("answered", at(call.answeredAt()))
        .param("takerId", taker == null ? null : taker.id())
        .param("takerName", taker == null ? null : taker.name())
        .param("ended", ended ? at(call.updatedAt()) : null)
        .param("rejected", call.rejectedFor())
        .param("draft", json.writeValueAsString(call.draft()))
        .param("matter", call.matterId() == null ? null : call.matterId().value())
        .param("version", call.version())
        .param("updated", at(call.updatedAt()))
        .param("by", by)
        .update();
  }

  Optional<CallView> find(SignalId id, Scope scope) {
    return one("select * from intake.signal s where s.id = :id and" + IN_SCOPE, id, scope);
  }

  /** Locks the row until the transaction ends. */
  Optional<CallView> lock(SignalId id, Scope scope) {
    String sql = "select * from intake.signal s where s.id = :id and" + IN_SCOPE + "for update";
    return one(sql, id, scope);
  }

  String lastEditor(SignalId id) {
    return jdbc.sql("select updated_by from intake.signal where id = :id")
        .param("id", id.value())
        .query(String.class)
        .single();
  }

  Page<CallView> list(boolean openOnly, @Nullable SignalId after, int limit, Scope scope) {
    String sql =
        "select * from intake.signal s where"
            + IN_SCOPE
            + (openOnly ? "and" + OPEN : "")
            + (after == null ? "" : "and s.id < :after ")
            + "order by s.id desc limit :limit";
    List<CallView> rows =
        jdbc.sql(sql)
            .param("all", scope.everything())
            .param("agencies", scope.ids())
            .param("after", after == null ? null : after.value())
            .param("limit", limit + 1)
            .query((rs, n) -> row(rs))
            .list();
    return Page.of(rows, limit, c -> c.id().toString());
  }

  List<CallView> ofMatter(MatterId matter) {
    return jdbc.sql(
            "select * from intake.signal s where s.matter_id = :matter order by s.received_at, s.id")
        .param("matter", matter.value())
        .query((rs, n) -> row(rs))
        .list();
  }

  private Optional<CallView> one(String sql, SignalId id, Scope scope) {
    return jdbc.sql(sql)
        .param("id", id.value())
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .query((rs, n) -> row(rs))
        .optional();
  }

  private CallView row(ResultSet rs) throws SQLException {
    UUID matter = rs.getObject("matter_id", UUID.class);
    UUID exercise = rs.getObject("exercise_id", UUID.class);
    String taker = rs.getString("taken_by_id");
    return new CallView(
        new SignalId(rs.getObject("id", UUID.class)),
        rs.getString("number"),
        Channel.valueOf(rs.getString("channel")),
        CallState.valueOf(rs.getString("state")),
        rs.getString("callback_number"),
        rs.getString("caller_name"),
        rs.getString("message"),
        rs.getString("external_ref"),
        rs.getObject("received_at", OffsetDateTime.class).toInstant(),
        instant(rs, "answered_at"),
        taker == null ? null : new CallView.TakenBy(taker, rs.getString("taken_by_name")),
        json.readValue(rs.getString("draft"), CallDraft.class),
        rs.getString("rejected_for"),
        matter == null ? null : new MatterId(matter),
        new AgencyId(rs.getObject("agency_id", UUID.class)),
        exercise == null ? null : new ExerciseId(exercise),
        rs.getLong("version"),
        rs.getObject("updated_at", OffsetDateTime.class).toInstant());
  }

  private static @Nullable Instant instant(ResultSet rs, String column) throws SQLException {
    OffsetDateTime at = rs.getObject(column, OffsetDateTime.class);
    return at == null ? null : at.toInstant();
  }

  private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
    return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
  }
}
