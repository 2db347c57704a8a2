package org.tocsin.tracing.store;

import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/** The rare amounts of 2^32 - 1 fen and more, which a row of the tail has no room for. */
final class LargeAmounts {
  private final ConcurrentMap<Integer, Long> amounts = new ConcurrentHashMap<>();

  /** Keeps an amount and returns the mark that stands for it in the row. */
  long put(int id, long amount) {
    amounts.put(id, amount);
    return 0xFFFF_FFFFL;
  }

  long get(int id) {
    return Objects.requireNonNull(amounts.get(id));
  }
}
