package org.tocsin.app.intake;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A telephone number without decoration: digits, with a leading plus for foreign ones. Chinese
 * numbers lose their country code so that one caller has one form. Masked in {@link #toString}, so
 * that it can be logged; {@link #value} is for dialling and storing only.
 *
 * @param value 3 to 20 characters
 */
public record PhoneNumber(String value) {
  private static final Pattern DECORATION = Pattern.compile("[\\s\\-().·/\\u00a0\\u2010-\\u2015]");
  private static final Pattern SHAPE = Pattern.compile("\\+?[0-9]{3,19}");

  /**
   * @throws IllegalArgumentException if it is not a normalised number; see {@link #parse}
   */
  public PhoneNumber {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("not a normalised telephone number");
    }
  }

  /** Reads a number as people and switches write it; empty if it cannot be one. */
  public static Optional<PhoneNumber> parse(String written) {
    String bare = DECORATION.matcher(toAscii(written)).replaceAll("");
    if (bare.startsWith("00")) {
      bare = "+" + bare.substring(2);
    }
    if (bare.startsWith("+86") && bare.length() > 8) {
      bare = bare.substring(3);
    }
    return SHAPE.matcher(bare).matches() ? Optional.of(new PhoneNumber(bare)) : Optional.empty();
  }

  /** For screens that need not call back: 138****5678. */
  public String masked() {
    int length = value.length();
    if (length <= 6) {
      return "*".repeat(length - 2) + value.substring(length - 2);
    }
    int tail = length >= 10 ? 4 : 2;
    int head = length >= 10 ? 3 : 2;
    return value.substring(0, head)
        + "*".repeat(length - head - tail)
        + value.substring(length - tail);
  }

  @Override
  public String toString() {
    return masked();
  }

  /** Full-width digits and signs, as typed with a Chinese keyboard. */
  private static String toAscii(String text) {
    StringBuilder out = new StringBuilder(text.length());
    for (char c : text.toCharArray()) {
      out.append(c >= '\uff01' && c <= '\uff5e' ? (char) (c - 0xfee0) : c);
    }
    return out.toString();
  }
}
