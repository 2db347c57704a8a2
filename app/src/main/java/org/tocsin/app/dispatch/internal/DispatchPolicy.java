package org.tocsin.app.dispatch.internal;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rules an installation may set otherwise, from {@code packs/dispatch-policy.yaml}. */
record DispatchPolicy(Booking doubleBooking, Choice recommendation, Fixes positions, Blow whistle) {
  static final String FILE = "dispatch-policy.yaml";

  /** What to do when a unit that has work is ordered again. */
  enum Gate {
    ALLOW,
    WARN,
    REFUSE;

    static Gate of(String text) {
      return valueOf(text.trim().toUpperCase(Locale.ROOT));
    }
  }

  /** {@code agencies} by code win over {@code defaults}. */
  record Booking(
      @com.fasterxml.jackson.annotation.JsonProperty("default") String byDefault,
      Map<String, String> agencies) {}

  /** How units are chosen; times in seconds where not named otherwise. */
  record Choice(
      int limitMinutes,
      int alternativePenaltySeconds,
      int divertPenaltySeconds,
      Set<Integer> divertForPriorities,
      Set<Integer> reasonForPriorities,
      int positionBelievedMinutes) {}

  /** What positions are taken. */
  record Fixes(
      int futureToleranceSeconds, int maxBatch, int trailEverySeconds, double trailEveryMetres) {}

  /** Whistles. */
  record Blow(int answerSeconds) {}

  /** The gate for units of an agency; the property, if set, replaces the pack's default. */
  Gate gate(String agencyCode, @Nullable String property) {
    String own = doubleBooking.agencies().get(agencyCode);
    if (own != null) {
      return Gate.of(own);
    }
    return Gate.of(property == null || property.isBlank() ? doubleBooking.byDefault() : property);
  }
}
