package org.tocsin.app.intake;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Problem;

/** How much text one incident may bring along; anything longer is refused, never cut. */
public final class Limits {
  public static final int ADDRESS = 300;
  public static final int NARRATIVE = 8_000;
  public static final int REASON = 1_000;
  public static final int NAME = 100;
  public static final int CODE = 40;
  public static final int ANSWER = 1_000;
  public static final int ANSWERS = 40;

  private Limits() {}

  /**
   * The text, empty for null.
   *
   * @throws Problem TOO_LARGE if it is longer than {@code limit} characters
   */
  public static String text(String field, @Nullable String value, int limit) {
    if (value == null) {
      return "";
    }
    if (value.length() > limit) {
      throw Problem.tooLarge(field, limit);
    }
    // PostgreSQL keeps no NUL in text; nobody typed one on purpose.
    return value.indexOf('\0') < 0 ? value : value.replace("\0", "");
  }

  /** Like {@link #text}, null for null or blank. */
  public static @Nullable String optional(String field, @Nullable String value, int limit) {
    String text = text(field, value, limit);
    return text.isBlank() ? null : text.strip();
  }

  /**
   * Like {@link #text}, but something must be there.
   *
   * @throws Problem INVALID with reason REQUIRED
   */
  public static String required(String field, @Nullable String value, int limit) {
    String text = text(field, value, limit).strip();
    if (text.isEmpty()) {
      throw Problem.invalid(field, "required");
    }
    return text;
  }

  /** Checks the answers to protocol questions. */
  public static Map<String, String> answers(Map<String, String> answers) {
    if (answers.size() > ANSWERS) {
      throw Problem.tooLarge("answers", ANSWERS);
    }
    answers.forEach(
        (question, answer) -> {
          text("answers", question, CODE);
          text("answers." + question, answer, ANSWER);
        });
    return answers;
  }

  /** Checks a priority; null stays null. */
  public static @Nullable Integer priority(@Nullable Integer priority) {
    if (priority != null && (priority < 1 || priority > 4)) {
      throw Problem.invalid("priority", "range", 1, 4);
    }
    return priority;
  }
}
