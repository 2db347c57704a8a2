package org.tocsin.bench.tracing.engine;

import java.util.Locale;

/**
 * One trace that every engine is asked for.
 *
 * @param number its place among the questions of all rules
 * @param report id of the victim's payment
 * @param payer whose money it was: what comes back there has been returned and is not followed
 * @param account the account that it went to
 * @param inPos where it lies in that account's cumulative inflow
 * @param amountFen of that payment
 * @param toId the first payment that is not before the window's end: only {@code report < id <
 *     toId} counts
 * @param untilSecond the window's end: payments at or after it do not count
 * @param hops payments at most from the report on, for {@link Rule#REACH}; other rules go on
 * @param dustFen a piece below this is not followed and counts as dust
 */
public record Question(
    int number,
    Rule rule,
    Victims victims,
    long report,
    int payer,
    int account,
    long inPos,
    long amountFen,
    long toId,
    int untilSecond,
    int hops,
    long dustFen) {

  /** What is computed. */
  public enum Rule {
    /** First in, first out. */
    FIFO,
    /** Pro rata. */
    HAIRCUT,
    /** Whoever can have got any of it. */
    REACH;

    /** As in a table. */
    public String text() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Whose money is traced. */
  public enum Victims {
    /** Victims of a planted mule network. */
    MULE,
    /** Somebody who paid one of the busiest accounts. */
    HUB,
    /** Any payment of 1,000 yuan and more. */
    ANY
  }

  /** One line, read back by {@link #read}. */
  String line() {
    return String.join(
        " ",
        Integer.toString(number),
        rule.name(),
        victims.name(),
        Long.toString(report),
        Integer.toString(payer),
        Integer.toString(account),
        Long.toString(inPos),
        Long.toString(amountFen),
        Long.toString(toId),
        Integer.toString(untilSecond),
        Integer.toString(hops),
        Long.toString(dustFen));
  }

  static Question read(String line) {
    String[] w = line.split(" ");
    return new Question(
        Integer.parseInt(w[0]),
        Rule.valueOf(w[1]),
        Victims.valueOf(w[2]),
        Long.parseLong(w[3]),
        Integer.parseInt(w[4]),
        Integer.parseInt(w[5]),
        Long.parseLong(w[6]),
        Long.parseLong(w[7]),
        Long.parseLong(w[8]),
        Integer.parseInt(w[9]),
        Integer.parseInt(w[10]),
        Long.parseLong(w[11]));
  }
}
