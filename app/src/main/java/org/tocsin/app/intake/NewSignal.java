package org.tocsin.app.intake;

import org.jspecify.annotations.Nullable;

/**
 * A signal as it arrives.
 *
 * @param callbackNumber as the switch or the person wrote it
 * @param text the message itself, for written channels
 * @param lat degrees WGS-84, with {@code lon}
 * @param typeCode what the sender thinks it is
 * @param externalRef the sender's own number for it
 */
public record NewSignal(
    Channel channel,
    @Nullable String callbackNumber,
    @Nullable String callerName,
    @Nullable String text,
    @Nullable String addressText,
    @Nullable Double lat,
    @Nullable Double lon,
    @Nullable String typeCode,
    @Nullable String externalRef) {
  /** Without what identifies the caller, so that it can be logged. */
  @Override
  public String toString() {
    return "signal over " + channel;
  }
}
