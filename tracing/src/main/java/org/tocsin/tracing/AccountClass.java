package org.tocsin.tracing;

/**
 * What kind of holder an account has, as a bank or a register says it. A class of accounts, never
 * of persons: it decides only whether tracing goes on behind an account ({@link HubPolicy}).
 */
public enum AccountClass {
  PERSONAL,
  BUSINESS,
  MERCHANT,
  PAYMENT_INSTITUTION,
  EXCHANGE,
  /**
   * Not an account of a bank: cash handed out at a counter or machine. Money that gets here left.
   */
  CASH
}
