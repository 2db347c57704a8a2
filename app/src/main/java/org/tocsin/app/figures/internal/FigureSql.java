package org.tocsin.app.figures.internal;

import java.util.Locale;
import org.tocsin.app.figures.FigureDefinition;
import org.tocsin.app.figures.FigureDefinition.Per;
import org.tocsin.app.figures.FigureDefinition.Step;
import org.tocsin.app.figures.FigureDefinition.Unit;
import org.tocsin.app.figures.FigureDefinition.Where;
import org.tocsin.app.figures.ReportCard.By;

/**
 * The one query from facts to the records of a figure. Its columns: {@code record, matter, number,
 * grp, from_at, to_at, late, agency}.
 *
 * <p>Facts are folded as of {@code :asOf}: for each property of an incident the latest version that
 * speaks of it holds. A merged incident counts as the one it was merged into (its root); its calls
 * and orders keep counting each.
 */
final class FigureSql {
  private static final String INCIDENTS =
      """
      with recursive i as materialized (
        select matter_id,
          max(received_at) as received_at,
          max(number) as number,
          max(occurred_at) filter (where kind = 'CREATED') as created_at,
          bool_or(entered_at > occurred_at) filter (where kind in ('CREATED', 'CLOSED')) as late,
          (array_agg(agency_id order by version desc, kind))[1] as agency_id,
          (array_agg(type_code order by version desc) filter (where type_code is not null))[1] as type_code,
          (array_agg(help order by version desc) filter (where help is not null))[1] as help,
          (array_agg(priority order by version desc) filter (where priority is not null))[1] as priority,
          (array_agg(merged_into order by version desc) filter (where kind in ('MERGED', 'UNMERGED')))[1] as merged_into,
          (array_agg(nuisance order by version desc) filter (where nuisance is not null))[1] as nuisance,
          (array_agg(closed order by version desc) filter (where closed is not null))[1] as closed,
          (array_agg(occurred_at order by version desc) filter (where kind = 'CLOSED'))[1] as closed_at
        from figures.incident_fact
        where matter_id in (
            select matter_id from figures.incident_fact
            where kind = 'CREATED' and received_at >= :from and received_at < :to and {exercise})
          and entered_at <= :asOf
        group by matter_id
      ),
      up as (
        select matter_id, matter_id as root from i where merged_into is null
        union all
        select i.matter_id, up.root from i join up on i.merged_into = up.matter_id
      ),
      o as materialized (
        select i.matter_id, coalesce(up.root, i.matter_id) as root, up.root is not null as inside,
          i.received_at, i.created_at, i.number, i.late,
          coalesce(r.agency_id, i.agency_id) as agency_id,
          coalesce(r.type_code, i.type_code) as type_code,
          coalesce(r.priority, i.priority) as priority,
          coalesce(r.help, i.help) as help,
          coalesce(r.nuisance, i.nuisance, false) as nuisance,
          coalesce(r.closed, i.closed, false) as closed,
          case when coalesce(r.closed, i.closed) then coalesce(r.closed_at, i.closed_at) end as closed_at,
          coalesce(r.number, i.number) as root_number
        from i left join up on up.matter_id = i.matter_id left join i r on r.matter_id = up.root
      ),
      a as materialized (
        select f.assignment_id,
          (array_agg(f.matter_id order by f.step <> 'DISPATCHED'))[1] as matter_id,
          max(f.occurred_at) filter (where f.step = 'DISPATCHED') as dispatched_at,
          max(f.occurred_at) filter (where f.step = 'ACKNOWLEDGED') as acknowledged_at,
          max(f.occurred_at) filter (where f.step = 'DEPARTED') as departed_at,
          max(f.occurred_at) filter (where f.step = 'ARRIVED') as arrived_at,
          max(f.occurred_at) filter (where f.step = 'TRANSPORTING') as transporting_at,
          max(f.occurred_at) filter (where f.step = 'DELIVERED') as delivered_at,
          max(f.occurred_at) filter (where f.step = 'FED_BACK') as fed_back_at,
          max(f.occurred_at) filter (where f.step = 'CLEARED') as cleared_at,
          array_agg(f.step) filter (where f.entered_at > f.occurred_at) as late_steps
        from figures.assignment_fact f
        where f.assignment_id in (
            select assignment_id from figures.assignment_fact
            where step = 'DISPATCHED' and matter_id in (select matter_id from i))
          and f.entered_at <= :asOf
        group by f.assignment_id
      )
      """;

