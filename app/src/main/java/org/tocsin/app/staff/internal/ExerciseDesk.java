package org.tocsin.app.staff.internal;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.staff.Agency;
import org.tocsin.app.staff.Exercise;
import org.tocsin.app.staff.Exercises;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.Ids;
import org.tocsin.kernel.InstanceClock;

/** Starting, ending and taking part in exercises (A14). */
@Service
public class ExerciseDesk implements Exercises {
  private static final String LATEST = "latest";

  private final ExerciseStore store;
  private final CachedAgencies agencies;
  private final Ledger ledger;
  private final InstanceClock clock;
  private final boolean exerciseInstance;
  private final Fresh<ExerciseId, Exercise> fresh = new Fresh<>();
  private final Fresh<String, Exercise> latest = new Fresh<>();

  ExerciseDesk(
      ExerciseStore store,
      CachedAgencies agencies,
      Ledger ledger,
      InstanceClock clock,
      @Value("${tocsin.mode:}") String mode) {
    this.store = store;
    this.agencies = agencies;
    this.ledger = ledger;
    this.clock = clock;
    this.exerciseInstance = mode.isBlank() ? clock.isDriven() : mode.equalsIgnoreCase("EXERCISE");
  }

  /** Whether this whole instance is for exercises ({@code tocsin.mode}, or a driven clock). */
  public boolean isExerciseInstance() {
    return exerciseInstance;
  }

  /** Starts an exercise of the actor's agency. */
  @Transactional
  public Exercise start(@Nullable String name, @Nullable String note) {
    Actor actor = Acting.require(Permission.EXERCISE_RUN);
    AgencyId agency = actor.agency();
    if (agency == null) {
      agency =
          agencies.findRoot().map(Agency::id).orElseThrow(() -> Problem.notFound("agency", "root"));
    }
    Exercise exercise =
        new Exercise(
            new ExerciseId(Ids.next()),
            Check.text("name", name, 100),
            Check.optional("note", note, 1000),
            agency,
            clock.instant(),
            null);
    store.insert(exercise, actor.name());
    ledger.audit(
        Audit.of("exercise.started").about("exercise", exercise.id()).detail("name", name));
    AfterTransaction.run(latest::forgetAll);
    return exercise;
  }

  /** Ends an exercise: nothing more can be marked as part of it. */
  @Transactional
  public Exercise end(ExerciseId id) {
    Actor actor = Acting.require(Permission.EXERCISE_RUN);
    if (find(id).filter(e -> actor.scope().covers(e.agencyId())).isEmpty()) {
      throw Problem.notFound("exercise", id);
    }
    if (!store.end(id, actor.scope(), clock.instant(), actor.name())) {
      throw Problem.refused(ProblemCode.EXERCISE_ENDED, id);
    }
    ledger.audit(Audit.of("exercise.ended").about("exercise", id));
    AfterTransaction.run(
        () -> {
          fresh.forget(id);
          latest.forgetAll();
        });
    return find(id).orElseThrow();
  }

  /** The exercises within the actor's scope, newest first. */
  public Page<Exercise> page(@Nullable String after, @Nullable Integer limit) {
    Actor actor = Acting.require(Permission.STAFF_READ);
    int rows = Page.limit(limit);
    return Page.of(
        store.page(actor.scope(), Cursor.id(after), rows + 1), rows, e -> Cursor.of(e.id()));
  }

  /**
   * The actor as part of the exercise that the request names; on an exercise instance officers take
   * part in the running one without naming it, so that nothing they do there can pass for real.
   *
   * @throws Problem if the actor may not, or the exercise is not running
   */
  public Actor join(Actor actor, @Nullable String named) {
    if (named == null || named.isBlank()) {
      return exerciseInstance && actor.kind() == ActorKind.OFFICER
          ? latestRunning().map(e -> actor.in(e.id())).orElse(actor)
          : actor;
    }
    if (!actor.may(Permission.EXERCISE_RUN) && !actor.may(Permission.SIGNAL_SUBMIT)) {
      throw Problem.forbidden(Permission.EXERCISE_RUN);
    }
    ExerciseId id = parse(named);
    return running(id)
        .map(e -> actor.in(e.id()))
        .orElseThrow(() -> Problem.refused(ProblemCode.EXERCISE_ENDED, id));
  }

  private static ExerciseId parse(String text) {
    try {
      return ExerciseId.of(text.strip());
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("Tocsin-Exercise", "format", text);
    }
  }

  @Override
  public Optional<Exercise> running(ExerciseId id) {
    return fresh.get(id, store::find).filter(Exercise::isRunning);
  }

  @Override
  public Optional<Exercise> find(ExerciseId id) {
    return store.find(id);
  }

  @Override
  public Optional<Exercise> latestRunning() {
    return latest.get(LATEST, key -> store.latestRunning());
  }
}
