package org.tocsin.app.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The call form as far as it is filled in.
 *
 * @param addressText where, in the caller's words
 * @param place where, once located
 * @param typeCode code of an incident type; judged only when the call is accepted
 * @param priority 1 (most urgent) to 4
 * @param narrative what happened
 * @param answers question code → option code or free text
 */
public record CallDraft(
    String addressText,
    @Nullable Place place,
    @Nullable String typeCode,
    @Nullable Integer priority,
    String narrative,
    Map<String, String> answers) {
  /** An empty form. */
  public static final CallDraft EMPTY = new CallDraft("", null, null, null, "", Map.of());

  @SuppressWarnings("ConstantValue") // JSON may leave any of them out
  public CallDraft {
    addressText = addressText == null ? "" : addressText;
    narrative = narrative == null ? "" : narrative;
    answers = answers == null ? Map.of() : Map.copyOf(answers);
  }

  /** The same with another place. */
  public CallDraft withPlace(@Nullable Place other) {
    return new CallDraft(addressText, other, typeCode, priority, narrative, answers);
  }
}
