package org.tocsin.app.registry.places;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.kernel.Point;

/** Names and places in the form people read: "GROVE ST" is shown as "Grove St", "01ST" as "1st". */
final class Labels {
  private static final Pattern ORDINAL =
      Pattern.compile("0*(\\d+)(ST|ND|RD|TH)", Pattern.CASE_INSENSITIVE);

  private Labels() {}

  static String name(String raw) {
    if (Words.hasHan(raw) || !raw.equals(raw.toUpperCase(Locale.ROOT))) {
      return raw;
    }
    StringBuilder label = new StringBuilder();
    for (String word : raw.split(" ")) {
      if (!word.isEmpty()) {
        label.append(label.isEmpty() ? "" : " ").append(word(word));
      }
    }
    return label.toString();
  }

  private static String word(String word) {
    Matcher ordinal = ORDINAL.matcher(word);
    if (ordinal.matches()) {
      return ordinal.group(1) + ordinal.group(2).toLowerCase(Locale.ROOT);
    }
    return word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT);
  }

  static String block(Street street, int block) {
    return street.isHan()
        ? "%s%d号一带".formatted(street.label(), Math.max(1, block))
        : "%d block of %s".formatted(block, street.label());
  }

  static String house(Street street, int number, String detail) {
    if (street.isHan()) {
      return "%s%s%d号%s".formatted(street.mainArea(), street.label(), number, detail);
    }
    String letter = detail.toUpperCase(Locale.ROOT);
    return number + (letter.isEmpty() ? "" : "-" + letter) + " " + street.label();
  }

  static String crossing(Street a, Street b) {
    return a.isHan() ? "%s与%s交叉口".formatted(a.label(), b.label()) : a.label() + " & " + b.label();
  }

  static String point(Point p) {
    return String.format(Locale.ROOT, "%.5f, %.5f", p.lat(), p.lon());
  }
}
