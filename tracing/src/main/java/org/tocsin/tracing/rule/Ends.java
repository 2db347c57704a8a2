package org.tocsin.tracing.rule;

import org.jspecify.annotations.Nullable;
import org.tocsin.tracing.End;

/** How traced money in a row of a table came to rest, as a small number. */
final class Ends {
  /** On an account that is followed. */
  static final byte ON = 0;

  static final byte CASH = 1;
  static final byte HUB = 2;
  static final byte RETURNED = 3;

  /** In a payment below the threshold. */
  static final byte DUST = 4;

  /** In a payment that is reported itself. */
  static final byte OVERLAP = 5;

  static final int COUNT = 6;

  private Ends() {}

  /** The public name; null for what has none. */
  static @Nullable End end(byte code) {
    return switch (code) {
      case CASH -> End.CASH;
      case HUB -> End.HUB;
      case RETURNED -> End.RETURNED;
      default -> null;
    };
  }

  /** The small number of a public name. */
  static byte code(End end) {
    return switch (end) {
      case HELD -> ON;
      case CASH -> CASH;
      case HUB -> HUB;
      case RETURNED -> RETURNED;
    };
  }
}
