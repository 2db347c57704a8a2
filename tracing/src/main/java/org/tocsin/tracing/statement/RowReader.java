package org.tocsin.tracing.statement;

import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Turns the rows of one table into entries by its mapping, or says why not. */
final class RowReader {
  private static final Pattern FOOTER =
      Pattern.compile(
          "(?i)(合计|总计|小计|本页|本次|累计|打印|制表|复核|经办|共.{0,12}[笔页条]|说明|备注|注[:：]|第.{1,4}页|以下空白|total|page|end of|\\*{3}|-{3}|={3}).*");
  private static final Pattern FAILED =
      Pattern.compile("(?i)(.*(失败|未成功|不成功|撤销|已撤|拒绝|作废|fail|reject|cancel).*|f|n|no|false|否)");
  private static final Pattern CASH = Pattern.compile("(?i).*(现金|取现|取款|存现|atm|cash|现支|现存|柜面存取).*");
  private static final Pattern YUAN = Pattern.compile("|CNY|RMB|CNH|人民币|人民币元|元|156|01|001");

  private final Mapping mapping;
  private final Entries entries;
  private final Moments moments;
  private final Map<String, BigDecimal> rates;
  private final int source;
  private final boolean transfers;
  private final int own;
  private final int[] places = new int[Column.values().length];
  private @Nullable BigDecimal lastRate;
  private String lastCurrency = "";

  RowReader(
      Mapping mapping,
      Entries entries,
      Moments moments,
      Map<String, BigDecimal> rates,
      int source) {
    this.mapping = mapping;
    this.entries = entries;
    this.moments = moments;
    this.rates = rates;
    this.source = source;
    transfers = mapping.transfers();
    for (Column column : Column.values()) {
      places[column.ordinal()] = mapping.at(column);
    }
    own =
        mapping.ownAccount() == null
            ? -1
            : entries.accounts.number(Text.account(mapping.ownAccount()));
  }

  /** Reads one row into a new entry; null, or why it became none. */
  @Nullable Reason read(Row row) {
    long millis = time(row);
    if (millis == Moments.NONE) {
      return noTime(row);
    }
    if (has(Column.STATUS) && FAILED.matcher(row.text(at(Column.STATUS))).matches()) {
      return Reason.NOT_CARRIED_OUT;
    }
    long[] amount = new long[2];
    Reason bad = transfers ? amount(row, Column.AMOUNT, amount) : signed(row, amount);
    if (bad != null) {
      return bad;
    }
    int first = transfers ? account(row, Column.FROM_ACCOUNT) : own(row);
    int second = transfers ? account(row, Column.TO_ACCOUNT) : account(row, Column.OTHER_ACCOUNT);
    if (first == LOST || second == LOST) {
      return Reason.ACCOUNT_DIGITS_LOST;
    }
    if (first == MISSING || transfers && second == MISSING) {
      return transfers ? Reason.NO_ACCOUNT : Reason.NO_OWN_ACCOUNT;
    }
    boolean out = amount[0] > 0;
    if (second == MISSING) {
      second = stranger(row, first, out);
    }
    add(
        row,
        millis,
        Math.abs(amount[0]),
        out ? first : second,
        out ? second : first,
        transfers ? Entries.TRANSFER : out ? Entries.PAYER : Entries.PAYEE);
    return null;
  }

  private int at(Column column) {
    return places[column.ordinal()];
  }

  private boolean has(Column column) {
    return places[column.ordinal()] >= 0;
  }

  private void add(Row row, long millis, long fen, int payer, int payee, byte view) {
    int entry = entries.add();
    entries.payer[entry] = payer;
    entries.payee[entry] = payee;
    entries.fen[entry] = fen;
    entries.millis[entry] = millis;
    entries.view[entry] = view;
    entries.source[entry] = source;
    entries.line[entry] = (int) Math.min(Integer.MAX_VALUE, row.line);
    entries.serial[entry] = text(row, Column.SERIAL);
    entries.order[entry] = text(row, Column.ORDER);
    entries.balance[entry] = balance(row);
    entries.dateOnly[entry] =
        !has(Column.TIME) && has(Column.DATE) && !has(Column.TIMESTAMP) || has(Column.STEP);
  }

