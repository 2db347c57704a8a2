package org.tocsin.tracing.statement;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.tocsin.tracing.Account;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Payment;

/**
 * The payments of some statements in the order of the ledger, each with the rows that tell of it.
 * The instant of a payment that two banks tell of is the earlier of the two, so that no bank's slow
 * clock hides where the money went on.
 */
public final class Book {
  private static final int BATCH = 20_000;

  private final Entries entries;
  private final List<String> sources;
  private final int[] leaders;
  private final int[] others;
  private final BitSet covered = new BitSet();
  private final Map<Integer, Long> openings = new HashMap<>();

  Book(Entries entries, List<String> sources, Reconciler reconciler, boolean[] newestFirst) {
    this.entries = entries;
    this.sources = List.copyOf(sources);
    leaders = leaders(reconciler);
    sort(newestFirst);
    others = new int[leaders.length];
    Arrays.setAll(others, i -> reconciler.other(leaders[i]));
  }

  private int[] leaders(Reconciler reconciler) {
    int[] found = new int[entries.size()];
    int count = 0;
    for (int i = 0; i < found.length; i++) {
      int other = reconciler.other(i);
      if (reconciler.leads(i)) {
        found[count++] = i;
        if (other >= 0) {
          entries.millis[i] = instant(i, other);
          entries.order[i] =
              entries.order[i] == entries.none ? entries.order[other] : entries.order[i];
        }
      }
      if (entries.view[i] != Entries.TRANSFER && !reconciler.dropped(i)) {
        covered.set(entries.own(i));
      }
    }
    return Arrays.copyOf(found, count);
  }

  /** The earlier of the two; a day alone gives way to a time. */
  private long instant(int one, int other) {
    if (entries.dateOnly[one] != entries.dateOnly[other]) {
      return entries.millis[entries.dateOnly[one] ? other : one];
    }
    return Math.min(entries.millis[one], entries.millis[other]);
  }

  /**
   * By instant, serial, and place in the files; a list with the newest first is read from its end.
   * Most lists are in order already.
   */
  private void sort(boolean[] newestFirst) {
    Comparator<Integer> before =
        (a, b) -> {
          int by = Long.compare(entries.millis[a], entries.millis[b]);
          by = by != 0 ? by : entries.compareSerials(a, b);
          by = by != 0 ? by : Integer.compare(entries.source[a], entries.source[b]);
          return by != 0
              ? by
              : newestFirst[entries.source[a]] ? Integer.compare(b, a) : Integer.compare(a, b);
        };
    boolean sorted = true;
    for (int i = 1; i < leaders.length && sorted; i++) {
      sorted =
          entries.millis[leaders[i - 1]] < entries.millis[leaders[i]]
              || before.compare(leaders[i - 1], leaders[i]) < 0;
    }
    if (!sorted) {
      Integer[] order = new Integer[leaders.length];
      Arrays.setAll(order, i -> leaders[i]);
      Arrays.sort(order, before);
      Arrays.setAll(leaders, i -> order[i]);
    }
  }

  /**
   * Takes an opening that a statement shows, unless the ledger holds a payment of the account from
   * before it.
   */
  void openings(List<Map<Integer, Balances.Opening>> shown) {
    var first = new HashMap<Integer, Balances.Opening>();
    for (Map<Integer, Balances.Opening> one : shown) {
      one.forEach(
          (account, opening) ->
              first.merge(account, opening, (a, b) -> a.millis() <= b.millis() ? a : b));
    }
    for (int leader : leaders) {
      for (int account : new int[] {entries.payer[leader], entries.payee[leader]}) {
        Balances.Opening opening = first.get(account);
        if (opening != null && entries.millis[leader] < opening.millis()) {
          first.remove(account);
        }
      }
    }
    first.forEach((account, opening) -> openings.put(account, opening.fen()));
  }

  /** States the opening balance of an account, which need not be one of the book's. */
  void opening(String account, long fen) {
    openings.put(entries.accounts.number(account), fen);
  }

  /** How many payments. */
  public int payments() {
    return leaders.length;
  }

  /**
   * Whether rows came from the account's own statement, so that all its payments of that time are
   * here.
   */
  public boolean hasStatement(String account) {
    int number = entries.accounts.find(account);
    return number >= 0 && covered.get(number);
  }

  /**
   * Are there statements of single accounts in it at all, rather than lists that name both sides?
   */
  public boolean ofStatements() {
    return !covered.isEmpty();
  }

  /** Where a payment is told of: {@code file:line}, the payer's bank first. */
  public List<String> rows(long payment) {
    var rows = new ArrayList<String>(2);
    rows.add(place(leaders[(int) payment]));
    if (others[(int) payment] >= 0) {
      rows.add(place(others[(int) payment]));
    }
    return rows;
  }

  private String place(int entry) {
    return sources.get(entries.source[entry]) + ":" + entries.line[entry];
  }

  /** One payment; its number is its id in a ledger that holds nothing else. */
  public Payment payment(int number) {
    int entry = leaders[number];
    return new Payment(
        entries.accounts.text(entries.payer[entry]),
        entries.accounts.text(entries.payee[entry]),
        entries.fen[entry],
        Instant.ofEpochMilli(entries.millis[entry]),
        entries.texts.text(entries.serial[entry]),
        entries.texts.text(entries.order[entry]));
  }

  /**
   * Puts all payments into a ledger, with opening balances and the cash accounts described; tells
   * how far it is.
   */
  public void into(LedgerStore ledger, LongConsumer progress) {
    int[] numbers = new int[entries.accounts.size()];
    for (int i = 0; i < numbers.length; i++) {
      String key = entries.accounts.text(i);
      numbers[i] = ledger.account(key);
      if (Strangers.cash(key)) {
        ledger.describe(numbers[i], AccountClass.CASH, Account.UNKNOWN);
      }
    }
    openings.forEach(
        (account, fen) -> ledger.describe(numbers[account], AccountClass.PERSONAL, fen));
    long position = 0;
    for (int i = 0; i < leaders.length; ) {
      if (bare(leaders[i])) {
        position =
            ledger.append(
                numbers[entries.payer[leaders[i]]],
                numbers[entries.payee[leaders[i]]],
                entries.fen[leaders[i]],
                entries.millis[leaders[i]]);
        i++;
      } else {
        var batch = new ArrayList<Payment>();
        while (i < leaders.length && batch.size() < BATCH && !bare(leaders[i])) {
          batch.add(payment(i++));
        }
        ledger.append(batch);
      }
      if (i % BATCH == 0) {
        progress.accept(i);
      }
    }
    ledger.sync(position);
    progress.accept(leaders.length);
  }

  private boolean bare(int entry) {
    return entries.serial[entry] == entries.none && entries.order[entry] == entries.none;
  }
}
