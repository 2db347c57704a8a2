/**
 * What every engine under comparison gets and gives: the same rows with the same derived columns,
 * the same questions, and answers that can be compared. Uses the JDK only, as each engine runs in a
 * process of its own with its own libraries.
 */
@NullMarked
package org.tocsin.bench.tracing.engine;

import org.jspecify.annotations.NullMarked;
