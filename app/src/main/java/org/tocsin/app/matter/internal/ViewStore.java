package org.tocsin.app.matter.internal;

import static org.tocsin.app.matter.internal.Rows.findInstant;
import static org.tocsin.app.matter.internal.Rows.findUuid;
import static org.tocsin.app.matter.internal.Rows.instant;
import static org.tocsin.app.matter.internal.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.Disposition;
import org.tocsin.app.matter.IncidentState;
import org.tocsin.app.matter.IncidentType;
import org.tocsin.app.matter.IncidentTypes;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Instants;
import org.tocsin.app.matter.Step;
import org.tocsin.app.staff.Agencies;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Incidents as screens show them, each complete in one read: the row, with its callers, units,
 * instants and open questions, and those of the incidents merged into it.
 */
@Repository
class ViewStore {
  /**
   * The whole of an incident: {@code g} gathers what is merged into it. A merged incident shows
   * itself alone.
   */
  private static final String SELECT =
      """
      select m.*, g.*,
        (select json_agg(json_build_object('id', c.signal_id, 'number', c.number,
            'callbackNumber', c.callback_masked, 'receivedAt', c.received_at)
            order by c.received_at, c.number)
          from matter.call c where c.matter_id = any(g.ids)) as calls,
        (select json_agg(json_build_object('assignmentId', t.assignment_id,
            'matterId', t.matter_id, 'unitId', t.unit_id, 'callSign', t.call_sign,
            'agencyId', t.agency_id, 'round', t.round, 'dispatchedAt', t.dispatched_at,
            'acknowledgedAt', t.acknowledged_at, 'departedAt', t.departed_at,
            'arrivedAt', t.arrived_at, 'transportAt', t.transport_at,
            'destinationAt', t.destination_at, 'fedBackAt', t.fed_back_at,
            'clearedAt', t.cleared_at, 'withdrawnAt', t.withdrawn_at)
            order by t.dispatched_at, t.call_sign)
          from matter.task t where t.matter_id = any(g.ids)) as tasks,
        (select json_agg(json_build_object('instant', s.step, 'occurredAt', s.occurred_at,
            'enteredAt', s.entered_at) order by s.entered_at, s.step)
          from matter.stamp s where s.matter_id = any(g.ids) and s.entered_at > s.occurred_at)
          as late,
        (select json_agg(json_build_object('step', o.step, 'since', o.since) order by o.since)
          from matter.overdue o where o.matter_id = any(g.ids) and not o.settled) as overdue,
        (select json_build_object('toAgencyId', h.to_agency, 'reason', h.reason,
            'offeredAt', h.offered_at, 'by', h.offered_by)
          from matter.handover h where h.matter_id = m.id and h.state = 'OFFERED') as handover
      from matter.matter m
      cross join lateral (
        select array_agg(x.id) as ids, min(x.received_at) as g_received,
          min(x.created_at) as g_created, min(x.dispatched_at) as g_dispatched,
          min(x.acknowledged_at) as g_acknowledged, min(x.departed_at) as g_departed,
          min(x.arrived_at) as g_arrived, min(x.fed_back_at) as g_fed_back
        from matter.matter x where x.root_id = m.id or x.id = m.id) g
      where\s""";

  private static final String IN_SIGHT =
      """
       (:all or exists (select 1 from matter.involved_agency i
          where i.matter_id = any(g.ids) and i.agency_id = any(:agencies)))\s""";

  private static final TypeReference<Map<String, String>> ANSWERS = new TypeReference<>() {};
  private static final Map<String, String> STEP_NAMES = new HashMap<>();

  static {
    Stream.of(Step.values()).forEach(s -> STEP_NAMES.put(s.name(), s.jsonName()));
  }

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final IncidentTypes types;
  private final Agencies agencies;

  ViewStore(JdbcClient jdbc, JsonMapper json, IncidentTypes types, Agencies agencies) {
    this.jdbc = jdbc;
    this.json = json;
    this.types = types;
    this.agencies = agencies;
  }

