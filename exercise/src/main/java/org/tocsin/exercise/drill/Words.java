package org.tocsin.exercise.drill;

import java.util.Locale;

/** A text in both languages of the score sheet. */
public record Words(String zh, String en) {
  public String in(Locale language) {
    return language.getLanguage().equals("en") ? en : zh;
  }
}
