package org.tocsin.app.dispatch.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.dispatch.Muster;
import org.tocsin.app.dispatch.Musters;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.staff.Exercises;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.Quantiles;

/** Counts muster times. */
@Service
class MusterDesk implements Musters {
  private static final int MOST = 1_000;

  private final PastAssignments past;
  private final Exercises exercises;

  MusterDesk(PastAssignments past, Exercises exercises) {
    this.past = past;
    this.exercises = exercises;
  }

  @Override
  @Transactional(readOnly = true)
  public Muster of(ExerciseId exercise) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    if (exercises.find(exercise).isEmpty()) {
      throw Problem.notFound("exercise", exercise);
    }
    List<Muster.Row> rows =
        past.ofExercise(exercise, actor.scope(), MOST).stream().map(MusterDesk::row).toList();
    long[] times =
        rows.stream()
            .map(Muster.Row::musterSeconds)
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .sorted()
            .toArray();
    return new Muster(
        exercise, rows.size(), times.length, rank(times, 0.5), rank(times, 0.9), rows);
  }

  private static @Nullable Long rank(long[] sorted, double share) {
    OptionalLong value = Quantiles.nearestRank(sorted, share);
    return value.isPresent() ? value.getAsLong() : null;
  }

  private static Muster.Row row(AssignmentRow a) {
    AssignmentRow.Instants at = a.instants();
    return new Muster.Row(
        a.id(),
        a.unit(),
        a.callSign(),
        a.unitAgency(),
        a.matter(),
        a.incidentNumber(),
        at.dispatched(),
        seconds(at.dispatched(), at.acknowledged()),
        seconds(at.dispatched(), at.departed()),
        seconds(at.dispatched(), at.arrived()));
  }

  private static @Nullable Long seconds(Instant from, @Nullable Instant to) {
    return to == null ? null : Duration.between(from, to).toSeconds();
  }
}
