package org.tocsin.exercise.check;

import java.util.List;

/**
 * One rule and how the instance stands by it.
 *
 * @param checked how many things were looked at
 * @param broken what breaks the rule, in words; empty when it holds
 */
public record Finding(String rule, long checked, List<String> broken) {
  private static final int SHOWN = 10;

  public boolean holds() {
    return broken.isEmpty();
  }

  /** For people: one line, and the first few of what breaks it. */
  public String print() {
    StringBuilder text = new StringBuilder((holds() ? "  ok    " : "  BROKEN"));
    text.append(" %-68s %7d checked".formatted(rule, checked));
    broken.stream().limit(SHOWN).forEach(b -> text.append("\n           ").append(b));
    if (broken.size() > SHOWN) {
      text.append("\n           and ").append(broken.size() - SHOWN).append(" more");
    }
    return text.toString();
  }
}