  private long time(Row row) {
    int at = at(Column.TIMESTAMP);
    if (at >= 0) {
      long plain = moments.plain(row.bytes, row.from(at), row.to(at));
      if (plain != Moments.NONE) {
        return plain;
      }
      return row.empty(at) ? Moments.NONE : moments.parse(row.raw(at));
    }
    if (has(Column.STEP)) {
      String step = row.text(at(Column.STEP));
      return step.matches("[0-9]{1,4}") ? AmlSim.dayOf(Integer.parseInt(step)) : Moments.NONE;
    }
    String date = row.text(at(Column.DATE));
    return date.isEmpty()
        ? Moments.NONE
        : has(Column.TIME) ? moments.parse(date, row.text(at(Column.TIME))) : moments.parse(date);
  }

  /** Without a time it is a footer, a heading again, or truly bad. */
  private Reason noTime(Row row) {
    if (row.blank()) {
      return Reason.BLANK;
    }
    int same = 0;
    int filled = 0;
    String first = "";
    for (int cell = 0; cell < row.size(); cell++) {
      String text = row.text(cell);
      filled += text.isEmpty() ? 0 : 1;
      first = first.isEmpty() ? text : first;
      same +=
          !text.isEmpty()
                  && cell < mapping.headings().size()
                  && Text.heading(mapping.headings().get(cell)).endsWith(Text.heading(text))
              ? 1
              : 0;
    }
    if (same >= 2 && same * 2 > filled) {
      return Reason.REPEATED_HEADING;
    }
    return FOOTER.matcher(first).matches() || filled == 1 ? Reason.FOOTER : Reason.NO_TIME;
  }

  private @Nullable Reason signed(Row row, long[] amount) {
    if (has(Column.AMOUNT) && (has(Column.DIRECTION) || !has(Column.INCOME))) {
      return marked(row, amount);
    }
    Reason income = amount(row, Column.INCOME, amount);
    long in = amount[0];
    Reason expenditure = amount(row, Column.EXPENDITURE, amount);
    long out = amount[0];
    if (in != 0 && out != 0) {
      return Reason.BOTH_SIDES;
    }
    if (in == 0 && out == 0) {
      return worst(income, expenditure);
    }
    amount[0] = in != 0 ? -in : out;
    return null;
  }

  /** Neither side holds money: zero when one says so, unless the other could not be read. */
  private static Reason worst(@Nullable Reason income, @Nullable Reason expenditure) {
    for (Reason reason : new @Nullable Reason[] {income, expenditure}) {
      if (reason != null && reason != Reason.NO_AMOUNT && reason != Reason.ZERO_AMOUNT) {
        return reason;
      }
    }
    return income == Reason.ZERO_AMOUNT || expenditure == Reason.ZERO_AMOUNT
        ? Reason.ZERO_AMOUNT
        : Reason.NO_AMOUNT;
  }

  private @Nullable Reason marked(Row row, long[] amount) {
    Reason bad = amount(row, Column.AMOUNT, amount);
    if (bad != null || mapping.sign() == Mapping.Sign.DIRECTION && !has(Column.DIRECTION)) {
      amount[0] = -amount[0]; // a plus came in, a minus went out
      return bad;
    }
    Direction direction = Direction.of(row.text(at(Column.DIRECTION)));
    if (direction == null) {
      return Reason.NO_DIRECTION;
    }
    boolean out = direction.out() == (mapping.debitIsOut() || !direction.debitOrCredit());
    long fen = mapping.sign() == Mapping.Sign.REDUNDANT ? Math.abs(amount[0]) : amount[0];
    amount[0] = out ? fen : -fen;
    return null;
  }

