package org.tocsin.tracing.statement;

/** Names of the ends of money that no statement names. None can be an account number. */
public final class Strangers {
  /** Cash drawn; nothing comes out of it again. */
  public static final String CASH_OUT = "现金支取";

  /** Cash paid in; nothing goes into it. */
  public static final String CASH_IN = "现金存入";

  private static final String TO = "未知去向:";
  private static final String FROM = "未知来源:";

  private Strangers() {}

  static String unknown(String account, boolean out) {
    return (out ? TO : FROM) + account;
  }

  /** Is this the unknown other side of an account's payments? */
  public static boolean unknown(String account) {
    return account.startsWith(TO) || account.startsWith(FROM);
  }

  public static boolean cash(String account) {
    return account.equals(CASH_OUT) || account.equals(CASH_IN);
  }
}
