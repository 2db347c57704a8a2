package org.tocsin.app.matter.internal;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Words for the text index. Latin words and numbers stand as they are, in lower case; Chinese runs
 * are cut into single characters and pairs, so that any part of a run is found.
 */
public final class SearchWords {
  private static final int LONGEST_WORD = 60;
  private static final int MOST_WORDS = 4_000;

  private SearchWords() {}

  /** The words of texts to be found by. */
  public static String[] index(String... texts) {
    Set<String> words = new LinkedHashSet<>();
    for (String text : texts) {
      for (String run : runs(text)) {
        if (!isHan(run.codePointAt(0))) {
          words.add(cut(run));
          continue;
        }
        int[] chars = run.codePoints().toArray();
        for (int i = 0; i < chars.length; i++) {
          words.add(new String(chars, i, 1));
          if (i + 1 < chars.length) {
            words.add(new String(chars, i, 2));
          }
        }
      }
    }
    return words.stream().limit(MOST_WORDS).toArray(String[]::new);
  }

  /** A {@code tsquery} that wants every word; Latin words may be unfinished. Empty if no words. */
  public static String query(String text) {
    List<String> terms = new ArrayList<>();
    for (String run : runs(text)) {
      if (!isHan(run.codePointAt(0))) {
        terms.add("'" + cut(run) + "':*");
        continue;
      }
      int[] chars = run.codePoints().toArray();
      for (int i = 0; i == 0 || i + 1 < chars.length; i++) {
        terms.add("'" + new String(chars, i, Math.min(2, chars.length - i)) + "'");
      }
    }
    return terms.stream().distinct().limit(64).collect(Collectors.joining(" & "));
  }

  private static String cut(String word) {
    return word.length() <= LONGEST_WORD ? word : word.substring(0, LONGEST_WORD);
  }

  /** Runs of letters and digits of one kind: Han or not. Nothing else ever gets into a query. */
  private static List<String> runs(String text) {
    List<String> runs = new ArrayList<>();
    StringBuilder run = new StringBuilder();
    boolean han = false;
    for (int c : text.toLowerCase(Locale.ROOT).codePoints().toArray()) {
      boolean part = Character.isLetterOrDigit(c);
      if (!run.isEmpty() && (!part || isHan(c) != han)) {
        runs.add(run.toString());
        run.setLength(0);
      }
      if (part) {
        han = isHan(c);
        run.appendCodePoint(c);
      }
    }
    if (!run.isEmpty()) {
      runs.add(run.toString());
    }
    return runs;
  }

  private static boolean isHan(int c) {
    return Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN;
  }
}
