package org.tocsin.app.staff.internal;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.staff.Exercise;
import org.tocsin.app.staff.Lesson;
import org.tocsin.app.staff.LessonId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.OfficerId;

/** Lessons of exercises: each has an owner and a last day, and another person confirms it (A14). */
@Service
public class LessonDesk {
  private static final int LONGEST = 1_000;

  /** A lesson to keep; {@code version} only where one is changed. */
  public record LessonInput(
      @Nullable Long version,
      @Nullable String text,
      @Nullable OfficerId ownerId,
      @Nullable LocalDate dueOn) {}

  private record Asked(Object on, Object what) {}

  private final LessonStore store;
  private final ExerciseStore exercises;
  private final OfficerStore officers;
  private final StaffChanges changes;
  private final Once once;
  private final InstanceClock clock;

  LessonDesk(
      LessonStore store,
      ExerciseStore exercises,
      OfficerStore officers,
      StaffChanges changes,
      Once once,
      InstanceClock clock) {
    this.store = store;
    this.exercises = exercises;
    this.officers = officers;
    this.changes = changes;
    this.once = once;
    this.clock = clock;
  }

  /** What an exercise taught. */
  public List<Lesson> of(ExerciseId exercise) {
    Actor actor = Acting.require(Permission.STAFF_READ);
    return store.of(inScope(actor, exercise).id(), actor.scope(), today());
  }

  /** All lessons that are still to be done. */
  public Page<Lesson> open(@Nullable String after, @Nullable Integer limit) {
    Actor actor = Acting.require(Permission.STAFF_READ);
    int rows = Page.limit(limit);
    return Page.of(
        store.open(actor.scope(), Cursor.id(after), rows + 1, today()),
        rows,
        l -> Cursor.of(l.id()));
  }

  /** Adds a lesson; the exercise may be over. */
  @Transactional
  public Lesson add(ExerciseId exercise, LessonInput asked, @Nullable String key) {
    Actor actor = Acting.require(Permission.EXERCISE_RUN);
    return once.run(
        "lesson.add",
        key,
        new Asked(exercise, asked),
        Lesson.class,
        () -> {
          Exercise of = inScope(actor, exercise);
          LessonId id = LessonId.next();
          store.insert(id, of, words(actor, asked), changes.now(), actor.name());
          return told("lesson.added", actor, id);
        });
  }

  /** Changes an open lesson. */
  @Transactional
  public Lesson change(LessonId id, LessonInput asked, @Nullable String key) {
    Actor actor = Acting.require(Permission.EXERCISE_RUN);
    long version = Check.given("version", asked.version());
    return once.run(
        "lesson.change",
        key,
        new Asked(id, asked),
        Lesson.class,
        () -> {
          get(actor, id);
          if (!store.update(id, version, words(actor, asked), changes.now(), actor.name())) {
            throw changes.stale("lesson", id);
          }
          return told("lesson.changed", actor, id);
        });
  }

  /**
   * Confirms that a lesson was seen to.
   *
   * @throws Problem OWN_WORK if its owner asks
   */
  @Transactional
  public Lesson done(
      LessonId id, @Nullable Long version, @Nullable String outcome, @Nullable String key) {
    Actor actor = Acting.require(Permission.EXERCISE_RUN);
    long seen = Check.given("version", version);
    String words = Check.text("outcome", outcome, LONGEST);
    return once.run(
        "lesson.done",
        key,
        new Asked(id, List.of(seen, words)),
        Lesson.class,
        () -> {
          Lesson lesson = get(actor, id);
          if (actor.kind() == ActorKind.OFFICER && actor.officerId().equals(lesson.ownerId())) {
            throw Problem.refused(ProblemCode.OWN_WORK);
          }
          if (!store.done(id, seen, words, changes.now(), actor.name())) {
            throw changes.stale("lesson", id);
          }
          return told("lesson.done", actor, id);
        });
  }

  private Lesson told(String action, Actor actor, LessonId id) {
    Lesson lesson = get(actor, id);
    changes.audit(
        Audit.of(action)
            .about("lesson", id)
            .detail("exercise", lesson.exerciseId())
            .detail("owner", lesson.ownerId())
            .detail("dueOn", lesson.dueOn().toString()));
    return lesson;
  }

  private LessonStore.Words words(Actor actor, LessonInput asked) {
    OfficerId owner = Check.given("ownerId", asked.ownerId());
    if (officers.find(owner, actor.scope()).isEmpty()) {
      throw Problem.notFound("officer", owner);
    }
    LocalDate due = Check.given("dueOn", asked.dueOn());
    if (due.isBefore(today())) {
      throw Problem.invalid("dueOn", "past", due, today());
    }
    return new LessonStore.Words(Check.text("text", asked.text(), LONGEST), owner, due);
  }

  private Exercise inScope(Actor actor, ExerciseId id) {
    return exercises
        .find(id)
        .filter(e -> actor.scope().covers(e.agencyId()))
        .orElseThrow(() -> Problem.notFound("exercise", id));
  }

  private Lesson get(Actor actor, LessonId id) {
    return store.find(id, actor.scope(), today()).orElseThrow(() -> Problem.notFound("lesson", id));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), clock.getZone());
  }
}
