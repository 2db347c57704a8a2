package org.tocsin.app.registry;

import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AddressId;
import org.tocsin.kernel.Point;

/**
 * One place that a text may mean.
 *
 * @param label for people, ready to show
 * @param kind what sort of place
 * @param point where
 * @param addressId the standard address, where it is one
 * @param score 0 to 1; how well the text fits, nearness included
 * @param precinct the ground it lies on
 */
public record Candidate(
    String label,
    Kind kind,
    Point point,
    @Nullable AddressId addressId,
    double score,
    @Nullable Precinct precinct) {
  /** What sort of place a candidate is. */
  public enum Kind {
    /** A hundred block of a street. */
    BLOCK,
    /** A house number, from the address table or computed from a number range. */
    ADDRESS,
    /** Where two streets meet. */
    INTERSECTION,
    /** A whole street, shown at its middle. */
    STREET,
    /** A place known by its name. */
    LANDMARK,
    /** Bare coordinates. */
    POINT
  }
}
