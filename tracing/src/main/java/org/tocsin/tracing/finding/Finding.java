package org.tocsin.tracing.finding;

import java.time.Instant;
import java.util.List;

/**
 * One pattern found. A reason to look, not a judgement.
 *
 * @param account the account it is about
 * @param accounts all accounts that take part, that one first
 * @param payments ids of the payments that make it up, in order
 * @param fen the money that moved in it
 * @param from first of its payments
 * @param to last of its payments
 * @param zh the explanation in Chinese, with the figures
 * @param en the same in English
 */
public record Finding(
    FindingKind kind,
    int account,
    List<Integer> accounts,
    List<Long> payments,
    long fen,
    Instant from,
    Instant to,
    String zh,
    String en) {
  /** Copies the lists. */
  public Finding {
    accounts = List.copyOf(accounts);
    payments = List.copyOf(payments);
  }
}
