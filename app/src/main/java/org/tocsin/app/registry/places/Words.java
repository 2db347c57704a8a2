package org.tocsin.app.registry.places;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A name in words that can be compared: lower case, half-width, street kinds in one spelling
 * ("Street" and "ST" are "st"), ordinals as bare numbers ("03RD" and "third" are "3"), directions
 * written out.
 *
 * @param all every word in order
 * @param major the words that tell names apart: all but street kinds and directions, or all if
 *     nothing else is there
 * @param han the text without blanks and punctuation where it holds Chinese characters, else empty
 */
record Words(List<String> all, List<String> major, String han) {
  private static final Pattern SPLIT = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern ORDINAL = Pattern.compile("0*(\\d+)(?:st|nd|rd|th)?");
  private static final Map<String, String> SAME = same();
  private static final Set<String> KINDS =
      Set.of(
          "st", "ave", "blvd", "dr", "ct", "rd", "ln", "pl", "ter", "aly", "cir", "hwy", "way",
          "plz", "sq", "pkwy", "fwy", "expy", "tunl", "row", "loop", "path", "walk", "stwy");
  private static final Set<String> DIRECTIONS = Set.of("north", "south", "east", "west");

  static Words of(String text) {
    String plain = plain(text);
    if (hasHan(plain)) {
      String han = SPLIT.matcher(plain).replaceAll("");
      return new Words(List.of(han), List.of(han), han);
    }
    List<String> all = new ArrayList<>();
    for (String word : SPLIT.split(plain.replace("'", "").replace("’", "").replace(".", ""))) {
      if (!word.isEmpty()) {
        all.add(word(word));
      }
    }
    List<String> major = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      if (!isMinor(all, i)) {
        major.add(all.get(i));
      }
    }
    return new Words(List.copyOf(all), major.isEmpty() ? List.copyOf(all) : major, "");
  }

  /** Half-width, lower case, trimmed. */
  static String plain(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT).strip();
  }

  static boolean hasHan(String text) {
    return text.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.HAN);
  }

  boolean isHan() {
    return !han.isEmpty();
  }

  boolean isEmpty() {
    return all.isEmpty();
  }

  /** All words in one, for "vanness" against "van ness". */
  String joined() {
    return String.join("", major);
  }

  /** One text for each name, for looking up equal names. */
  String key() {
    return String.join(" ", all);
  }

  boolean isMinorWord(String word) {
    return !major.contains(word);
  }

  /** A street kind counts as one only after the name ("Court St" is a street named Court). */
  private static boolean isMinor(List<String> all, int i) {
    String word = all.get(i);
    return DIRECTIONS.contains(word) || (i > 0 && KINDS.contains(word));
  }

  private static String word(String word) {
    Matcher ordinal = ORDINAL.matcher(word);
    if (ordinal.matches()) {
      return ordinal.group(1);
    }
    return SAME.getOrDefault(word, word);
  }

  private static Map<String, String> same() {
    String table =
        """
        st street str saint
        ave avenue av aven
        blvd boulevard boul bl
        dr drive drv
        ct court crt
        rd road
        ln lane
        pl place
        ter terrace terr tr
        aly alley al
        cir circle circ
        hwy highway
        way wy
        plz plaza
        sq square
        pkwy parkway pky
        fwy freeway
        expy expressway expwy
        tunl tunnel
        stwy stairway steps
        mt mount
        ft fort
        north n no northbound nb
        south s so southbound sb
        east e eastbound eb
        west w westbound wb
        1 first
        2 second
        3 third
        4 fourth
        5 fifth
        6 sixth
        7 seventh
        8 eighth
        9 ninth
        10 tenth
        11 eleventh
        12 twelfth
        """;
    Map<String, String> same = new HashMap<>();
    for (String row : table.split("\n")) {
      String[] words = row.strip().split(" ");
      for (String word : words) {
        same.put(word, words[0]);
      }
    }
    return same;
  }
}
