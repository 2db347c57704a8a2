package org.tocsin.tracing.statement;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Which way money went, as a statement marks it. */
enum Direction {
  OUT,
  IN,
  DEBIT,
  CREDIT;

  /**
   * The mark, or null when it is not known. Bare numbers are not: 0 and 1 mean opposite things at
   * different banks.
   */
  static @Nullable Direction of(String mark) {
    return switch (Text.clean(mark).toLowerCase(Locale.ROOT)) {
      case "出",
          "支",
          "付",
          "支出",
          "付出",
          "付款",
          "转出",
          "取",
          "取出",
          "支取",
          "出账",
          "流出",
          "往账",
          "out",
          "支付",
          "汇出",
          "-" ->
          OUT;
      case "进", "收", "入", "收入", "收款", "转入", "存", "存入", "入账", "进账", "流入", "来账", "in", "汇入", "+" ->
          IN;
      case "借", "借方", "借记", "d", "dr", "debit" -> DEBIT;
      case "贷", "贷方", "贷记", "c", "cr", "credit" -> CREDIT;
      default -> null;
    };
  }

  /** Out of the account, as a bank keeps its books. */
  boolean out() {
    return this == OUT || this == DEBIT;
  }

  boolean debitOrCredit() {
    return this == DEBIT || this == CREDIT;
  }
}
