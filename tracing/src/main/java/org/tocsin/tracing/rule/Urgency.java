package org.tocsin.tracing.rule;

import java.time.Duration;
import java.time.Instant;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.store.Balances;

/** How soon money leaves an account: a stated heuristic for the order of stops, not evidence. */
final class Urgency {
  private static final Duration LOOK_BACK = Duration.ofHours(24);
  private static final double MILLIS_PER_HOUR = 3_600_000.0;

  private final Snapshot snapshot;
  private final long toId;
  private final Instant end;
  private final long dayAgo;
  private final Balances balances;

  Urgency(Setting setting) {
    this.snapshot = setting.snapshot;
    this.toId = setting.toId;
    Instant until = setting.request.until();
    this.end = until == null ? snapshot.at(toId - 1) : until;
    this.dayAgo = snapshot.idAt(end.minus(LOOK_BACK));
    this.balances = new Balances(snapshot);
  }

  /** Balance of an account at the end of the window, in fen. */
  long balance(int account) {
    return toId == snapshot.payments() ? snapshot.balance(account) : balances.at(account, toId);
  }

  /**
   * Hours until the balance is gone at the rate of the last day, at most as long as the money has
   * lain there already: what has just arrived is expected to go on soon.
   */
  double hoursToLeave(int account, long balance, Instant lastArrival) {
    double lain = Math.max(0, Duration.between(lastArrival, end).toMillis()) / MILLIS_PER_HOUR;
    long paid = snapshot.outflow(account, toId) - snapshot.outflow(account, dayAgo);
    return paid == 0 ? lain : Math.min(lain, balance / (paid / (double) LOOK_BACK.toHours()));
  }
}
