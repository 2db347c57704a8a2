package org.tocsin.app.staff.internal;

import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Problem;

/** Checks of what people type, each refusing with the field and the reason. */
final class Check {
  private static final Pattern CODE = Pattern.compile("[A-Z0-9][A-Z0-9._-]{0,39}");
  private static final Pattern SIGN_IN_NAME = Pattern.compile("[a-z0-9][a-z0-9._@-]{1,59}");

  private Check() {}

  /** Some words, cut of surrounding space, without control characters. */
  static String text(String field, @Nullable String value, int longest) {
    String text = value == null ? "" : value.strip();
    if (text.isEmpty()) {
      throw Problem.invalid(field, "required");
    }
    if (text.length() > longest) {
      throw Problem.invalid(field, "too-long", longest);
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw Problem.invalid(field, "unreadable");
    }
    return text;
  }

  /** Words that may be left out. */
  static @Nullable String optional(String field, @Nullable String value, int longest) {
    return value == null || value.isBlank() ? null : text(field, value, longest);
  }

  /** A code in upper case: letters, digits, dot, dash, underscore. */
  static String code(String field, @Nullable String value) {
    String code = text(field, value, 40).toUpperCase(Locale.ROOT);
    if (!CODE.matcher(code).matches()) {
      throw Problem.invalid(field, "code");
    }
    return code;
  }

  /** A name to sign in with, in lower case. */
  static String signInName(String field, @Nullable String value) {
    String name = text(field, value, 60).toLowerCase(Locale.ROOT);
    if (!SIGN_IN_NAME.matcher(name).matches()) {
      throw Problem.invalid(field, "sign-in-name");
    }
    return name;
  }

  /** Something that must not be left out. */
  static <T> T given(String field, @Nullable T value) {
    if (value == null) {
      throw Problem.invalid(field, "required");
    }
    return value;
  }
}
