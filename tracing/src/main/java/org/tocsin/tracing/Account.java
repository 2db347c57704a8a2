package org.tocsin.tracing;

/**
 * One account of a ledger.
 *
 * @param no dense number, from 0
 * @param key the name it goes by in statements
 * @param openingFen balance before the first payment as its bank states it, or {@link #UNKNOWN}
 */
public record Account(int no, String key, AccountClass type, long openingFen) {
  /** The bank's opening balance is not known. */
  public static final long UNKNOWN = -1;
}
