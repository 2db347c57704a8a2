/** Load on a fixed schedule and the latencies it sees. */
@NullMarked
package org.tocsin.bench.load;

import org.jspecify.annotations.NullMarked;
