/** Response intervals straight from a CAD log, sharing no code with the player or the server. */
@NullMarked
package org.tocsin.exercise.intervals;

import org.jspecify.annotations.NullMarked;
