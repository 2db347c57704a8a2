/**
 * Reads a recorded day out of a CAD log: mapping, rows, stamps in order, and what could not be
 * used.
 */
@NullMarked
package org.tocsin.exercise.feed;

import org.jspecify.annotations.NullMarked;
