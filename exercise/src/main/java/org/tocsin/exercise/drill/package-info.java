/** Drills: a scenario's calls are injected as an exercise, and what came of them is scored. */
@NullMarked
package org.tocsin.exercise.drill;

import org.jspecify.annotations.NullMarked;
