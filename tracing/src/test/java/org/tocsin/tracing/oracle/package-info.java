/**
 * A slow and obvious tracer, written from the meaning of the five rules and from nothing else: it
 * moves every single fen. The fast engine is held against it on small random ledgers.
 */
@NullMarked
package org.tocsin.tracing.oracle;

import org.jspecify.annotations.NullMarked;
