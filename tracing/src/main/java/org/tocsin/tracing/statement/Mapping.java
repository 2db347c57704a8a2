package org.tocsin.tracing.statement;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What the columns of one layout of statements mean. Guessed, shown, put right by a person and
 * remembered under the fingerprint of its heading.
 *
 * @param headingRow first row of the heading, from 1; 0 when there is none
 * @param headingRows how many rows the heading takes, 1 or 2
 * @param headings the headings as read, one per column
 * @param columns where each meaning is, 0-based
 * @param sign what a minus before an amount means here
 * @param debitIsOut does 借 (debit) take money out of the account? So it is in a bank's books; in
 *     the holder's own books it is the other way
 * @param ownAccount the account of the whole file, for files that name it only above the heading or
 *     in their name
 * @param notes how the guess was reached, for the person who checks it
 */
public record Mapping(
    int headingRow,
    int headingRows,
    List<String> headings,
    Map<Column, Integer> columns,
    Sign sign,
    boolean debitIsOut,
    @Nullable String ownAccount,
    List<String> notes) {

  /** What a minus before an amount means. */
  public enum Sign {
    /** The direction: minus is out. For statements without a debit or credit mark. */
    DIRECTION,
    /** Nothing new: every payment out has one, beside its mark. */
    REDUNDANT,
    /** A reversal 冲正: the money goes the other way. */
    REVERSAL
  }

  /** Copies what it is given. */
  public Mapping {
    headings = List.copyOf(headings);
    columns = Map.copyOf(columns);
    notes = List.copyOf(notes);
  }

  /** Position of a column, or -1. */
  public int at(Column column) {
    return columns.getOrDefault(column, -1);
  }

  public boolean has(Column column) {
    return columns.containsKey(column);
  }

  /** Payments that name both accounts in each row, rather than one account's own statement. */
  public boolean transfers() {
    return has(Column.FROM_ACCOUNT) && has(Column.TO_ACCOUNT);
  }

  /**
   * What is missing before rows can be read with it, in words for a person; null when it is
   * complete.
   */
  public @Nullable String missing() {
    if (!has(Column.TIMESTAMP) && !has(Column.DATE) && !has(Column.STEP)) {
      return "交易时间 (TIMESTAMP, or DATE with TIME)";
    }
    if (!has(Column.AMOUNT) && !has(Column.INCOME) && !has(Column.EXPENDITURE)) {
      return "金额 (AMOUNT, or INCOME with EXPENDITURE)";
    }
    if (transfers()) {
      return null;
    }
    if (!has(Column.OTHER_ACCOUNT)) {
      return "对手账号 (OTHER_ACCOUNT), or 付款账号 and 收款账号 (FROM_ACCOUNT, TO_ACCOUNT)";
    }
    return has(Column.OWN_ACCOUNT) || ownAccount != null
        ? null
        : "本方账号 (OWN_ACCOUNT, or --own-account)";
  }

  /**
   * The same with other columns: what a person put right. A column number replaces a guess, -1
   * removes it.
   */
  public Mapping with(Map<Column, Integer> fixed) {
    var all = new EnumMap<Column, Integer>(Column.class);
    all.putAll(columns);
    all.keySet().removeAll(fixed.keySet());
    all.values().removeIf(fixed::containsValue);
    fixed.forEach(
        (column, at) -> {
          if (at >= 0) {
            all.put(column, at);
          }
        });
    return new Mapping(headingRow, headingRows, headings, all, sign, debitIsOut, ownAccount, notes);
  }

  public Mapping withSign(Sign other) {
    return new Mapping(
        headingRow, headingRows, headings, columns, other, debitIsOut, ownAccount, notes);
  }

  public Mapping withDebitIsOut(boolean out) {
    return new Mapping(headingRow, headingRows, headings, columns, sign, out, ownAccount, notes);
  }

  public Mapping withOwnAccount(@Nullable String account) {
    return new Mapping(
        headingRow, headingRows, headings, columns, sign, debitIsOut, account, notes);
  }

  /** With one more remark on how it was reached. */
  public Mapping noting(String note) {
    var all = new ArrayList<>(notes);
    all.add(note);
    return new Mapping(
        headingRow, headingRows, headings, columns, sign, debitIsOut, ownAccount, all);
  }

  /** One line a column, as it is shown to the person who checks it. */
  public String shown() {
    var out = new StringBuilder();
    columns.entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(
            e -> {
              String heading = e.getValue() < headings.size() ? headings.get(e.getValue()) : "";
              out.append(
                  "  %3d  %-24s → %s %s%n"
                      .formatted(e.getValue() + 1, heading, e.getKey(), e.getKey().zh()));
            });
    notes.forEach(note -> out.append("       ").append(note).append('\n'));
    return out.toString();
  }
}
