package org.tocsin.app.dispatch.web;

import java.util.function.Function;
import org.tocsin.app.foundation.Problem;

/** Ids in paths and queries. */
final class Params {
  private Params() {}

  /** Reads an id; what is no id at all names nothing. */
  static <T> T id(String text, String what, Function<String, T> read) {
    try {
      return read.apply(text);
    } catch (IllegalArgumentException e) {
      throw Problem.notFound(what, text);
    }
  }
}
