package org.tocsin.tracing.report;

import org.tocsin.tracing.statement.Json;

/**
 * Writes JSON with two spaces of indent; commas and nesting are its care, names and order the
 * caller's.
 */
final class JsonWriter {
  private final StringBuilder out = new StringBuilder();
  private int depth;
  private boolean first = true;

  JsonWriter open(char bracket) {
    item();
    return begin(bracket);
  }

  JsonWriter open(String name, char bracket) {
    name(name);
    return begin(bracket);
  }

  private JsonWriter begin(char bracket) {
    out.append(bracket);
    depth++;
    first = true;
    return this;
  }

  JsonWriter close(char bracket) {
    depth--;
    if (!first) {
      line();
    }
    out.append(bracket);
    first = false;
    return this;
  }

  JsonWriter put(String name, String value) {
    name(name);
    out.append(Json.quoted(value));
    return this;
  }

  JsonWriter put(String name, long value) {
    name(name);
    out.append(value);
    return this;
  }

  JsonWriter put(String name, boolean value) {
    name(name);
    out.append(value);
    return this;
  }

  /** A number of hours or the like, with two decimals; null where it is none. */
  JsonWriter put(String name, double value) {
    name(name);
    out.append(Double.isFinite(value) ? Double.toString(Math.round(value * 100) / 100.0) : "null");
    return this;
  }

  JsonWriter item(String value) {
    item();
    out.append(Json.quoted(value));
    return this;
  }

  JsonWriter item(long value) {
    item();
    out.append(value);
    return this;
  }

  private void name(String name) {
    item();
    out.append(Json.quoted(name)).append(": ");
  }

  private void item() {
    if (depth == 0) {
      return;
    }
    if (!first) {
      out.append(',');
    }
    first = false;
    line();
  }

  private void line() {
    out.append('\n').append("  ".repeat(depth));
  }

  @Override
  public String toString() {
    return out + "\n";
  }
}
