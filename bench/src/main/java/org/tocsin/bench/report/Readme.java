package org.tocsin.bench.report;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The README of the benches: one section per bench, rewritten whole by {@code --record}. */
public final class Readme {
  private Readme() {}

  /** Replaces the section of a bench, or adds it at the end. */
  public static void record(Path file, String name, String section) {
    try {
      Files.writeString(file, replaced(Files.readString(file), name, section));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot rewrite " + file.getFileName(), e);
    }
  }

  static String replaced(String text, String name, String section) {
    String open = "<!-- result of " + name + " -->";
    String close = "<!-- end of " + name + " -->";
    String body = open + "\n" + section.strip() + "\n" + close;
    int from = text.indexOf(open);
    int to = text.indexOf(close);
    if (from < 0 || to < from) {
      return text.stripTrailing() + "\n\n" + body + "\n";
    }
    return text.substring(0, from) + body + text.substring(to + close.length());
  }
}
