package org.tocsin.tracing.statement;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the heading among the first rows of a table and guesses what its columns mean: by the words
 * of the heading first, then by what stands below it where the words leave it open.
 */
final class Guess {
  /** How many rows are looked at. */
  static final int SAMPLE = 400;

  private static final int DEEPEST_HEADING = 40;
  private static final Pattern OWN =
      Pattern.compile("(?:账|帐|卡)(?:户|号|户号码|号码)[::\\s|]*([0-9*]{8,32})");
  private static final Pattern OWN_IN_NAME = Pattern.compile("(?<![0-9])([0-9]{15,21})(?![0-9])");

  private final Moments moments;
  private final List<String[]> rows;

  /** The first rows, cleaned; {@code rows.get(0)} is row 1. */
  Guess(List<String[]> rows, Moments moments) {
    this.rows = rows;
    this.moments = moments;
  }

  /** The best mapping; ask {@link Mapping#missing} whether it is enough. */
  Mapping of(String fileName) {
    Mapping best = null;
    int most = -1;
    for (int i = 0; i < Math.min(rows.size(), DEEPEST_HEADING); i++) {
      for (int height = 1; height <= 2 && i + height <= rows.size(); height++) {
        String[] headings = height == 1 ? rows.get(i) : joined(rows.get(i), rows.get(i + 1));
        if (height == 2 && holdsData(rows.get(i + 1))) {
          continue;
        }
        Map<Column, Integer> columns = columns(headings);
        int score = 2 * columns.keySet().stream().mapToInt(Column::weight).sum() - height;
        if (score > most) {
          most = score;
          best =
              new Mapping(
                  i + 1,
                  height,
                  List.of(headings),
                  columns,
                  Mapping.Sign.DIRECTION,
                  true,
                  null,
                  List.of());
        }
      }
    }
    if (best == null) {
      best = new Mapping(0, 0, List.of(), Map.of(), Mapping.Sign.DIRECTION, true, null, List.of());
    }
    return refine(best, fileName);
  }

  /** What the rows say about a mapping whose columns are settled. */
  Mapping refine(Mapping mapping, String fileName) {
    return owner(signs(times(mapping)), fileName);
  }

  private static Map<Column, Integer> columns(String[] headings) {
    var found = new EnumMap<Column, Integer>(Column.class);
    var surest = new EnumMap<Column, Integer>(Column.class);
    for (int at = 0; at < headings.length; at++) {
      String heading = Text.heading(headings[at]);
      if (heading.isEmpty()) {
        continue;
      }
      Column best = null;
      int sure = 0;
      for (Column column : Column.values()) {
        int match = column.match(heading);
        if (match > sure) {
          sure = match;
          best = column;
        }
      }
      if (best != null && sure > surest.getOrDefault(best, 0)) {
        found.put(best, at);
        surest.put(best, sure);
      } else if (best == Column.OWN_ACCOUNT && heading.equals("account")) {
        found.put(Column.OTHER_ACCOUNT, at); // the second of AMLworld's two columns called Account
      }
    }
    worldAccounts(headings, found);
    return found;
  }

  /** AMLworld writes "From Bank, Account, To Bank, Account": each account stands after its bank. */
  private static void worldAccounts(String[] headings, Map<Column, Integer> found) {
    Integer fromBank = found.get(Column.FROM_BANK);
    Integer toBank = found.get(Column.TO_BANK);
    if (fromBank == null
        || toBank == null
        || found.containsKey(Column.FROM_ACCOUNT)
        || toBank + 1 >= headings.length) {
      return;
    }
    if (Text.heading(headings[fromBank + 1]).equals("account")
        && Text.heading(headings[toBank + 1]).equals("account")) {
      found.remove(Column.OWN_ACCOUNT);
      found.remove(Column.OTHER_ACCOUNT);
      found.put(Column.FROM_ACCOUNT, fromBank + 1);
      found.put(Column.TO_ACCOUNT, toBank + 1);
    }
  }

  /** A heading of two rows: what stands above is said of every column below it up to the next. */
  private static String[] joined(String[] upper, String[] lower) {
    var both = new String[Math.max(upper.length, lower.length)];
    String above = "";
    for (int i = 0; i < both.length; i++) {
      String high = i < upper.length ? upper[i] : "";
      String low = i < lower.length ? lower[i] : "";
      above = high.isEmpty() && !low.isEmpty() ? above : high;
      both[i] = above.equals(low) ? low : above + low;
    }
    return both;
  }

