package org.tocsin.app.matter.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.matter.AreaCount;
import org.tocsin.app.matter.Beat;
import org.tocsin.app.matter.Counts;
import org.tocsin.app.matter.IncidentCounts;
import org.tocsin.app.matter.IncidentCounts.Sums;
import org.tocsin.app.matter.IncidentType;
import org.tocsin.app.matter.IncidentTypes;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.CommandedPart;
import org.tocsin.app.staff.DutyLevels;
import org.tocsin.app.staff.RollUp;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.InstanceClock;

/** Counts for commanders: own and below, equal at every level. */
@Service
class Counting implements Counts {
  private static final int MOST_DAYS = 90;

  private final CountStore store;
  private final Agencies agencies;
  private final IncidentTypes types;
  private final DutyLevels levels;
  private final InstanceClock clock;

  Counting(
      CountStore store,
      Agencies agencies,
      IncidentTypes types,
      DutyLevels levels,
      InstanceClock clock) {
    this.store = store;
    this.agencies = agencies;
    this.types = types;
    this.levels = levels;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
  public IncidentCounts of(@Nullable AgencyId agency, @Nullable ExerciseId exercise) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    CommandedPart part = CommandedPart.of(agencies, actor, agency);
    ExerciseId counted = exercise == null ? actor.exercise() : exercise;
    Instant now = clock.instant();
    Instant day =
        LocalDate.ofInstant(now, clock.getZone()).atStartOfDay(clock.getZone()).toInstant();
    Map<AgencyId, Sums> own = store.byAgency(part.scope(), counted, day);
    return new IncidentCounts(
        now,
        day,
        part.top().id(),
        counted,
        store.otherOpen(part.scope(), counted),
        RollUp.of(part.agencies(), own, Sums.NONE, Sums::plus).stream()
            .map(
                r ->
                    new IncidentCounts.Row(
                        r.agencyId(), r.parentId(), r.level(), r.own(), r.total()))
            .toList());
  }

  private record Cell(
      AgencyId agency,
      @Nullable String precinctCode,
      @Nullable String precinctName,
      IncidentType.Group group,
      int band) {}

  @Override
  @Transactional(readOnly = true)
  public List<AreaCount> areas(@Nullable AgencyId agency, int days, @Nullable ExerciseId exercise) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    if (days < 1 || days > MOST_DAYS) {
      throw Problem.invalid("days", "range", 1, MOST_DAYS);
    }
    CommandedPart part = CommandedPart.of(agencies, actor, agency);
    Instant since = clock.instant().minus(Duration.ofDays(days));
    ExerciseId counted = exercise == null ? actor.exercise() : exercise;
    Map<Cell, Long> cells = new LinkedHashMap<>();
    for (CountStore.Area a : store.areas(part.scope(), counted, since, clock.getZone())) {
      IncidentType.Group group =
          types.find(a.typeCode()).map(IncidentType::group).orElse(IncidentType.Group.OTHER);
      cells.merge(
          new Cell(a.agency(), a.precinctCode(), a.precinctName(), group, a.band()),
          a.count(),
          Long::sum);
    }
    return cells.entrySet().stream()
        .map(
            e ->
                new AreaCount(
                    e.getKey().agency(),
                    e.getKey().precinctCode(),
                    e.getKey().precinctName(),
                    e.getKey().group(),
                    e.getKey().band(),
                    e.getValue()))
        .toList();
  }

  @Override
  @Transactional(readOnly = true)
  public List<Beat> beats(@Nullable AgencyId agency, int days, @Nullable ExerciseId exercise) {
    List<AreaCount> areas = areas(agency, days, exercise);
    Actor actor = Acting.current();
    CommandedPart part = CommandedPart.of(agencies, actor, agency);
    int rounds = levels.rounds(part.ids(), exercise == null ? actor.exercise() : exercise);
    return BeatPlan.of(areas, rounds);
  }
}
