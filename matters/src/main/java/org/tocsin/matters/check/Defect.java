package org.tocsin.matters.check;

import java.util.List;
import org.tocsin.matters.Text;

/**
 * What is wrong with a declaration, where, and how to mend it.
 *
 * @param file the file's name
 * @param line from 1
 * @param column from 1
 * @param message what is wrong
 * @param mend what to do about it
 * @param path the counter-example: states and transitions in turn; empty if none is needed
 */
public record Defect(
    String file, int line, int column, Text message, Text mend, List<String> path) {
  public Defect {
    path = List.copyOf(path);
  }

  /** As a compiler would print it. */
  public String print(boolean chinese) {
    String where = "%s:%d:%d: ".formatted(file, line, column);
    String told =
        chinese ? message.zh() + "。改法：" + mend.zh() : message.en() + ". Mend: " + mend.en();
    String example = path.isEmpty() ? "" : (chinese ? "。反例：" : ". For example: ") + trail();
    return where + told + example;
  }

  /** The counter-example in one line: {@code found –serve→ served –report→ rectified}. */
  public String trail() {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < path.size(); i++) {
      out.append(i % 2 == 0 ? path.get(i) : " –" + path.get(i) + "→ ");
    }
    return out.toString();
  }

  @Override
  public String toString() {
    return print(false);
  }
}
