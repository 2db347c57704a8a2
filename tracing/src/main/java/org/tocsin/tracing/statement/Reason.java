package org.tocsin.tracing.statement;

/**
 * Why a row of a statement did not become a payment. Bad rows are given back; the others are only
 * counted.
 */
public enum Reason {
  NO_TIME("没有可识别的交易时间", "no time of payment that could be read", true),
  NO_AMOUNT("没有可识别的金额", "no amount that could be read", true),
  FRACTION_OF_FEN("金额不足一分的零头无法入账", "the amount has a fraction of a fen", true),
  ZERO_AMOUNT("金额为零", "the amount is zero", true),
  AMOUNT_TOO_LARGE("金额超出范围", "the amount is out of range", true),
  BOTH_SIDES("收入与支出同时有金额", "both income and expenditure hold an amount", true),
  NO_DIRECTION("借贷标志无法识别", "the debit or credit mark is not known", true),
  NO_OWN_ACCOUNT("没有本方账号", "no account of its own", true),
  NO_ACCOUNT("付款或收款账号为空", "the paying or receiving account is missing", true),
  ACCOUNT_DIGITS_LOST(
      "账号被电子表格改成科学计数法，末位已丢失，请向银行重新调取文本格式",
      "a spreadsheet turned the account number into a rounded number; ask for it as text",
      true),
  NO_RATE("币种没有给出折算率", "no exchange rate was given for this currency", true),
  TOO_LONG("一行超过一百万字节", "the row is longer than a million bytes", true),
  OPEN_QUOTE("引号没有闭合", "a quotation mark is not closed", true),
  BLANK("空行", "blank row", false),
  FOOTER("合计或页脚", "total or footer", false),
  REPEATED_HEADING("重复的表头", "repeated heading", false),
  NOT_CARRIED_OUT("交易未成功", "the payment was not carried out", false),
  DUPLICATE("重复行", "the same row again", false);

  private final String zh;
  private final String en;
  private final boolean bad;

  Reason(String zh, String en, boolean bad) {
    this.zh = zh;
    this.en = en;
    this.bad = bad;
  }

  /** In Chinese, for the screen. */
  public String zh() {
    return zh;
  }

  /** In English. */
  public String en() {
    return en;
  }

  /**
   * Must a person look at it? Otherwise the row is one that a statement may have and a ledger has
   * not.
   */
  public boolean bad() {
    return bad;
  }
}
