package org.tocsin.app.matter;

import org.jspecify.annotations.Nullable;
import org.tocsin.app.intake.Place;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.SignalId;

/**
 * What a person does to an incident. {@code version} is the version that the person saw; where it
 * is missing the edit cannot contradict another person's.
 */
public sealed interface Edit {

  /** Joins another caller to the incident. */
  record Join(SignalId signalId) implements Edit {}

  /** Takes a caller off again who was joined by mistake; the call waits for a judgement again. */
  record Separate(SignalId signalId, @Nullable String reason) implements Edit {}

  /** The incident is the same as {@code into}, which carries on for both. */
  record Merge(long version, MatterId into, String reason) implements Edit {}

  /** Undoes a merge exactly. */
  record Unmerge(long version, String reason) implements Edit {}

  /** Sets type and priority anew; what was set before is kept as history. */
  record Classify(long version, String typeCode, int priority, @Nullable String reason)
      implements Edit {}

  /** Sets the place anew. */
  record Relocate(long version, @Nullable String addressText, @Nullable Place place)
      implements Edit {}

  /** Adds a line to the timeline. */
  record Note(String text) implements Edit {}

  /** Closes it with a coded disposition. */
  record Close(long version, String dispositionCode, @Nullable String note) implements Edit {}

  /** Opens a closed incident again. */
  record Reopen(long version, String reason) implements Edit {}

  /** Closes it as a nuisance call, kept apart in figures. */
  record MarkNuisance(long version, String reason) implements Edit {}

  /** Offers it to another agency. */
  record OfferHandover(long version, AgencyId toAgencyId, String reason) implements Edit {}

  /** Takes it over. */
  record AcceptHandover() implements Edit {}

  /** Refuses to take it over; it stays where it is. */
  record DeclineHandover(String reason) implements Edit {}
}
