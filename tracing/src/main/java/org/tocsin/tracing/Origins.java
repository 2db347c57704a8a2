package org.tocsin.tracing;

import org.tocsin.tracing.rule.OriginTrace;

/** Follows money backwards. */
public final class Origins {
  private Origins() {}

  /**
   * Where an account's money came from, by FIFO: fen x of an account's outflow is fen x of its
   * inflow.
   *
   * @throws IllegalArgumentException when more is asked for than the account has
   */
  public static OriginResult of(Snapshot snapshot, OriginRequest request) {
    return new OriginTrace(snapshot, request).run();
  }
}
