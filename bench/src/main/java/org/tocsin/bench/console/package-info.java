/** The console in a real browser: page loads, typing, the other window, the map. */
@NullMarked
package org.tocsin.bench.console;

import org.jspecify.annotations.NullMarked;