  private static final String PER_ASSIGNMENT =
      """
      , s as (
        select a.assignment_id as record, o.root as matter, o.root_number as number, o.agency_id as agency,
          o.type_code, o.priority, o.help, o.nuisance, o.closed,
          o.received_at, o.created_at, a.dispatched_at, a.acknowledged_at, a.departed_at, a.arrived_at, a.transporting_at,
          a.delivered_at, a.fed_back_at, a.cleared_at, a.late_steps
        from a join o on o.matter_id = a.matter_id
        where a.dispatched_at is not null
      )
      """;

  private static final String PER_INCIDENT =
      """
      , s as (
        select o.root as record, o.root as matter, min(o.root_number) as number,
          (array_agg(o.agency_id))[1] as agency,
          min(o.type_code) as type_code, min(o.priority) as priority, bool_or(o.help) as help,
          bool_or(o.nuisance) as nuisance, bool_or(o.closed) as closed,
          min(o.received_at) as received_at, min(o.created_at) as created_at, min(a.dispatched_at) as dispatched_at,
          min(a.acknowledged_at) as acknowledged_at, min(a.departed_at) as departed_at, min(a.arrived_at) as arrived_at,
          min(a.fed_back_at) as fed_back_at, min(o.closed_at) as closed_at,
          case when bool_or(o.late) then array['CREATED', 'CLOSED'] end as late_steps
        from o left join a on a.matter_id = o.matter_id
        where o.inside
        group by o.root
      )
      """;

  private static final String CALLS =
      """
      with c as materialized (
        select signal_id as record,
          max(occurred_at) filter (where kind = 'RECEIVED') as received_at,
          min(occurred_at) filter (where kind = 'ANSWERED') as answered_at,
          (array_agg(agency_id order by occurred_at desc))[1] as agency,
          max(number) as number,
          (array_agg(matter_id order by occurred_at desc) filter (where kind in ('ACCEPTED', 'RELEASED')))[1] as matter,
          (array_agg(kind order by occurred_at desc, kind) filter (where kind in ('ACCEPTED', 'RELEASED', 'REJECTED')))[1] = 'REJECTED'
            as rejected
        from figures.call_fact
        where signal_id in (
            select signal_id from figures.call_fact
            where kind = 'RECEIVED' and occurred_at >= :from and occurred_at < :to and {exercise})
          and entered_at <= :asOf
        group by signal_id
      ),
      s as (
        select c.*, false as nuisance, null::text as type_code, null::int as priority, null::text[] as late_steps from c
        where received_at is not null
      )
      """;

  private FigureSql() {}

  /** Parameters: from, to, asOf, all, agencies, and exercise where {@code real} is false. */
  static String records(FigureDefinition figure, By by, boolean real) {
    String base =
        switch (figure.per()) {
          case ASSIGNMENT -> INCIDENTS + PER_ASSIGNMENT;
          case INCIDENT -> INCIDENTS + PER_INCIDENT;
          case CALL -> CALLS;
        };
    return base.replace("{exercise}", real ? "exercise_id is null" : "exercise_id = :exercise")
        + ", records as (select record, matter, number, "
        + group(by)
        + " as grp, "
        + (figure.unit() == Unit.COUNT
            ? "received_at as from_at, null::timestamptz as to_at, false as late"
            : column(figure.from())
                + " as from_at, "
                + column(figure.to())
                + " as to_at, "
                + late(figure))
        + " from s where (:all or agency = any(:agencies)) and "
        + condition(figure)
        + ")\n";
  }

  private static String late(FigureDefinition figure) {
    return "coalesce(late_steps && array['%s', '%s'], false) as late"
        .formatted(figure.from(), figure.to());
  }

  private static String column(@org.jspecify.annotations.Nullable Step step) {
    return String.valueOf(step).toLowerCase(Locale.ROOT) + "_at";
  }

  private static String group(By by) {
    return switch (by) {
      case NONE -> "null::text";
      case AGENCY -> "agency::text";
      case TYPE -> "type_code";
      case PRIORITY -> "priority::text";
    };
  }

  private static String condition(FigureDefinition figure) {
    Where where = figure.where() == null ? Where.ALL : figure.where();
    boolean call = figure.per() == Per.CALL;
    return switch (where) {
      case ALL -> call ? "true" : "not nuisance";
      case HELP -> "help and not nuisance";
      case NUISANCE -> "nuisance";
      case REJECTED -> "rejected";
      case CLOSED -> "closed and not nuisance";
    };
  }
}
