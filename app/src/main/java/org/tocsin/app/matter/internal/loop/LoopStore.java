package org.tocsin.app.matter.internal.loop;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.findInstant;
import static org.tocsin.app.matter.internal.Rows.findUuid;
import static org.tocsin.app.matter.internal.Rows.id;
import static org.tocsin.app.matter.internal.Rows.instant;
import static org.tocsin.app.matter.internal.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.matters.ProofKind;
import org.tocsin.matters.flow.ClockState;
import org.tocsin.matters.flow.Deed;
import tools.jackson.databind.json.JsonMapper;

/** Matters in the database, each read whole in one statement. */
@Repository
class LoopStore {
  private static final String WHOLE =
      """
      select m.*,
        (select jsonb_object_agg(p.field, p.value) from matter.loop_personal p
          where p.matter_id = m.id) as personal,
        (select jsonb_agg(jsonb_build_object('transition', d.transition, 'officer', d.officer_id,
            'at', d.at) order by d.seq)
          from matter.loop_deed d where d.matter_id = m.id) as deeds,
        (select jsonb_agg(jsonb_build_object('clock', c.clock, 'status', c.status, 'run', c.run)
            order by c.started_at, c.clock)
          from matter.loop_clock c where c.matter_id = m.id) as clocks,
        (select jsonb_object_agg(x.kind, x.n) from (select p.kind, count(*) as n
            from matter.loop_proof p
            where p.matter_id = m.id and p.used_for is not null group by p.kind) x) as proofs
      from matter.loop_matter m
      """;

  /** A matter as it is kept, before its declaration gives its fields their types. */
  record Kept(
      MatterRow row,
      Map<String, Object> fields,
      List<Deed> deeds,
      List<ClockState> clocks,
      Map<ProofKind, Integer> proofs) {}

  private record DeedRow(String transition, @Nullable OfficerId officer, Instant at) {}

  private record ClockRow(String clock, ClockState.Status status, KeptClock run) {}

  private final JdbcClient jdbc;
  private final JsonMapper json;

  LoopStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** Locks a matter, so that changes of it take turns; false if it is out of sight. */
  boolean lock(MatterId matter, Sight sight) {
    return sight
        .bind(
            jdbc.sql(
                "select 1 from matter.loop_matter m where m.id = :id and "
                    + Sight.CLAUSE
                    + " for no key update"))
        .param("id", matter.value())
        .query(Integer.class)
        .optional()
        .isPresent();
  }

  /** Locks those of these matters that nobody else has in hand. */
  List<MatterId> lockFree(List<MatterId> matters) {
    return jdbc.sql(
            """
            select m.id from matter.loop_matter m where m.id = any(:ids)
            order by m.id for no key update skip locked
            """)
        .param("ids", matters.stream().map(MatterId::value).toArray(UUID[]::new))
        .query((rs, n) -> new MatterId(uuid(rs, "id")))
        .list();
  }

  Optional<Kept> find(MatterId matter, Sight sight) {
    return sight
        .bind(jdbc.sql(WHOLE + " where m.id = :id and " + Sight.CLAUSE))
        .param("id", matter.value())
        .query((rs, n) -> kept(rs))
        .optional();
  }

  /** The open matters of one version of a kind, after an id. */
  List<MatterId> openOf(String kind, int version, @Nullable MatterId after, int most) {
    return jdbc.sql(
            """
            select m.id from matter.loop_matter m
            where m.open and m.kind = :kind and m.kind_version = :version
              and (cast(:after as uuid) is null or m.id > :after)
            order by m.id limit :most
            """)
        .param("kind", kind)
        .param("version", version)
        .param("after", id(after))
        .param("most", most)
        .query((rs, n) -> new MatterId(uuid(rs, "id")))
        .list();
  }

  void insert(MatterRow r, String[] words, Map<String, Object> fields) {
    written(
            """
            insert into matter.loop_matter (id, kind, kind_version, number, title, state, open,
              agency_id, raised_agency_id, handler_id, raised_at, raised_by_id, raised_by, closed_at,
              fields, due_at, due_clock, words, exercise_id, version, edited_version, edited_by,
              edited_at, updated_at)
            values (:id, :kind, :kindVersion, :number, :title, :state, :open, :agency, :raisedAgency,
              :handler, :raisedAt, :raisedById, :raisedBy, :closedAt, cast(:fields as jsonb), :dueAt,
              :dueClock, :words, :exercise, :version, :editedVersion, :editedBy, :editedAt,
              :updatedAt)
            """,
            r,
            words,
            fields)
        .param("number", r.number())
        .param("raisedAgency", r.raisedAgency().value())
        .param("raisedAt", at(r.raisedAt()))
        .param("raisedById", id(r.raisedById()), java.sql.Types.OTHER)
        .param("raisedBy", r.raisedBy())
        .param("exercise", id(r.exercise()), java.sql.Types.OTHER)
        .update();
  }

