package org.tocsin.app.registry.places;

import java.util.List;

/**
 * How well a typed name fits a known one, 0 to 1. The rules are few and can be explained: an equal
 * word counts 1, a beginning of a word nearly as much, a misspelt word less; words the name has but
 * the text lacks cost a little, words the text has but the name lacks cost much.
 */
final class NameMatch {
  /** Fits below this are not worth showing. */
  static final double FLOOR = 0.5;

  private static final double MINOR_WEIGHT = 0.25;

  private NameMatch() {}

  static double score(Words typed, Words name) {
    if (typed.isHan() || name.isHan()) {
      return typed.isHan() && name.isHan() ? han(typed.han(), name.han()) : 0;
    }
    if (typed.isEmpty() || name.isEmpty()) {
      return 0;
    }
    if (typed.all().equals(name.all())) {
      return 1;
    }
    return Math.max(byWords(typed, name), byJoined(typed.joined(), name.joined()));
  }

  private static double byWords(Words typed, Words name) {
    double sum = 0;
    double weights = 0;
    for (String word : typed.all()) {
      double weight = typed.isMinorWord(word) ? MINOR_WEIGHT : 1;
      sum += weight * best(word, name.all());
      weights += weight;
    }
    double covered = 0;
    for (String word : name.major()) {
      covered += best2(word, typed.all());
    }
    double coverage = covered / name.major().size();
    boolean kindMissing = typed.all().size() < name.all().size();
    return sum / weights * (0.75 + 0.25 * coverage) * (kindMissing ? 0.985 : 1);
  }

  private static double best(String word, List<String> others) {
    double best = 0;
    for (String other : others) {
      best = Math.max(best, word(word, other));
    }
    return best;
  }

  private static double best2(String nameWord, List<String> typed) {
    double best = 0;
    for (String word : typed) {
      best = Math.max(best, word(word, nameWord));
    }
    return best;
  }

  /** One typed word against one word of a name. */
  static double word(String typed, String known) {
    if (typed.equals(known)) {
      return 1;
    }
    boolean number = Character.isDigit(typed.charAt(0));
    if (known.startsWith(typed)) {
      return number ? 0.6 : 0.82 + 0.13 * typed.length() / known.length();
    }
    if (number || typed.length() < 3) {
      return 0;
    }
    int allowed = typed.length() <= 4 ? 1 : 2;
    if (known.length() > typed.length() + allowed && typed.length() >= 4) {
      int d = distance(typed, known.substring(0, typed.length()), 1);
      return d <= 1 ? 0.68 : 0;
    }
    int d = distance(typed, known, allowed);
    return d > allowed ? 0 : 0.92 - 0.12 * d - 0.2 * d / known.length();
  }

  private static double byJoined(String typed, String name) {
    if (typed.equals(name)) {
      return 0.97;
    }
    if (typed.length() < 4 || Character.isDigit(typed.charAt(0))) {
      return 0;
    }
    if (name.startsWith(typed)) {
      return 0.8 + 0.13 * typed.length() / name.length();
    }
    int allowed = typed.length() <= 5 ? 1 : 2;
    int d = distance(typed, name, allowed);
    return d > allowed ? 0 : 0.9 - 0.1 * d;
  }

  private static double han(String typed, String name) {
    if (typed.equals(name)) {
      return 1;
    }
    if (name.startsWith(typed)) {
      return 0.8 + 0.15 * typed.length() / name.length();
    }
    if (name.contains(typed) && typed.length() >= 2) {
      return 0.7 + 0.15 * typed.length() / name.length();
    }
    int allowed = typed.length() <= 2 ? 0 : Math.max(1, typed.length() / 4);
    int d = distance(typed, name, allowed);
    if (d <= allowed) {
      return 0.92 - 0.8 * d / Math.max(typed.length(), name.length());
    }
    return typed.contains(name) && name.length() >= 3 ? 0.6 : 0;
  }

  /** Edits (insert, delete, replace, swap neighbours) between two words; stops above the limit. */
  static int distance(String a, String b, int limit) {
    if (Math.abs(a.length() - b.length()) > limit) {
      return limit + 1;
    }
    int[] beforeLast = new int[b.length() + 1];
    int[] last = new int[b.length() + 1];
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      last[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      row[0] = i;
      int least = i;
      for (int j = 1; j <= b.length(); j++) {
        int cost = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        row[j] = Math.min(Math.min(row[j - 1], last[j]) + 1, last[j - 1] + cost);
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
        }
        least = Math.min(least, row[j]);
      }
      if (least > limit) {
        return limit + 1;
      }
      int[] spare = beforeLast;
      beforeLast = last;
      last = row;
      row = spare;
    }
    return last[b.length()];
  }
}
