package org.tocsin.app.matter;

/** One sentence in both languages of the platform. */
public record Text(String zh, String en) {
  public static Text of(String zh, String en) {
    return new Text(zh, en);
  }
}