  void update(MatterRow r, String[] words, Map<String, Object> fields) {
    written(
            """
            update matter.loop_matter set kind = :kind, kind_version = :kindVersion, title = :title,
              state = :state, open = :open, agency_id = :agency, handler_id = :handler,
              closed_at = :closedAt, fields = cast(:fields as jsonb), due_at = :dueAt,
              due_clock = :dueClock, words = :words, version = :version,
              edited_version = :editedVersion, edited_by = :editedBy, edited_at = :editedAt,
              updated_at = :updatedAt
            where id = :id
            """,
            r,
            words,
            fields)
        .update();
  }

  private JdbcClient.StatementSpec written(
      String sql, MatterRow r, String[] words, Map<String, Object> fields) {
    return jdbc.sql(sql)
        .param("id", r.id().value())
        .param("kind", r.kind())
        .param("kindVersion", r.kindVersion())
        .param("title", r.title())
        .param("state", r.state())
        .param("open", r.open())
        .param("agency", r.agency().value())
        .param("handler", id(r.handler()), java.sql.Types.OTHER)
        .param("closedAt", at(r.closedAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("fields", json.writeValueAsString(fields))
        .param("dueAt", at(r.dueAt()), java.sql.Types.TIMESTAMP_WITH_TIMEZONE)
        .param("dueClock", r.dueClock())
        .param("words", words)
        .param("version", r.version())
        .param("editedVersion", r.editedVersion())
        .param("editedBy", r.editedBy())
        .param("editedAt", at(r.editedAt()))
        .param("updatedAt", at(r.updatedAt()));
  }

  private Kept kept(ResultSet rs) throws SQLException {
    Map<String, Object> fields = new HashMap<>(map(rs.getString("fields")));
    fields.putAll(map(rs.getString("personal")));
    Map<ProofKind, Integer> proofs = new HashMap<>();
    map(rs.getString("proofs"))
        .forEach((kind, n) -> proofs.put(ProofKind.valueOf(kind), ((Number) n).intValue()));
    return new Kept(
        row(rs),
        fields,
        list(rs, "deeds", DeedRow[].class).stream()
            .map(d -> new Deed(d.transition(), d.officer(), d.at()))
            .toList(),
        list(rs, "clocks", ClockRow[].class).stream()
            .map(c -> c.run().state(c.clock(), c.status()))
            .toList(),
        proofs);
  }

  @SuppressWarnings("unchecked") // JSON objects are maps by name
  private Map<String, Object> map(@Nullable String text) {
    return text == null ? Map.of() : json.readValue(text, Map.class);
  }

  private <T> List<T> list(ResultSet rs, String column, Class<T[]> type) throws SQLException {
    String text = rs.getString(column);
    return text == null ? List.of() : List.of(json.readValue(text, type));
  }

  static MatterRow row(ResultSet rs) throws SQLException {
    UUID handler = findUuid(rs, "handler_id");
    UUID raisedBy = findUuid(rs, "raised_by_id");
    UUID exercise = findUuid(rs, "exercise_id");
    return new MatterRow(
        new MatterId(uuid(rs, "id")),
        rs.getString("kind"),
        rs.getInt("kind_version"),
        rs.getString("number"),
        rs.getString("title"),
        rs.getString("state"),
        rs.getBoolean("open"),
        new AgencyId(uuid(rs, "agency_id")),
        new AgencyId(uuid(rs, "raised_agency_id")),
        handler == null ? null : new OfficerId(handler),
        instant(rs, "raised_at"),
        raisedBy == null ? null : new OfficerId(raisedBy),
        rs.getString("raised_by"),
        findInstant(rs, "closed_at"),
        findInstant(rs, "due_at"),
        rs.getString("due_clock"),
        exercise == null ? null : new ExerciseId(exercise),
        rs.getLong("version"),
        rs.getLong("edited_version"),
        rs.getString("edited_by"),
        instant(rs, "edited_at"),
        instant(rs, "updated_at"));
  }
}
