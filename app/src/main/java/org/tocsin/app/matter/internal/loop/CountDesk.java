package org.tocsin.app.matter.internal.loop;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.id;
import static org.tocsin.app.matter.internal.Rows.uuid;

import java.sql.Types;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.matter.MatterCounts;
import org.tocsin.app.matter.MatterCounts.Sums;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.CommandedPart;
import org.tocsin.app.staff.RollUp;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstanceClock;

/** Counts matters by the agency that handles them; one statement, one moment. */
@Repository
class CountDesk {
  private final JdbcClient jdbc;
  private final Agencies agencies;
  private final InstanceClock clock;

  CountDesk(JdbcClient jdbc, Agencies agencies, InstanceClock clock) {
    this.jdbc = jdbc;
    this.agencies = agencies;
    this.clock = clock;
  }

  MatterCounts of(@Nullable String kind, @Nullable AgencyId agency) {
    Actor actor = Acting.require(Permission.MATTER_READ);
    CommandedPart part = CommandedPart.of(agencies, actor, agency);
    Instant now = clock.instant();
    Map<AgencyId, Sums> own = own(part, actor, kind, now);
    return new MatterCounts(
        now,
        part.top().id(),
        kind,
        actor.exercise(),
        RollUp.of(part.agencies(), own, Sums.NONE, Sums::plus).stream()
            .map(
                r ->
                    new MatterCounts.Row(r.agencyId(), r.parentId(), r.level(), r.own(), r.total()))
            .toList());
  }

  private Map<AgencyId, Sums> own(
      CommandedPart part, Actor actor, @Nullable String kind, Instant now) {
    Map<AgencyId, Sums> own = new HashMap<>();
    jdbc.sql(
            """
            select m.agency_id, count(*) as raised, count(*) filter (where m.open) as open,
              count(*) filter (where not m.open) as closed,
              count(*) filter (where m.open and m.due_at <= :now) as overdue,
              count(*) filter (where m.open and m.handler_id is null) as unassigned
            from matter.loop_matter m
            where m.agency_id = any(:agencies) and (cast(:kind as text) is null or m.kind = :kind)
              and m.exercise_id is not distinct from cast(:exercise as uuid)
            group by m.agency_id
            """)
        .param("agencies", part.scope().ids())
        .param("kind", kind)
        .param("now", at(now))
        .param("exercise", id(actor.exercise()), Types.OTHER)
        .query(
            rs -> {
              own.put(
                  new AgencyId(uuid(rs, "agency_id")),
                  new Sums(
                      rs.getLong("raised"),
                      rs.getLong("open"),
                      rs.getLong("closed"),
                      rs.getLong("overdue"),
                      rs.getLong("unassigned")));
            });
    return own;
  }
}
