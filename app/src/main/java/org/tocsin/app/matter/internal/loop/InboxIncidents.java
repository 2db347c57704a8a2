package org.tocsin.app.matter.internal.loop;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.findInstant;
import static org.tocsin.app.matter.internal.Rows.findUuid;
import static org.tocsin.app.matter.internal.Rows.instant;
import static org.tocsin.app.matter.internal.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.InboxLine;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;

/** Incidents as lines of an inbox; the step that is overdue longest is what is due. */
@Repository
class InboxIncidents {
  private final JdbcClient jdbc;
  private final Lines lines;
  private final LinkViews names;

  InboxIncidents(JdbcClient jdbc, Lines lines, LinkViews names) {
    this.jdbc = jdbc;
    this.lines = lines;
    this.names = names;
  }

  /**
   * Incidents that agencies answer for.
   *
   * @param all of every agency
   */
  List<InboxLine> of(boolean all, UUID[] agencies, InboxStore.Wanted w, Instant now) {
    if (w.kind() != null && !w.kind().equals(LinkViews.INCIDENT)) {
      return List.of();
    }
    InboxStore.Key after = w.after();
    return jdbc.sql(
            """
            select * from (
              select i.*, (select min(o.since) from matter.overdue o
                where o.matter_id = i.id and not o.settled) as since
              from matter.matter i
              where i.state <> 'MERGED' and (i.state = 'CLOSED') = :closed
                and (:all or i.agency_id = any(:agencies))
                and (cast(:state as text) is null or i.state = :state)
                and (cast(:words as text) is null or i.search @@ cast(:words as tsquery))) x
            where (cast(:dueFrom as timestamptz) is null or x.since >= :dueFrom)
              and (cast(:dueBefore as timestamptz) is null or x.since < :dueBefore)
              and (not :undue or x.since is null)
              and (cast(:afterId as uuid) is null
                or (:closed and x.id < :afterId)
                or (not :closed and (coalesce(x.since, 'infinity'), x.id)
                  > (coalesce(cast(:afterDue as timestamptz), 'infinity'), cast(:afterId as uuid))))
            order by case when :closed then null else coalesce(x.since, 'infinity') end,
              case when :closed then x.id end desc, x.id
            limit :rows
            """)
        .param("closed", w.closed())
        .param("all", all)
        .param("agencies", agencies)
        .param("state", w.state())
        .param("words", w.words())
        .param("dueFrom", at(w.dueFrom()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("dueBefore", at(w.dueBefore()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("undue", w.undue())
        .param("afterId", after == null ? null : after.id(), Types.OTHER)
        .param("afterDue", after == null ? null : at(after.due()), Types.TIMESTAMP_WITH_TIMEZONE)
        .param("rows", w.rows())
        .query((rs, n) -> line(rs, now))
        .list();
  }

  private InboxLine line(ResultSet rs, Instant now) throws SQLException {
    Instant since = findInstant(rs, "since");
    UUID exercise = findUuid(rs, "exercise_id");
    String state = rs.getString("state");
    AgencyId agency = new AgencyId(uuid(rs, "agency_id"));
    return new InboxLine(
        InboxLine.Type.INCIDENT,
        new MatterId(uuid(rs, "id")),
        rs.getString("number"),
        LinkViews.INCIDENT,
        LinkViews.INCIDENT_NAMES,
        title(rs.getString("address_text"), rs.getString("place_label")),
        state,
        names.state(state),
        !state.equals("CLOSED"),
        since,
        since == null ? null : "step",
        since == null ? null : new Text("处置步骤", "Step of the response"),
        since != null && !since.isAfter(now),
        null,
        agency,
        lines.agencyName(agency),
        instant(rs, "updated_at"),
        exercise == null ? null : new ExerciseId(exercise),
        rs.getLong("version"));
  }

  private static String title(String address, @Nullable String label) {
    return address.isBlank() && label != null ? label : address;
  }
}
