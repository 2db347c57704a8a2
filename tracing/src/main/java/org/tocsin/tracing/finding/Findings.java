package org.tocsin.tracing.finding;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.Snapshot;

/**
 * Looks for patterns around some accounts. Hubs (merchants, payment institutions, exchanges, cash)
 * are never the account in question, and accounts with very many payments are passed over; how
 * many, the result says.
 *
 * @param findings the most money first within each kind
 * @param looked how many accounts were looked at
 * @param passedOver how many were not, for being hubs or too busy
 */
public record Findings(List<Finding> findings, int looked, int passedOver) {
  /** Copies the list. */
  public Findings {
    findings = List.copyOf(findings);
  }

  /**
   * Looks at some accounts.
   *
   * @param toId only payments before this id are seen
   * @param progress told how many accounts have been looked at
   */
  public static Findings around(
      Snapshot snapshot, int[] accounts, long toId, FindingLimits limits, IntConsumer progress) {
    var payments = new Payments(snapshot, toId);
    List<Search> searches =
        List.of(
            new FastInFastOut(limits),
            new Fans(limits),
            new Cycles(limits),
            new Structuring(limits));
    var found = new ArrayList<Finding>();
    int looked = 0;
    int passedOver = 0;
    for (int account : accounts) {
      if (hub(snapshot.type(account)) || payments.busy(account, limits.busiest())) {
        passedOver++;
        continue;
      }
      for (Search search : searches) {
        search.look(account, payments, found::add);
      }
      progress.accept(++looked);
    }
    found.sort(
        Comparator.comparing(Finding::kind)
            .thenComparing(Comparator.comparingLong(Finding::fen).reversed())
            .thenComparingInt(Finding::account));
    return new Findings(found, looked, passedOver);
  }

  /** All accounts of a ledger. */
  public static int[] everyAccount(Snapshot snapshot) {
    return IntStream.range(0, snapshot.accounts()).toArray();
  }

  static boolean hub(AccountClass type) {
    return type != AccountClass.PERSONAL && type != AccountClass.BUSINESS;
  }
}
