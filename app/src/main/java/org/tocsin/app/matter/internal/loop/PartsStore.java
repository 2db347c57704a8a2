package org.tocsin.app.matter.internal.loop;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.id;
import static org.tocsin.app.matter.internal.Rows.instant;
import static org.tocsin.app.matter.internal.Rows.uuid;

import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;
import org.tocsin.matters.flow.ClockState;
import org.tocsin.matters.flow.Deed;
import tools.jackson.databind.json.JsonMapper;

/** What belongs to matters: personal values, deeds, clocks with their timers, escalations. */
@Repository
class PartsStore {
  private final JdbcClient jdbc;
  private final JsonMapper json;

  PartsStore(JdbcClient jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  void personal(MatterId matter, String kind, Map<String, Object> values) {
    values.forEach(
        (field, value) ->
            jdbc.sql(
                    """
                    insert into matter.loop_personal (matter_id, field, kind, value)
                    values (:matter, :field, :kind, cast(:value as jsonb))
                    on conflict (matter_id, field) do update set value = excluded.value
                    """)
                .param("matter", matter.value())
                .param("field", field)
                .param("kind", kind)
                .param("value", json.writeValueAsString(value))
                .update());
  }

  /** The period of keeping begins with the closing; an open matter keeps. */
  void keptSince(MatterId matter, @Nullable Instant since) {
    jdbc.sql("update matter.loop_personal set since = :since where matter_id = :matter")
        .param("since", at(since), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("matter", matter.value())
        .update();
  }

  void deed(MatterId matter, Deed deed, @Nullable String from, String to) {
    jdbc.sql(
            """
            insert into matter.loop_deed (matter_id, transition, from_state, to_state, officer_id, at)
            values (:matter, :transition, :from, :to, :officer, :at)
            """)
        .param("matter", matter.value())
        .param("transition", deed.transition())
        .param("from", from)
        .param("to", to)
        .param("officer", id(deed.officer()), Types.OTHER)
        .param("at", at(deed.at()))
        .update();
  }

  /** A clock as it stands, and when it does something by itself. */
  record ClockLine(
      ClockState state, @Nullable Instant due, @Nullable Instant warn, @Nullable Instant fire) {}

  void clock(MatterId matter, ClockLine line) {
    ClockState clock = line.state();
    jdbc.sql(
            """
            insert into matter.loop_clock (matter_id, clock, status, started_at, due_at, warn_at,
              fire_at, run)
            values (:matter, :clock, :status, :started, :due, :warn, :fire, cast(:run as jsonb))
            on conflict (matter_id, clock) do update set status = excluded.status,
              started_at = excluded.started_at, due_at = excluded.due_at, warn_at = excluded.warn_at,
              fire_at = excluded.fire_at, run = excluded.run
            """)
        .param("matter", matter.value())
        .param("clock", clock.clock())
        .param("status", clock.status().name())
        .param("started", at(clock.run().startedAt()))
        .param("due", at(line.due()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("warn", at(line.warn()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("fire", at(line.fire()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("run", json.writeValueAsString(KeptClock.of(clock)))
        .update();
  }

  /** The matters with a clock that is due, the longest due first. */
  List<MatterId> due(Instant now, int most) {
    return jdbc
        .sql(
            """
            select matter_id from matter.loop_clock where fire_at <= :now
            order by fire_at limit :most
            """)
        .param("now", at(now))
        .param("most", most)
        .query((rs, n) -> new MatterId(uuid(rs, "matter_id")))
        .list()
        .stream()
        .distinct()
        .toList();
  }

  /** When the next clock does something. */
  Optional<Instant> nextFiring() {
    return jdbc.sql(
            "select fire_at from matter.loop_clock where fire_at is not null order by fire_at limit 1")
        .query((rs, n) -> instant(rs, "fire_at"))
        .optional();
  }

  /** Puts off a clock that cannot be fired for a defect, so that it does not hold up the others. */
  void putOff(MatterId matter, Instant now, Instant until) {
    jdbc.sql(
            """
            update matter.loop_clock set fire_at = :until
            where matter_id = :matter and fire_at <= :now
            """)
        .param("matter", matter.value())
        .param("now", at(now))
        .param("until", at(until))
        .update();
  }

  void escalated(MatterId matter, String clock, int level, AgencyId agency, Instant now) {
    jdbc.sql(
            """
            insert into matter.loop_escalation (matter_id, clock, level, agency_id, at)
            values (:matter, :clock, :level, :agency, :now) on conflict do nothing
            """)
        .param("matter", matter.value())
        .param("clock", clock)
        .param("level", level)
        .param("agency", agency.value())
        .param("now", at(now))
        .update();
  }

  void settle(MatterId matter, String clock, Instant now) {
    jdbc.sql(
            """
            update matter.loop_escalation set settled_at = :now
            where matter_id = :matter and clock = :clock and settled_at is null
            """)
        .param("matter", matter.value())
        .param("clock", clock)
        .param("now", at(now))
        .update();
  }

  /** The agencies that were told and still wait. */
  List<AgencyId> escalatedTo(MatterId matter) {
    return jdbc.sql(
            """
            select agency_id from matter.loop_escalation
            where matter_id = :matter and settled_at is null group by agency_id order by min(level)
            """)
        .param("matter", matter.value())
        .query((rs, n) -> new AgencyId(uuid(rs, "agency_id")))
        .list();
  }

  /** The steps of matters, for the trial of another declaration. */
  record Step(UUID matter, String to, Instant at) {}

  List<Step> steps(List<MatterId> matters) {
    return jdbc.sql(
            """
            select matter_id, to_state, at from matter.loop_deed
            where matter_id = any(:ids) order by matter_id, seq
            """)
        .param("ids", matters.stream().map(MatterId::value).toArray(UUID[]::new))
        .query(
            (rs, n) -> new Step(uuid(rs, "matter_id"), rs.getString("to_state"), instant(rs, "at")))
        .list();
  }
}
