/**
 * Many clients at once on one instance, bounded in number and time, and what must still be true
 * afterwards.
 */
@NullMarked
package org.tocsin.exercise.load;

import org.jspecify.annotations.NullMarked;
