package org.tocsin.tracing;

import java.util.EnumMap;
import java.util.Map;

/**
 * What happens to traced money at an account of a class that mixes the money of many (a hub). Never
 * silent: what stops at hubs is a total of its own, and each hub is listed.
 */
public enum HubPolicy {
  /** Money stops here; the next step is to ask the operator for the beneficiary. */
  STOP,
  /** Traced through like any other account. */
  FOLLOW,
  /** Goes on only into payments that bear the order number of the payment in; a hypothesis. */
  PASS_THROUGH;

  /** Stop at merchants, payment institutions and exchanges; follow the rest. */
  public static Map<AccountClass, HubPolicy> defaults() {
    EnumMap<AccountClass, HubPolicy> policies = new EnumMap<>(AccountClass.class);
    for (AccountClass type : AccountClass.values()) {
      policies.put(type, FOLLOW);
    }
    policies.put(AccountClass.MERCHANT, STOP);
    policies.put(AccountClass.PAYMENT_INSTITUTION, STOP);
    policies.put(AccountClass.EXCHANGE, STOP);
    return policies;
  }
}
