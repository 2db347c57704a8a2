package org.tocsin.bench.locate;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.tocsin.kernel.Point;

/**
 * One place being typed, character by character.
 *
 * @param text the whole of it, perhaps with a slip
 * @param meant where it is
 * @param slipped whether one character is wrong
 */
public record Typing(String text, Point meant, boolean slipped) {
  /** Nothing is asked before this many characters. */
  public static final int SHORTEST = 2;

  /** What is asked as it grows. */
  public List<String> steps() {
    List<String> steps = new ArrayList<>();
    for (int length = Math.min(SHORTEST, text.length()); length <= text.length(); length++) {
      if (text.charAt(length - 1) != ' ') {
        steps.add(text.substring(0, length));
      }
    }
    return steps;
  }

  /** As a hurried person types it: in lower case, now and then with a slip. */
  static Typing of(String address, Point meant, double slipShare, Random random) {
    String text = address.toLowerCase(Locale.ROOT).strip();
    boolean slips = text.length() > 6 && random.nextDouble() < slipShare;
    return new Typing(slips ? slipped(text, random) : text, meant, slips);
  }

  /** The text with one letter exchanged with its neighbour, left out, doubled or replaced. */
  static String slipped(String text, Random random) {
    int at = letter(text, random);
    if (at < 0) {
      return text;
    }
    String before = text.substring(0, at);
    char c = text.charAt(at);
    String after = text.substring(at + 1);
    return switch (random.nextInt(4)) {
      case 0 -> after.isEmpty() ? before : before + after.charAt(0) + c + after.substring(1);
      case 1 -> before + after;
      case 2 -> before + c + c + after;
      default -> before + (char) ('a' + random.nextInt(26)) + after;
    };
  }

  /** A letter of a name: not of "block of", and not the first of its word. */
  private static int letter(String text, Random random) {
    int from = Math.max(0, text.indexOf(" of ") + 4);
    List<Integer> places = new ArrayList<>();
    for (int i = Math.max(from, 1); i < text.length(); i++) {
      if (Character.isLetter(text.charAt(i)) && Character.isLetter(text.charAt(i - 1))) {
        places.add(i);
      }
    }
    return places.isEmpty() ? -1 : places.get(random.nextInt(places.size()));
  }
}
