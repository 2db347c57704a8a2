package org.tocsin.bench.peers;

import org.jspecify.annotations.Nullable;

/** For what only exists once a ledger has been loaded. */
final class Needed {
  private Needed() {}

  static <T> T of(@Nullable T thing) {
    if (thing == null) {
      throw new IllegalStateException("no ledger is loaded");
    }
    return thing;
  }
}