  private boolean holdsData(String[] row) {
    return Arrays.stream(row)
        .anyMatch(
            cell ->
                moments.holdsDate(cell)
                    || !Text.blank(cell) && Amounts.parse(cell).reason() == null);
  }

  private List<String[]> data(Mapping mapping) {
    return rows.subList(
        Math.min(rows.size(), Math.max(0, mapping.headingRow() - 1 + mapping.headingRows())),
        rows.size());
  }

  private static String cell(String[] row, int at) {
    return at >= 0 && at < row.length ? row[at] : "";
  }

  /**
   * A column called 交易时间 holds a time of day in one bank's statements and the date as well in
   * another's.
   */
  private Mapping times(Mapping mapping) {
    if (!mapping.has(Column.TIMESTAMP) && !mapping.has(Column.DATE) && mapping.has(Column.TIME)) {
      return mapping.with(Map.of(Column.TIMESTAMP, mapping.at(Column.TIME)));
    }
    int stamp = mapping.at(Column.TIMESTAMP);
    if (stamp < 0) {
      return mapping;
    }
    List<String> values =
        data(mapping).stream().map(row -> cell(row, stamp)).filter(v -> !Text.blank(v)).toList();
    boolean steps = !values.isEmpty() && values.stream().allMatch(v -> v.matches("[0-9]{1,4}"));
    long dated = values.stream().filter(moments::holdsDate).count();
    if (steps && !mapping.has(Column.DATE)) {
      return mapping
          .with(Map.of(Column.TIMESTAMP, -1, Column.STEP, stamp))
          .noting("时间是整数步，按天计 (time is a step, taken as a day)");
    }
    if (mapping.has(Column.DATE) && dated * 2 < values.size()) {
      return mapping.with(Map.of(Column.TIMESTAMP, -1, Column.TIME, stamp));
    }
    return mapping;
  }

  /**
   * What a minus means, and whether 借 is money out here: a column of balances knows better than a
   * convention.
   */
  private Mapping signs(Mapping mapping) {
    boolean columns = mapping.has(Column.INCOME) || mapping.has(Column.EXPENDITURE);
    if (mapping.transfers() || !columns && !mapping.has(Column.AMOUNT)) {
      return mapping.withSign(Mapping.Sign.REVERSAL);
    }
    if (!columns && !mapping.has(Column.DIRECTION)) {
      return mapping.withSign(Mapping.Sign.DIRECTION);
    }
    var tally = new SignTally(mapping);
    data(mapping).forEach(tally::add);
    Mapping known =
        mapping.withSign(tally.minusOnlyOut() ? Mapping.Sign.REDUNDANT : Mapping.Sign.REVERSAL);
    if (tally.bornOut()) {
      return known.noting("余额的增减与收支方向相符 (balances bear out the direction)");
    }
    return tally.against() ? swapped(known) : known;
  }

  private static Mapping swapped(Mapping mapping) {
    String note = "余额的增减表明：本表的借方是收入 (by the balances, debit is money in here)";
    if (mapping.has(Column.DIRECTION)) {
      return mapping.withDebitIsOut(false).noting(note);
    }
    return mapping
        .with(
            Map.of(
                Column.INCOME,
                mapping.at(Column.EXPENDITURE),
                Column.EXPENDITURE,
                mapping.at(Column.INCOME)))
        .noting(note);
  }

  /** The account of the whole file, from what stands above the heading or from the file's name. */
  private Mapping owner(Mapping mapping, String fileName) {
    if (mapping.transfers() || mapping.has(Column.OWN_ACCOUNT)) {
      return mapping;
    }
    var above = new ArrayList<String>();
    for (int i = 0; i + 1 < mapping.headingRow() && i < rows.size(); i++) {
      above.add(String.join("|", rows.get(i)));
    }
    Matcher inside = OWN.matcher(String.join("\n", above));
    if (inside.find()) {
      return mapping
          .withOwnAccount(inside.group(1))
          .noting("本方账号取自表头上方：" + inside.group(1) + " (own account from above the heading)");
    }
    Matcher inName = OWN_IN_NAME.matcher(fileName);
    if (inName.find()) {
      return mapping
          .withOwnAccount(inName.group(1))
          .noting("本方账号取自文件名：" + inName.group(1) + " (own account from the file's name)");
    }
    return mapping;
  }
}
