/**
 * The generated city of Qinglan (青澜): streets, crossings, precincts, landmarks, units and demand,
 * the same for the same seed.
 */
@NullMarked
package org.tocsin.exercise.city;

import org.jspecify.annotations.NullMarked;
