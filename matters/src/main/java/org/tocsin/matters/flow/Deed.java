package org.tocsin.matters.flow;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.OfficerId;

/**
 * What somebody did on a matter; kept for ever, for it decides who may do what later.
 *
 * @param transition the transition, or {@code raise}
 * @param officer who; null for the system
 * @param at when
 */
public record Deed(String transition, @Nullable OfficerId officer, Instant at) {
  /** The name of the deed that began the matter. */
  public static final String RAISE = "raise";
}
