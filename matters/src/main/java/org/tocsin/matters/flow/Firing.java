package org.tocsin.matters.flow;

import java.time.Instant;

/**
 * The next thing a clock does by itself.
 *
 * @param clock its name
 * @param what what it does
 * @param at when
 */
public record Firing(String clock, What what, Instant at) {
  /** What a clock does by itself. */
  public enum What {
    /** Ends a pause that has reached its limit. */
    RESUME,
    WARN,
    /** Time is up: the default, or the beginning of escalation. */
    EXPIRE,
    ESCALATE
  }
}