  Optional<IncidentView> find(MatterId id, Scope scope) {
    return select("m.id = :id", Map.of("id", id.value()), scope, "").stream().findFirst();
  }

  /**
   * Incidents in sight.
   *
   * @param where a condition on {@code m}
   * @param tail order and limit
   */
  List<IncidentView> select(
      String where, Map<String, ? extends @Nullable Object> params, Scope scope, String tail) {
    return jdbc.sql(SELECT + where + " and" + IN_SIGHT + tail)
        .params(params)
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .query((rs, n) -> view(rs))
        .list();
  }

  private IncidentView view(ResultSet rs) throws SQLException {
    UUID exercise = findUuid(rs, "exercise_id");
    UUID into = findUuid(rs, "merged_into");
    AgencyId agency = new AgencyId(uuid(rs, "agency_id"));
    String typeCode = rs.getString("type_code");
    Text type = types.name(typeCode);
    List<IncidentView.Call> calls = list(rs, "calls", IncidentView.Call[].class);
    return new IncidentView(
        new MatterId(uuid(rs, "id")),
        rs.getString("number"),
        typeCode,
        type.zh(),
        type.en(),
        types.find(typeCode).map(IncidentType::help).orElse(false),
        rs.getInt("priority"),
        IncidentState.valueOf(rs.getString("state")),
        rs.getBoolean("nuisance"),
        agency,
        agencies.find(agency).map(a -> a.nameZh()).orElse(""),
        handover(rs),
        rs.getString("address_text"),
        IncidentStore.place(rs),
        rs.getString("narrative"),
        json.readValue(rs.getString("answers"), ANSWERS),
        instants(rs),
        late(rs),
        closing(rs),
        into == null ? null : new MatterId(into),
        calls,
        calls.size(),
        list(rs, "tasks", Task[].class).stream().map(ViewStore::unit).toList(),
        exercise == null ? null : new ExerciseId(exercise),
        rs.getLong("version"),
        instant(rs, "updated_at"),
        list(rs, "overdue", IncidentView.Overdue[].class));
  }

  private static Instants instants(ResultSet rs) throws SQLException {
    return new Instants(
        findInstant(rs, "g_received"),
        instant(rs, "g_created"),
        findInstant(rs, "g_dispatched"),
        findInstant(rs, "g_acknowledged"),
        findInstant(rs, "g_departed"),
        findInstant(rs, "g_arrived"),
        findInstant(rs, "g_fed_back"),
        findInstant(rs, "closed_at"));
  }

  private List<IncidentView.Late> late(ResultSet rs) throws SQLException {
    return list(rs, "late", IncidentView.Late[].class).stream()
        .map(
            l ->
                new IncidentView.Late(
                    STEP_NAMES.getOrDefault(l.instant(), l.instant()),
                    l.occurredAt(),
                    l.enteredAt()))
        .toList();
  }

  private IncidentView.@Nullable Closing closing(ResultSet rs) throws SQLException {
    String code = rs.getString("disposition_code");
    if (code == null) {
      return null;
    }
    Disposition d =
        types.disposition(code).orElseGet(() -> new Disposition(code, code, code, false));
    return new IncidentView.Closing(code, d.zh(), d.en(), rs.getString("disposition_note"));
  }

  private IncidentView.@Nullable Handover handover(ResultSet rs) throws SQLException {
    String text = rs.getString("handover");
    return text == null ? null : json.readValue(text, IncidentView.Handover.class);
  }

  private static IncidentView.Unit unit(Task task) {
    return new IncidentView.Unit(
        task.assignmentId(), task.unitId(), task.callSign(), task.status());
  }

  private <T> List<T> list(ResultSet rs, String column, Class<T[]> type) throws SQLException {
    String text = rs.getString(column);
    return text == null ? List.of() : List.of(json.readValue(text, type));
  }
}