  private @Nullable Reason amount(Row row, Column column, long[] into) {
    into[0] = 0;
    int at = at(column);
    if (row.empty(at)) {
      return Reason.NO_AMOUNT;
    }
    BigDecimal rate = rate(row);
    if (rate == null) {
      return Reason.NO_RATE;
    }
    long plain =
        rate == BigDecimal.ONE
            ? Amounts.plain(row.bytes, row.from(at), row.to(at))
            : Long.MIN_VALUE;
    if (plain == Long.MIN_VALUE) {
      String text = row.raw(at);
      if (Text.blank(Text.clean(text))) {
        return Reason.NO_AMOUNT;
      }
      Amounts.Parsed parsed =
          rate == BigDecimal.ONE ? Amounts.parse(text) : Amounts.converted(text, rate);
      if (parsed.reason() != null) {
        return parsed.reason();
      }
      plain = parsed.fen();
    }
    into[0] = plain;
    return plain == 0 ? Reason.ZERO_AMOUNT : null;
  }

  /**
   * What one unit of the row's currency is worth: exactly {@code BigDecimal.ONE} for yuan; null
   * when nobody said.
   */
  private @Nullable BigDecimal rate(Row row) {
    int at = at(Column.CURRENCY);
    if (row.empty(at)) {
      return BigDecimal.ONE;
    }
    String currency = row.text(at);
    if (!currency.equals(lastCurrency) || lastRate == null) {
      String name = currency.toUpperCase(Locale.ROOT);
      BigDecimal given = rates.get(name);
      lastCurrency = currency;
      lastRate = given == null && YUAN.matcher(name).matches() ? BigDecimal.ONE : given;
    }
    return lastRate;
  }

  private long balance(Row row) {
    int at = at(Column.BALANCE);
    if (row.empty(at)) {
      return Entries.NONE;
    }
    long plain = Amounts.plain(row.bytes, row.from(at), row.to(at));
    if (plain != Long.MIN_VALUE) {
      return plain;
    }
    Amounts.Parsed parsed = Amounts.parse(row.raw(at));
    return parsed.reason() == null ? parsed.fen() : Entries.NONE;
  }

  private static final int MISSING = -1;
  private static final int LOST = -2;

  private int own(Row row) {
    int account = account(row, Column.OWN_ACCOUNT);
    return account == MISSING ? own : account;
  }

  private int account(Row row, Column column) {
    int at = at(column);
    if (row.empty(at)) {
      return MISSING;
    }
    int from = row.from(at);
    int to = row.to(at);
    byte[] bytes = row.bytes;
    if (plain(bytes, from, to)) {
      return entries.accounts.number(bytes, from, to);
    }
    String account = Text.account(row.raw(at));
    if (account.isEmpty()) {
      return MISSING;
    }
    return Text.digitsLost(account) ? LOST : entries.accounts.number(account);
  }

  /**
   * No counterparty: cash, or an unknown one of this account's own, so that two unknowns are never
   * taken for one.
   */
  private int stranger(Row row, int account, boolean out) {
    String hints = row.text(at(Column.SUMMARY)) + " " + row.text(at(Column.CASH));
    boolean cash = CASH.matcher(hints).matches();
    String name =
        cash
            ? (out ? Strangers.CASH_OUT : Strangers.CASH_IN)
            : Strangers.unknown(entries.accounts.text(account), out);
    return entries.accounts.number(name);
  }

  private int text(Row row, Column column) {
    int at = at(column);
    if (row.empty(at)) {
      return entries.none;
    }
    if (plain(row.bytes, row.from(at), row.to(at))) {
      return entries.texts.number(row.bytes, row.from(at), row.to(at));
    }
    String text = Text.clean(row.raw(at));
    return Text.blank(text) ? entries.none : entries.texts.number(text);
  }

  /** A digit, then digits and capitals only: nothing to clean, and no word like NULL. */
  private static boolean plain(byte[] bytes, int from, int to) {
    boolean plain = bytes[from] >= '0' && bytes[from] <= '9';
    for (int i = from + 1; i < to && plain; i++) {
      plain = bytes[i] >= '0' && bytes[i] <= '9' || bytes[i] >= 'A' && bytes[i] <= 'Z';
    }
    return plain;
  }
}
