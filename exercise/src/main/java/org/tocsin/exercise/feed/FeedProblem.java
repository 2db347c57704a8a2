package org.tocsin.exercise.feed;

/**
 * Something in a feed that could not be taken as it stands. Nothing is left out without one of
 * these.
 *
 * @param file the file's name
 * @param line the line the row starts on, counted from 1 with the header
 * @param row what names the row to a person, such as call and unit
 * @param code why
 * @param message the reason in a sentence
 */
public record FeedProblem(String file, long line, String row, Code code, String message) {

  /** What a problem means for the row. */
  public enum Effect {
    /** The row is not played. */
    ROW_REFUSED,
    /** One stamp of the row is not counted; the rest is played. */
    STAMP_NOT_COUNTED,
    /** The row is played, with what is said in the message. */
    NOTED
  }

  /** Why. */
  public enum Code {
    BROKEN_ROW(Effect.ROW_REFUSED),
    WRONG_COLUMN_COUNT(Effect.ROW_REFUSED),
    MISSING_VALUE(Effect.ROW_REFUSED),
    DUPLICATE_ROW(Effect.ROW_REFUSED),
    DISPATCH_BEFORE_CALL(Effect.ROW_REFUSED),
    BAD_TIME(Effect.STAMP_NOT_COUNTED),
    STAMP_STEPS_BACK(Effect.STAMP_NOT_COUNTED),
    STAMP_BEFORE_DISPATCH(Effect.STAMP_NOT_COUNTED),
    NEVER_CLEARED(Effect.NOTED),
    IMPOSSIBLE_POSITION(Effect.NOTED),
    UNKNOWN_CALL_TYPE(Effect.NOTED),
    UNKNOWN_UNIT_TYPE(Effect.NOTED),
    UNKNOWN_PRIORITY(Effect.NOTED),
    UNKNOWN_DISPOSITION(Effect.NOTED),
    CALL_DIFFERS(Effect.NOTED);

    private final Effect effect;

    Code(Effect effect) {
      this.effect = effect;
    }

    /** What it means for the row. */
    public Effect effect() {
      return effect;
    }
  }

  @Override
  public String toString() {
    return "%s:%d %s: %s (%s)".formatted(file, line, row, message, code);
  }
}
