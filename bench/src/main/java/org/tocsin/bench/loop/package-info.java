/** The closed loop at its full size: a million matters, their clocks, and fifty people at work. */
@NullMarked
package org.tocsin.bench.loop;

import org.jspecify.annotations.NullMarked;
