/** Other engines doing the same traces, each by the best query that is known for it. */
@NullMarked
package org.tocsin.bench.peers;

import org.jspecify.annotations.NullMarked;
