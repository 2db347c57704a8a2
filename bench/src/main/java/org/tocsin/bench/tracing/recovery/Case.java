package org.tocsin.bench.tracing.recovery;

import java.time.Instant;
import java.util.List;

/**
 * One planted pattern.
 *
 * @param typology such as {@code FAN-OUT}
 * @param accounts those that tracing should find; the payers of the reports are not among them
 * @param reports the payments by which money enters the pattern
 * @param until when the pattern is over
 */
record Case(String typology, int[] accounts, List<Entry> reports, Instant until) {
  /** A payment that is reported: its id, who paid whom how much. */
  record Entry(long id, int from, int to, long amountFen) {}
}
