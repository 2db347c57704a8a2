package org.tocsin.app.dispatch.internal;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.dispatch.AssignmentView;
import org.tocsin.app.dispatch.UnitCounts;
import org.tocsin.app.dispatch.UnitLife;
import org.tocsin.app.dispatch.UnitNoteId;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.CommandedPart;
import org.tocsin.app.staff.RollUp;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.UnitId;

/** Shows what units did. Counts come from the board in memory, the past from the database. */
@Service
class UnitLifeDesk implements UnitLife {
  private static final Duration LONGEST_TRAIL = Duration.ofDays(1);
  private static final int MOST_FIXES = 3_000;
  private static final int MOST_ASSIGNMENTS = 200;
  private static final int LONGEST_NOTE = 1_000;

  private final UnitLifeStore store;
  private final UnitBoard board;
  private final PastAssignments past;
  private final Views views;
  private final Agencies agencies;
  private final InstanceClock clock;
  private final Writing writing;

  /** What a write needs. */
  @org.springframework.stereotype.Component
  record Writing(Ledger ledger, Once once) {}

  UnitLifeDesk(
      UnitLifeStore store,
      UnitBoard board,
      PastAssignments past,
      Views views,
      Agencies agencies,
      InstanceClock clock,
      Writing writing) {
    this.store = store;
    this.board = board;
    this.past = past;
    this.views = views;
    this.agencies = agencies;
    this.clock = clock;
    this.writing = writing;
  }

  @Override
  public UnitCounts counts(@Nullable AgencyId agency, @Nullable ExerciseId exercise) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    CommandedPart part = CommandedPart.of(agencies, actor, agency);
    ExerciseId counted = exercise == null ? actor.exercise() : exercise;
    Map<AgencyId, UnitCounts.Sums> own = new HashMap<>();
    for (BoardUnit u : board.all()) {
      ExerciseId only = u.unit().exercise();
      if (only == null || Objects.equals(only, counted)) {
        own.merge(u.unit().agency(), UnitCounts.Sums.one(u.status()), UnitCounts.Sums::plus);
      }
    }
    return new UnitCounts(
        clock.instant(),
        part.top().id(),
        RollUp.of(part.agencies(), own, UnitCounts.Sums.NONE, UnitCounts.Sums::plus).stream()
            .map(r -> new UnitCounts.Row(r.agencyId(), r.parentId(), r.level(), r.own(), r.total()))
            .toList());
  }

  @Override
  @Transactional(readOnly = true)
  public List<AssignmentView> assignments(UnitId id, @Nullable Instant from, @Nullable Instant to) {
    seen(Acting.require(Permission.INCIDENT_READ), id);
    return views.assignments(
        past.ofUnit(id, from == null ? midnight() : from, to, MOST_ASSIGNMENTS));
  }

  private Instant midnight() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone())
        .atStartOfDay(clock.getZone())
        .toInstant();
  }

  @Override
  @Transactional
  public List<Fix> trail(UnitId id, @Nullable Instant from, @Nullable Instant to, String purpose) {
    Actor actor = Acting.current();
    if (!actor.may(Permission.DISPATCH) && !actor.may(Permission.UNIT_MANAGE)) {
      throw Problem.forbidden(Permission.DISPATCH);
    }
    BoardUnit unit = seen(actor, id);
    String why = Limits.required("purpose", purpose, Limits.REASON);
    Instant end = to == null ? clock.instant() : to;
    Instant start = from == null ? end.minus(Duration.ofHours(1)) : from;
    if (!end.isAfter(start) || end.isAfter(start.plus(LONGEST_TRAIL))) {
      throw Problem.invalid("to", "period", 1);
    }
    writing
        .ledger()
        .auditRead(
            Audit.of("unit.trail-read")
                .about("unit", id)
                .why(why)
                .detail("callSign", unit.unit().callSign())
                .detail("from", start.toString())
                .detail("to", end.toString()));
    // A fix at the very end of the span belongs to it: "until now" shows the present place.
    return store.trail(id, start, end.plusMillis(1), MOST_FIXES);
  }

  @Override
  public Page<Note> notes(UnitId id, @Nullable UnitNoteId after, int limit) {
    seen(Acting.require(Permission.INCIDENT_READ), id);
    return Page.of(store.notes(id, after, limit + 1), limit, n -> n.id().toString());
  }

  private record AskedNote(UnitId id, String text) {}

  @Override
  @Transactional
  public Note note(UnitId id, String text, @Nullable String key) {
    Actor actor = Acting.current();
    if (!actor.may(Permission.DISPATCH) && !actor.may(Permission.UNIT_REPORT)) {
      throw Problem.forbidden(Permission.UNIT_REPORT);
    }
    seen(actor, id);
    String words = Limits.required("text", text, LONGEST_NOTE);
    return writing
        .once()
        .run("unit.note", key, new AskedNote(id, words), Note.class, () -> write(actor, id, words));
  }

  private Note write(Actor actor, UnitId id, String words) {
    Note note = new Note(UnitNoteId.next(), clock.instant(), actor.name(), words);
    store.insert(id, note, actor.id());
    // The words stay out of the audit log: they may hold personal data.
    writing
        .ledger()
        .audit(Audit.of("unit.noted").about("unit", id).detail("length", words.length()));
    return note;
  }

  private BoardUnit seen(Actor actor, UnitId id) {
    return board
        .find(id)
        .filter(u -> actor.scope().covers(u.unit().agency()))
        .orElseThrow(() -> Problem.notFound("unit", id));
  }
}
