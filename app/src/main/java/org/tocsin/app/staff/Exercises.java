package org.tocsin.app.staff;

import java.util.Optional;
import org.tocsin.kernel.ExerciseId;

/** Exercises (A14): the door for other rooms. */
public interface Exercises {
  /** The exercise, if there is one and it has not ended. */
  Optional<Exercise> running(ExerciseId id);

  /** The exercise, running or ended. */
  Optional<Exercise> find(ExerciseId id);

  /** The running exercise that began last. */
  Optional<Exercise> latestRunning();
}
