/** Generated ledgers: the same payments for the same size and seed, on every machine. */
@NullMarked
package org.tocsin.bench.tracing.ledger;

import org.jspecify.annotations.NullMarked;
