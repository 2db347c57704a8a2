/** Benches that count what is right rather than what is fast. */
@NullMarked
package org.tocsin.bench.checks;

import org.jspecify.annotations.NullMarked;
