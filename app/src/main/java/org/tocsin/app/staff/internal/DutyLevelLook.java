package org.tocsin.app.staff.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.staff.Agency;
import org.tocsin.app.staff.CommandedPart;
import org.tocsin.app.staff.DutyLevel;
import org.tocsin.app.staff.DutyLevels;
import org.tocsin.app.staff.DutyShift;
import org.tocsin.app.staff.internal.DutyLevelPack.Level;
import org.tocsin.app.staff.internal.DutyLevelPack.Need;
import org.tocsin.app.staff.internal.DutyLevelPack.Where;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;

/**
 * Which level holds where, and whether the template's people are on duty. Numbers of agencies only:
 * no names.
 */
@Service
public class DutyLevelLook implements DutyLevels {
  /**
   * One agency now.
   *
   * @param from the setting that holds, its own or one from above; null for the base level
   * @param needed what the template asks for here
   * @param on how many officers and units are on shifts that run now
   */
  public record Now(
      AgencyId agencyId, String levelCode, @Nullable DutyLevel from, Need needed, Need on) {}

  /** Levels, templates, and what holds. */
  public record View(String base, List<Level> levels, List<Now> now) {}

  private final DutyLevelPack pack;
  private final DutyLevelStore store;
  private final DutyStore shifts;
  private final CachedAgencies agencies;
  private final StaffChanges changes;

  DutyLevelLook(
      DutyLevelPack pack,
      DutyLevelStore store,
      DutyStore shifts,
      CachedAgencies agencies,
      StaffChanges changes) {
    this.pack = pack;
    this.store = store;
    this.shifts = shifts;
    this.agencies = agencies;
    this.changes = changes;
  }

  /** The area of an agency (null for the actor's own), parents before children. */
  public View of(@Nullable AgencyId agency) {
    Actor actor = Acting.require(Permission.STAFF_READ);
    CommandedPart part = CommandedPart.of(agencies, actor, agency);
    Map<AgencyId, DutyLevel> present = present(actor.exercise());
    Map<AgencyId, Need> on = onDuty(part);
    return new View(
        pack.base().code(),
        pack.levels(),
        part.agencies().stream().map(a -> now(a, present, on)).toList());
  }

  private Now now(Agency agency, Map<AgencyId, DutyLevel> present, Map<AgencyId, Need> on) {
    DutyLevel from = holding(agency.id(), present);
    Level level = level(from);
    Where where = where(agency);
    return new Now(
        agency.id(),
        level.code(),
        from,
        level.need(where),
        on.getOrDefault(agency.id(), new Need(where, 0, 0)));
  }

  private Where where(Agency agency) {
    if (agency.level() == 0) {
      return Where.TOP;
    }
    return agencies.children(agency.id()).isEmpty() ? Where.STATION : Where.DIVISION;
  }

  /** The highest of an agency's own and those above; of two of one rank the nearer. */
  private @Nullable DutyLevel holding(AgencyId agency, Map<AgencyId, DutyLevel> present) {
    return Stream.concat(Stream.of(agency), agencies.ancestors(agency).stream().map(Agency::id))
        .flatMap(id -> Stream.ofNullable(present.get(id)))
        .min(Comparator.comparingInt(l -> pack.get(l.levelCode()).rank()))
        .orElse(null);
  }

  private Map<AgencyId, DutyLevel> present(@Nullable ExerciseId exercise) {
    return store.present(exercise).stream()
        .collect(Collectors.toMap(DutyLevel::agencyId, Function.identity()));
  }

  private Map<AgencyId, Need> onDuty(CommandedPart part) {
    Collection<DutyShift> running = shifts.running(part.scope(), changes.now());
    Map<AgencyId, Need> on = new HashMap<>();
    for (DutyShift shift : running) {
      Where where = where(agencies.get(shift.agencyId()));
      Need here = new Need(where, shift.officers().size(), shift.callSigns().size());
      on.merge(
          shift.agencyId(),
          here,
          (a, b) -> new Need(where, a.officers() + b.officers(), a.units() + b.units()));
    }
    return on;
  }

  @Override
  public Held held(AgencyId agency, @Nullable ExerciseId exercise) {
    DutyLevel from = holding(agency, present(exercise));
    Level level = level(from);
    return new Held(
        level.code(), new Text(level.zh(), level.en()), from == null ? null : from.until());
  }

  @Override
  public int rounds(Collection<AgencyId> among, @Nullable ExerciseId exercise) {
    Map<AgencyId, DutyLevel> present = present(exercise);
    return among.stream()
        .map(agencies::get)
        .filter(agency -> where(agency) == Where.STATION)
        .mapToInt(agency -> level(holding(agency.id(), present)).patrols())
        .sum();
  }

  private Level level(@Nullable DutyLevel from) {
    return from == null ? pack.base() : pack.get(from.levelCode());
  }
}
