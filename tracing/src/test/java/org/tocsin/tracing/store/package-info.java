/** Tests of how a ledger is kept. */
@NullMarked
package org.tocsin.tracing.store;

import org.jspecify.annotations.NullMarked;
