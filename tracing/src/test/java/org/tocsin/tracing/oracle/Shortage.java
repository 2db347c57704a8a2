package org.tocsin.tracing.oracle;

import org.tocsin.tracing.oracle.SmallLedger.Pay;

/**
 * How much an account must have had besides, never to be overdrawn: the most it was ever short of,
 * counted from what the bank says.
 */
final class Shortage {
  private Shortage() {}

  static long of(SmallLedger ledger, int account) {
    long balance = Math.max(0, ledger.openings().get(account));
    long lowest = 0;
    for (Pay payment : ledger.window()) {
      if (payment.from() == account) {
        balance -= payment.fen();
        lowest = Math.min(lowest, balance);
      }
      if (payment.to() == account) {
        balance += payment.fen();
      }
    }
    return -lowest;
  }
}
