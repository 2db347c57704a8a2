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
 * @param callbackNumber in full for who takes or opens the call, to dial back; masked in lists and
 *     on the live stream, see {@link #masked}; null for anonymous ones
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

  /**
   * As it goes to everybody who may see that there is a call: number and name masked. Who needs
   * them opens the call, and that look is audited.
   */
  public CallView masked() {
    return new CallView(
        id,
        number,
        channel,
        state,
        maskedNumber(),
        callerName == null ? null : maskedName(callerName),
        text,
        externalRef,
        receivedAt,
        answeredAt,
        takenBy,
        draft,
        rejectedFor,
        matterId,
        agencyId,
        exerciseId,
        version,
        updatedAt);
  }

  /** The first character, and as many stars as there are more: 张**. */
  private static String maskedName(String name) {
    int first = name.offsetByCodePoints(0, Math.min(1, name.length()));
    return name.substring(0, first) + "*".repeat(name.codePointCount(first, name.length()));
  }

  /** Without the caller's number and name, so that it can be logged. */
  @Override
  public String toString() {
    return "call " + number + " " + channel + " " + state + " version " + version;
  }
}
