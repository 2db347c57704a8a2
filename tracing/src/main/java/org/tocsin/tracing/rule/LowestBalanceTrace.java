package org.tocsin.tracing.rule;

/** Other money first: a payment carries traced money only when the rest does not cover it. */
final class LowestBalanceTrace extends MixingTrace {
  LowestBalanceTrace(Setting setting, Lift lift) {
    super(setting, lift);
  }

  @Override
  long carried(long traced, long amount, long balance) {
    return Math.max(0, traced - (balance - amount));
  }
}
