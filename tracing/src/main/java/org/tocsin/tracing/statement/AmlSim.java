package org.tocsin.tracing.statement;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;

/**
 * The sample outputs of IBM's AMLSim: {@code transactions.csv} with a step for a time, {@code
 * nodes.csv} with what accounts begin with.
 */
final class AmlSim {
  /**
   * Step 0: the day the simulations are said to begin, 2017-01-01, midnight UTC. Only differences
   * matter.
   */
  private static final long DAY_ZERO = 1_483_228_800_000L;

  private AmlSim() {}

  static long dayOf(int step) {
    return DAY_ZERO + step * 86_400_000L;
  }

  /** Is this the list of accounts? */
  static boolean accounts(String[] headings) {
    return headings.length >= 3
        && Text.heading(headings[0]).equals("nodeid")
        && Text.heading(headings[2]).equals("initbalance");
  }

  /** Opening balances by account, in fen. */
  static Map<String, Long> openings(Table table) throws IOException {
    var found = new HashMap<String, Long>();
    while (table.next()) {
      Amounts.Parsed balance = Amounts.parse(table.row().text(2));
      String account = Text.account(table.row().raw(0));
      if (balance.reason() == null && !account.isEmpty()) {
        found.put(account, Math.max(0, balance.fen()));
      }
    }
    return found;
  }
}
