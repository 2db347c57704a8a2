/**
 * Fund tracing: a ledger of payments in one total order, and the rules by which reported money is
 * followed through it. What a rule finds is evidence for "traceable by time stamps", never the
 * legal result. Amounts are whole fen, instants whole milliseconds.
 */
@NullMarked
package org.tocsin.tracing;

import org.jspecify.annotations.NullMarked;
