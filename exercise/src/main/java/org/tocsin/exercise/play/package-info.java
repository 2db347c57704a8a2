/**
 * Plays a feed on an instance: registers the world it needs, then every step at its own instant.
 */
@NullMarked
package org.tocsin.exercise.play;

import org.jspecify.annotations.NullMarked;
