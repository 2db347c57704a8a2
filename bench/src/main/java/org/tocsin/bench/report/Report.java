package org.tocsin.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What one run of a bench found: tables, remarks, promises, and the same numbers as JSON. */
public final class Report {
  private final String name;
  private final String title;
  private final ObjectNode json = JsonNodeFactory.instance.objectNode();
  private final List<Target> targets = new ArrayList<>();
  private final List<Part> parts = new ArrayList<>();
  private final List<String> failures = new ArrayList<>();

  /** A piece of the report in its two forms. */
  private record Part(String plain, String markdown) {}

  /**
   * @param name as on the command line
   * @param title one line that says what is measured
   */
  public Report(String name, String title) {
    this.name = name;
    this.title = title;
  }

  public String name() {
    return name;
  }

  /** The numbers; field names end in their unit. */
  public ObjectNode json() {
    return json;
  }

  public Report add(Table table) {
    parts.add(new Part(table.print(), table.markdown()));
    return this;
  }

  /** A paragraph: what was assumed, what bounds the claim. */
  public Report note(String text) {
    parts.add(new Part(wrap(text), text + "\n"));
    return this;
  }

  /** Text whose columns must stay in place. */
  public Report drawing(String text) {
    parts.add(new Part(text, "```text\n" + text + "```\n"));
    return this;
  }

  public Report target(String what, double limit, double measured, String unit) {
    targets.add(new Target(what, limit, measured, unit, false));
    return this;
  }

  /** A promise where more is better. */
  public Report atLeast(String what, double limit, double measured, String unit) {
    targets.add(new Target(what, limit, measured, unit, true));
    return this;
  }

  /** Something is wrong, not merely slow: the run ends with status 1. */
  public Report failed(String why) {
    failures.add(why);
    return this;
  }

  public List<String> failures() {
    return failures;
  }

  public List<Target> targets() {
    return targets;
  }

  /** For a terminal. */
  public String print(Provenance provenance) {
    StringBuilder text = new StringBuilder(title).append("\n\n");
    parts.forEach(part -> text.append(part.plain()).append('\n'));
    if (!targets.isEmpty()) {
      text.append(targetTable().print()).append('\n');
    }
    failures.forEach(f -> text.append("FAILED: ").append(f).append('\n'));
    return text.append(wrap(provenance.line())).toString();
  }

  /** One section of the README. */
  public String markdown(Provenance provenance) {
    StringBuilder text = new StringBuilder("## ").append(name).append("\n\n").append(title);
    text.append("\n\n").append(provenance.line()).append("\n\n");
    if (!targets.isEmpty()) {
      text.append(targetTable().markdown()).append('\n');
    }
    parts.forEach(part -> text.append(part.markdown()).append('\n'));
    failures.forEach(f -> text.append("**Failed:** ").append(f).append("\n\n"));
    return text.toString();
  }

  /** Everything for programs. */
  public String toJson(Provenance provenance) {
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.put("bench", name);
    whole.set("provenance", provenance.json());
    ArrayNode promises = whole.putArray("targets");
    for (Target target : targets) {
      promises
          .addObject()
          .put("what", target.what())
          .put("limit", target.limit())
          .put("at_least", target.atLeast())
          .put("measured", target.measured())
          .put("unit", target.unit())
          .put("met", target.met());
    }
    ArrayNode failed = whole.putArray("failures");
    failures.forEach(failed::add);
    whole.set("result", json);
    return whole.toPrettyString();
  }

  private Table targetTable() {
    Table table = Table.of("Targets", "what", "target", "measured", "");
    for (Target t : targets) {
      table.row(
          t.what(),
          (t.atLeast() ? "≥ " : "≤ ") + number(t.limit()) + " " + t.unit(),
          number(t.measured()) + " " + t.unit(),
          t.met() ? "met" : "MISSED");
    }
    return table;
  }

  /** Three significant figures at most, no more than two places. */
  public static String number(double value) {
    if (value == Math.rint(value)) {
      return String.format(Locale.ROOT, "%,.0f", value);
    }
    String format = Math.abs(value) >= 100 ? "%,.0f" : Math.abs(value) >= 10 ? "%.1f" : "%.2f";
    return String.format(Locale.ROOT, format, value);
  }

  private static String wrap(String text) {
    StringBuilder wrapped = new StringBuilder();
    int column = 0;
    for (String word : text.split(" ")) {
      if (column > 0 && column + word.length() > 98) {
        wrapped.append('\n');
        column = 0;
      }
      wrapped.append(column == 0 ? "" : " ").append(word);
      column += word.length() + 1;
    }
    return wrapped.append('\n').toString();
  }
}
