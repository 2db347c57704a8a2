package org.tocsin.app.staff.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.staff.CommandedPart;
import org.tocsin.app.staff.DutyLevel;
import org.tocsin.app.staff.DutyLevelId;
import org.tocsin.app.staff.internal.DutyLevelPack.Level;
import org.tocsin.kernel.AgencyId;

/** Sets and lifts duty levels (等级勤务, A11). */
@Service
public class DutyLevelDesk {
  private static final int LONGEST_REASON = 500;

  /**
   * A level to set.
   *
   * @param version of the level that this one replaces at the same agency; null where none holds
   */
  public record SetInput(
      @Nullable AgencyId agencyId,
      @Nullable String levelCode,
      @Nullable String reason,
      @Nullable Instant until,
      @Nullable Long version) {}

  private record LiftInput(DutyLevelId id, long version, String reason) {}

  private final DutyLevelPack pack;
  private final DutyLevelStore store;
  private final DutyLevelNews news;
  private final DutyLevelTick tick;
  private final CachedAgencies agencies;
  private final StaffChanges changes;
  private final Once once;

  DutyLevelDesk(
      DutyLevelPack pack,
      DutyLevelStore store,
      DutyLevelNews news,
      DutyLevelTick tick,
      CachedAgencies agencies,
      StaffChanges changes,
      Once once) {
    this.pack = pack;
    this.store = store;
    this.news = news;
    this.tick = tick;
    this.agencies = agencies;
    this.changes = changes;
    this.once = once;
  }

  /**
   * Sets a level above the base for an area; the area's own level before it ends as replaced.
   *
   * @throws Problem INVALID, NOT_FOUND, STALE when somebody else set or lifted it meanwhile
   */
  @Transactional
  public DutyLevel set(SetInput asked, @Nullable String key) {
    Actor actor = Acting.require(Permission.DUTY_MANAGE);
    return once.run("duty-level.set", key, asked, DutyLevel.class, () -> set(actor, asked));
  }

  private DutyLevel set(Actor actor, SetInput asked) {
    AgencyId agency = Check.given("agencyId", asked.agencyId());
    if (agencies.find(agency).isEmpty() || !actor.scope().covers(agency)) {
      throw Problem.notFound("agency", agency);
    }
    Level level = level(Check.text("levelCode", asked.levelCode(), 40));
    String reason = Check.text("reason", asked.reason(), LONGEST_REASON);
    Instant now = changes.now();
    Instant until = until(level, Check.given("until", asked.until()), now);
    store.lock(agency);
    replace(actor, agency, asked.version(), now);
    DutyLevel fresh =
        new DutyLevel(
            DutyLevelId.next(),
            agency,
            level.code(),
            reason,
            now,
            until,
            actor.name(),
            null,
            null,
            null,
            null,
            actor.exercise(),
            1);
    store.insert(fresh);
    news.tell("duty-level.set", fresh);
    tick.atCommit(until);
    return fresh;
  }

  private Level level(String code) {
    Level level = pack.find(code).orElseThrow(() -> Problem.invalid("levelCode", "unknown", code));
    if (level.equals(pack.base())) {
      throw Problem.invalid("levelCode", "refused", code);
    }
    return level;
  }

  private static Instant until(Level level, Instant until, Instant now) {
    if (!until.isAfter(now)) {
      throw Problem.invalid("until", "past", until, now);
    }
    if (until.isAfter(now.plus(Duration.ofHours(level.longestHours())))) {
      throw Problem.invalid("until", "hours", level.longestHours());
    }
    return until;
  }

  private void replace(Actor actor, AgencyId agency, @Nullable Long seen, Instant now) {
    Optional<DutyLevel> own =
        store.present(actor.exercise()).stream()
            .filter(l -> l.agencyId().equals(agency))
            .findFirst();
    if (own.isEmpty() && seen != null) {
      // The level that the person saw is over: they must see that before they set another.
      throw store.history(Scope.of(List.of(agency)), null, 1).stream()
          .findFirst()
          .map(last -> changes.stale("duty_level", last.id()))
          .orElseGet(() -> Problem.invalid("version", "unknown", seen));
    }
    own.ifPresent(
        level -> {
          if (seen == null || level.version() != seen) {
            throw changes.stale("duty_level", level.id());
          }
          DutyLevel over =
              store
                  .end(level.id(), level.version(), DutyLevel.End.REPLACED, null, now, actor.name())
                  .orElseThrow(() -> changes.stale("duty_level", level.id()));
          news.tell("duty-level.replaced", over);
        });
  }

  /** Lifts a level before its time. */
  @Transactional
  public DutyLevel lift(
      DutyLevelId id, @Nullable Long version, @Nullable String reason, @Nullable String key) {
    Actor actor = Acting.require(Permission.DUTY_MANAGE);
    LiftInput asked =
        new LiftInput(
            id, Check.given("version", version), Check.text("reason", reason, LONGEST_REASON));
    return once.run("duty-level.lift", key, asked, DutyLevel.class, () -> lift(actor, asked));
  }

  private DutyLevel lift(Actor actor, LiftInput asked) {
    if (store.find(asked.id(), actor.scope()).isEmpty()) {
      throw Problem.notFound("duty level", asked.id());
    }
    DutyLevel over =
        store
            .end(
                asked.id(),
                asked.version(),
                DutyLevel.End.LIFTED,
                asked.reason(),
                changes.now(),
                actor.name())
            .orElseThrow(() -> changes.stale("duty_level", asked.id()));
    news.tell("duty-level.lifted", over);
    return over;
  }

  /** What was ever set in an area, newest first. */
  public Page<DutyLevel> history(
      @Nullable AgencyId agency, @Nullable String after, @Nullable Integer limit) {
    Actor actor = Acting.require(Permission.STAFF_READ);
    int rows = Page.limit(limit);
    CommandedPart part = CommandedPart.of(agencies, actor, agency);
    return Page.of(
        store.history(part.scope(), Cursor.id(after), rows + 1), rows, l -> Cursor.of(l.id()));
  }
}
