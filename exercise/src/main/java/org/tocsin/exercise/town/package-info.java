/**
 * A made-up town and two hours of its calls, the same for the same seed. Nothing in it is of a real
 * place or person.
 */
@NullMarked
package org.tocsin.exercise.town;

import org.jspecify.annotations.NullMarked;
