package org.tocsin.matters;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a field holds. The JSON form of each is told in docs/matter-kinds.md. */
public enum FieldType {
  TEXT,
  LONGTEXT,
  NUMBER,
  /** Whole fen. */
  MONEY,
  DATE,
  INSTANT,
  BOOLEAN,
  CHOICE,
  ADDRESS,
  PLACE,
  PHONE,
  IDNUMBER,
  OFFICER,
  AGENCY,
  UNIT,
  COMPANY,
  FILE,
  LINES;

  /** The word in a declaration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The type of a word in a declaration. */
  public static Optional<FieldType> of(String word) {
    return Arrays.stream(values()).filter(t -> t.word().equals(word)).findFirst();
  }

  /** Whether a value is a reference with an id and a text. */
  public boolean isReference() {
    return switch (this) {
      case ADDRESS, OFFICER, AGENCY, UNIT, COMPANY -> true;
      default -> false;
    };
  }

  /** Whether a value is text without structure. */
  public boolean isText() {
    return switch (this) {
      case TEXT, LONGTEXT, PHONE, IDNUMBER -> true;
      default -> false;
    };
  }

  /** Whether values can be compared as more and less, and summed. */
  public boolean isAmount() {
    return this == NUMBER || this == MONEY;
  }
}
