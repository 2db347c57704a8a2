package org.tocsin.tracing.rule;

/** In proportion: a payment carries traced money as the balance holds it, rounded down. */
final class HaircutTrace extends MixingTrace {
  HaircutTrace(Setting setting, Lift lift) {
    super(setting, lift);
  }

  @Override
  long carried(long traced, long amount, long balance) {
    return Shares.part(traced, amount, balance);
  }
}
