package org.tocsin.app.intake;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.SignalId;

/**
 * A call (any signal) as screens show it.
 *
 * @param number what people call it, such as 20170101-0001
 * @param callbackNumber in full, for dialling back; null for anonymous ones
 * @param text what came with it: the message, the form's text, the partner's words
 * @param takenBy who answered
 * @param matterId the incident it made or joined
 * @param agencyId where it rang
 * @param version what a write to the draft must name
 */
public record CallView(
    SignalId id,
    String number,
    Channel channel,
    CallState state,
    @Nullable String callbackNumber,
    @Nullable String callerName,
    @Nullable String text,
    @Nullable String externalRef,
    Instant receivedAt,
    @Nullable Instant answeredAt,
    @Nullable TakenBy takenBy,
    CallDraft draft,
    @Nullable String rejectedFor,
    @Nullable MatterId matterId,
    AgencyId agencyId,
    @Nullable ExerciseId exerciseId,
    long version,
    Instant updatedAt) {

  /** Who answered; the id is an officer's or a program's. */
  public record TakenBy(String id, String name) {}

  /** The number for screens that need not call back. */
  public @Nullable String maskedNumber() {
    return callbackNumber == null
        ? null
        : PhoneNumber.parse(callbackNumber).map(PhoneNumber::masked).orElse("***");
  }

  /** Without the caller's number and name, so that it can be logged. */
  @Override
  public String toString() {
    return "call " + number + " " + channel + " " + state + " version " + version;
  }
}
