package org.tocsin.exercise.city;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A call that will come.
 *
 * @param reference the same for the same seed and hour; the sender's own number of the call
 * @param at when it rings
 * @param says what the caller says first, the place described as well as they can
 * @param clearly what they say of the place when asked again: an address that can be found
 * @param story what it is about; null if it is about nothing
 * @param where where it really is
 * @param about the reference of the call it repeats, or null
 * @param hangsUp whether the caller gives up before somebody answers
 */
public record PlannedCall(
    String reference,
    Instant at,
    String channel,
    String caller,
    String phone,
    String says,
    String vaguely,
    String clearly,
    @Nullable Story story,
    Spot where,
    @Nullable String about,
    boolean hangsUp) {
  public boolean isNuisance() {
    return story == null && !hangsUp;
  }
}
