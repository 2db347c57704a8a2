package org.tocsin.tracing;

/** How traced money came to rest at an account. */
public enum End {
  /** On the account at the end of the window. */
  HELD,
  /** Handed out in cash. */
  CASH,
  /** At a hub behind which it was not followed. */
  HUB,
  /** Back on the account of the victim who reported it. */
  RETURNED
}
