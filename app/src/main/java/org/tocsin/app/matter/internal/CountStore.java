package org.tocsin.app.matter.internal;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.id;
import static org.tocsin.app.matter.internal.Rows.uuid;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.matter.IncidentCounts.Sums;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;

/** Counts incidents by the agency that owns them; one statement, one moment. */
@Repository
class CountStore {
  /**
   * What is open and what is of today. An incident received today was also created today, since
   * nothing is created before it is received: the index on created_at finds the day's. Each arm of
   * the condition is one that an index answers, so that the past costs nothing.
   */
  private static final String SUMS =
      """
      with looked as (
        select m.id, m.agency_id, m.state, m.priority, m.created_at, m.closed_at,
          m.state not in ('CLOSED', 'MERGED') as open
        from matter.matter m
        where m.state <> 'MERGED' and m.exercise_id is not distinct from cast(:exercise as uuid)
          and (:all or m.agency_id = any(:agencies))
          and (m.state not in ('CLOSED', 'MERGED') or m.created_at >= :day
            or (m.state = 'CLOSED' and m.closed_at >= :day)))
      select l.agency_id,
        count(*) filter (where open) as open,
        count(*) filter (where state = 'CREATED') as created,
        count(*) filter (where state = 'DISPATCHED') as dispatched,
        count(*) filter (where state = 'ON_SCENE') as on_scene,
        count(*) filter (where state = 'FED_BACK') as fed_back,
        count(*) filter (where open and priority = 1) as p1,
        count(*) filter (where open and priority = 2) as p2,
        count(*) filter (where open and priority = 3) as p3,
        count(*) filter (where open and priority = 4) as p4,
        count(*) filter (where open and exists (select 1 from matter.overdue o
          join matter.matter x on x.id = o.matter_id
          where x.root_id = l.id and not o.settled)) as overdue,
        count(*) filter (where created_at >= :day and (select min(coalesce(x.received_at, x.created_at))
          from matter.matter x where x.root_id = l.id) >= :day) as received_today,
        count(*) filter (where state = 'CLOSED' and closed_at >= :day) as closed_today
      from looked l group by l.agency_id
      """;

  private final JdbcClient jdbc;

  CountStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Map<AgencyId, Sums> byAgency(Scope scope, @Nullable ExerciseId exercise, Instant day) {
    Map<AgencyId, Sums> sums = new HashMap<>();
    scoped(SUMS, scope, exercise)
        .param("day", at(day))
        .query(
            rs -> {
              sums.put(new AgencyId(uuid(rs, "agency_id")), sums(rs));
            });
    return sums;
  }

  private static Sums sums(ResultSet rs) throws SQLException {
    return new Sums(
        rs.getLong("open"),
        rs.getLong("created"),
        rs.getLong("dispatched"),
        rs.getLong("on_scene"),
        rs.getLong("fed_back"),
        rs.getLong("p1"),
        rs.getLong("p2"),
        rs.getLong("p3"),
        rs.getLong("p4"),
        rs.getLong("overdue"),
        rs.getLong("received_today"),
        rs.getLong("closed_today"));
  }

  /** The open ones that {@link #byAgency} does not count for the sake of the exercise. */
  long otherOpen(Scope scope, @Nullable ExerciseId exercise) {
    return scoped(
            """
            select count(*) from matter.matter m
            where m.state not in ('CLOSED', 'MERGED')
              and m.exercise_id is distinct from cast(:exercise as uuid)
              and (:all or m.agency_id = any(:agencies))
            """,
            scope,
            exercise)
        .query(Long.class)
        .single();
  }

  /** One number of an area before its type is known to belong to a group. */
  record Area(
      AgencyId agency,
      @Nullable String precinctCode,
      @Nullable String precinctName,
      String typeCode,
      int band,
      long count) {}

  /** What was created since an instant, by precinct, type and six hours of the day. */
  List<Area> areas(Scope scope, @Nullable ExerciseId exercise, Instant since, ZoneId zone) {
    return scoped(
            """
            select m.agency_id, m.precinct_code, m.precinct_name, m.type_code,
              cast(extract(hour from coalesce(m.received_at, m.created_at)
                at time zone :zone) as int) / 6 as band, count(*) as n
            from matter.matter m
            where m.created_at >= :since and m.state <> 'MERGED' and not m.nuisance
              and m.exercise_id is not distinct from cast(:exercise as uuid)
              and (:all or m.agency_id = any(:agencies))
            group by 1, 2, 3, 4, 5 order by 1, 2, 4, 5
            """,
            scope,
            exercise)
        .param("since", at(since))
        .param("zone", zone.getId())
        .query(
            (rs, n) ->
                new Area(
                    new AgencyId(uuid(rs, "agency_id")),
                    rs.getString("precinct_code"),
                    rs.getString("precinct_name"),
                    rs.getString("type_code"),
                    rs.getInt("band"),
                    rs.getLong("n")))
        .list();
  }

  private JdbcClient.StatementSpec scoped(String sql, Scope scope, @Nullable ExerciseId exercise) {
    return jdbc.sql(sql)
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .param("exercise", id(exercise));
  }
}
