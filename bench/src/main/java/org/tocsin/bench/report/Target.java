package org.tocsin.bench.report;

/**
 * A number that was promised and what it turned out to be.
 *
 * @param what such as {@code accept → delivered, p99}
 * @param limit the promise: at most this, or {@code atLeast} this
 * @param measured the result in the same unit
 */
public record Target(String what, double limit, double measured, String unit, boolean atLeast) {
  /** Whether the promise is kept. */
  public boolean met() {
    return atLeast ? measured >= limit : measured <= limit;
  }
}
