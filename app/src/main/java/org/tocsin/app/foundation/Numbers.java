package org.tocsin.app.foundation;

import java.time.LocalDate;

/** Gives people numbers to say aloud. */
public interface Numbers {
  /**
   * The next number of a series on a day, such as {@code 20170101-0001}. Never the same twice; a
   * number is skipped where the caller's transaction does not commit.
   */
  String next(String series, LocalDate day);
}
