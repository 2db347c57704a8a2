package org.tocsin.tracing;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What to trace, and how.
 *
 * @param reports one or more; their places in the list are their labels
 * @param until end of the window: payments at or after it do not exist for the trace; null for the
 *     end of the snapshot
 * @param hops how many payments deep money is followed, the reported one included; 0 for no limit
 * @param dustFen payments that carry less traced money than this are not followed; 0 or 1 for none
 * @param hubs policy of each class of accounts; a class that is missing is followed
 */
public record TraceRequest(
    List<Report> reports,
    Rule rule,
    @Nullable Instant until,
    int hops,
    long dustFen,
    Map<AccountClass, HubPolicy> hubs,
    Opening opening) {
  /** Checks the values: at least one report, no payment reported twice, limits not negative. */
  public TraceRequest {
    reports = List.copyOf(reports);
    hubs = Map.copyOf(hubs);
    if (reports.isEmpty()) {
      throw new IllegalArgumentException("a trace needs a report");
    }
    Set<Long> payments = new HashSet<>();
    for (Report report : reports) {
      if (!payments.add(report.paymentId())) {
        throw new IllegalArgumentException("payment reported twice: " + report.paymentId());
      }
    }
    if (hops < 0 || dustFen < 0) {
      throw new IllegalArgumentException("limits must not be negative");
    }
  }

  /** No limits, hubs by their defaults, causal opening. */
  public static TraceRequest of(Rule rule, Report... reports) {
    return new TraceRequest(
        List.of(reports), rule, null, 0, 0, HubPolicy.defaults(), Opening.CAUSAL);
  }

  /** The same with another rule. */
  public TraceRequest withRule(Rule other) {
    return new TraceRequest(reports, other, until, hops, dustFen, hubs, opening);
  }

  /** The same with the end of the window; payments at or after it are not seen. */
  public TraceRequest withUntil(@Nullable Instant end) {
    return new TraceRequest(reports, rule, end, hops, dustFen, hubs, opening);
  }

  /** The same with a limit on hops; 0 for none. */
  public TraceRequest withHops(int limit) {
    return new TraceRequest(reports, rule, until, limit, dustFen, hubs, opening);
  }

  /** The same with a threshold in fen. */
  public TraceRequest withDust(long fen) {
    return new TraceRequest(reports, rule, until, hops, fen, hubs, opening);
  }

  /** The same with other policies at hubs. */
  public TraceRequest withHubs(Map<AccountClass, HubPolicy> policies) {
    return new TraceRequest(reports, rule, until, hops, dustFen, policies, opening);
  }

  /** The same with another convention for unknown opening balances. */
  public TraceRequest withOpening(Opening convention) {
    return new TraceRequest(reports, rule, until, hops, dustFen, hubs, convention);
  }
}
