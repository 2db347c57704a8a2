package org.tocsin.matters;

import java.util.Optional;
import java.util.Set;
import org.tocsin.kernel.time.Term;

/**
 * A clock: it runs exactly while the matter is in one of its states.
 *
 * @param code its name
 * @param names the label
 * @param in the states it runs in
 * @param restartOn transitions that start it anew
 * @param term how long; empty if {@code from} gives the due instant
 * @param from the date or instant field that gives the due instant
 * @param warn how long before the due instant to warn
 * @param escalate from the due instant on, one level up the tree per step
 * @param expiry the transition that the system does at the due instant
 * @param pause who may pause it and for how long
 * @param extend who may extend it and how far
 * @param source where the constant comes from
 * @param mark V read in a primary text, S second-hand, M remembered or ours
 */
public record Clock(
    String code,
    Text names,
    Set<String> in,
    Set<String> restartOn,
    Optional<Term> term,
    Optional<String> from,
    Optional<Term> warn,
    Optional<Term> escalate,
    Optional<String> expiry,
    Optional<Pausing> pause,
    Optional<Extending> extend,
    Text source,
    Mark mark) {
  /** How sure a constant is. */
  public enum Mark {
    V,
    S,
    M
  }

  /**
   * Who may pause a clock.
   *
   * @param by who
   * @param atMost the longest single pause; the clock then goes on by itself
   * @param times how often in one run
   */
  public record Pausing(By by, Term atMost, int times) {}

  /**
   * Who may extend a clock.
   *
   * @param by who
   * @param atMost all extensions together, in the unit of the clock
   * @param times how often
   */
  public record Extending(By by, Term atMost, int times) {}
}
