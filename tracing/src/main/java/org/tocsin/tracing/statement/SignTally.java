package org.tocsin.tracing.statement;

import org.jspecify.annotations.Nullable;

/**
 * Counts over a sample of rows what their signs and balances say about the meaning of the marks.
 */
final class SignTally {
  /** So many more rows must speak against the convention than for it before it is given up. */
  private static final int CLEARLY = 4;

  private final Mapping mapping;
  private int agree;
  private int disagree;
  private int minusOut;
  private int plusOut;
  private int minusIn;
  private @Nullable Change last;

  SignTally(Mapping mapping) {
    this.mapping = mapping;
  }

  /**
   * What one row says happened: how much, out or in by the bank's convention, and the balance
   * after.
   */
  private record Change(String account, long fen, boolean out, long balance) {
    /**
     * Did the balance go down (out), up (in), or not by this amount (null) from {@code before} to
     * {@code after}?
     */
    @Nullable Boolean wentOut(long before, long after) {
      return Math.abs(after - before) == Math.abs(fen) && fen != 0
          ? Boolean.valueOf(after < before)
          : null;
    }
  }

  void add(String[] row) {
    Change now = change(row);
    if (now != null && last != null && now.account.equals(last.account)) {
      Boolean older = now.wentOut(last.balance, now.balance);
      Boolean newer = last.wentOut(now.balance, last.balance); // lists with the newest first
      if (older != null) {
        count(older == now.out);
      } else if (newer != null) {
        count(newer == last.out);
      }
    }
    last = now;
  }

  private void count(boolean agrees) {
    agree += agrees ? 1 : 0;
    disagree += agrees ? 0 : 1;
  }

  private @Nullable Change change(String[] row) {
    String income = cell(row, Column.INCOME);
    String expenditure = cell(row, Column.EXPENDITURE);
    Direction direction = Direction.of(cell(row, Column.DIRECTION));
    boolean columns = !mapping.has(Column.DIRECTION);
    boolean out =
        columns ? Text.blank(income) || isZero(income) : direction != null && direction.out();
    Amounts.Parsed amount =
        Amounts.parse(columns ? (out ? expenditure : income) : cell(row, Column.AMOUNT));
    Amounts.Parsed balance = Amounts.parse(cell(row, Column.BALANCE));
    if (!columns && direction == null || amount.reason() != null) {
      return null;
    }
    minusOut += out && amount.fen() < 0 ? 1 : 0;
    plusOut += out && amount.fen() > 0 ? 1 : 0;
    minusIn += !out && amount.fen() < 0 ? 1 : 0;
    boolean convention = columns || direction != null && direction.debitOrCredit();
    return balance.reason() != null || !convention
        ? null
        : new Change(cell(row, Column.OWN_ACCOUNT), amount.fen(), out, balance.fen());
  }

  private static boolean isZero(String text) {
    Amounts.Parsed amount = Amounts.parse(text);
    return amount.reason() == null && amount.fen() == 0;
  }

  private String cell(String[] row, Column column) {
    int at = mapping.at(column);
    return at >= 0 && at < row.length ? row[at] : "";
  }

  /** Every payment out has a minus and nothing else has: it only repeats the mark. */
  boolean minusOnlyOut() {
    return minusOut > 0 && plusOut == 0 && minusIn == 0;
  }

  /** The balances move against the convention: these are the holder's own books. */
  boolean against() {
    return disagree > CLEARLY && disagree > CLEARLY * agree;
  }

  boolean bornOut() {
    return agree > CLEARLY && agree > CLEARLY * disagree;
  }
}
