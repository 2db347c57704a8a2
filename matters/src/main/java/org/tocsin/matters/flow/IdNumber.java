package org.tocsin.matters.flow;

import java.util.regex.Pattern;

/** The citizen's identity number of GB 11643-1999: 18 characters, the last a check (mod 11-2). */
final class IdNumber {
  private static final Pattern SHAPE = Pattern.compile("[1-9]\\d{16}[0-9Xx]");
  private static final String CHECKS = "10X98765432";

  private IdNumber() {}

  static boolean isValid(String text) {
    if (!SHAPE.matcher(text).matches()) {
      return false;
    }
    int sum = 0;
    // The weight of each place is 2 to the power of its distance from the check, modulo 11.
    int weight = 1;
    for (int i = 16; i >= 0; i--) {
      weight = weight * 2 % 11;
      sum += weight * (text.charAt(i) - '0');
    }
    return Character.toUpperCase(text.charAt(17)) == CHECKS.charAt(sum % 11);
  }
}
