/**
 * Reads a whole instance over HTTP and checks that nothing is lost, doubled or shown otherwise than
 * it is kept.
 */
@NullMarked
package org.tocsin.exercise.check;

import org.jspecify.annotations.NullMarked;
