/** A whole feed on a fresh instance, checked to the last row: the report card. */
@NullMarked
package org.tocsin.exercise.replay;

import org.jspecify.annotations.NullMarked;
