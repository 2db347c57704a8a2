package org.tocsin.app.foundation;

import java.time.LocalDate;

/** Gives people numbers to say aloud. */
public interface Numbers {
  /**
   * The next number of a series on a day, such as {@code 20170101-0001}. Never the same twice; a
   * number is skipped where the caller's transaction does not commit.
   */
  String next(String series, LocalDate day);

  /**
   * The next count of a series in a year, from 1. Never the same twice; a count is skipped where
   * the caller's transaction does not commit.
   */
  int nextInYear(String series, int year);
}
