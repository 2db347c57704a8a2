package org.tocsin.matters.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.PrintForm;
import org.tocsin.matters.Text;

/** Checks printed forms and links. */
final class PrintChecks {
  /** What a form may name beside fields. */
  static final Set<String> WORDS =
      Set.of(
          "number",
          "printNumber",
          "kind",
          "state",
          "agency",
          "raisedAt",
          "raisedBy",
          "handler",
          "today",
          "officer");

  private static final Pattern HOLE = Pattern.compile("\\{([^{}]*)\\}");

  private final MatterKind kind;
  private final Report report;
  private final Known known;

  PrintChecks(MatterKind kind, Report report, Known known) {
    this.kind = kind;
    this.report = report;
    this.known = known;
  }

  void check() {
    kind.prints().values().forEach(this::form);
    kind.links().values().forEach(this::link);
  }

  private void form(PrintForm form) {
    String path = "prints." + form.code();
    form.in().stream()
        .filter(s -> !kind.states().containsKey(s))
        .forEach(s -> report.at(path + ".in", Say.oneOf(s, kind.states().keySet())));
    if (form.lines().isEmpty()) {
      report.at(path, Say.missing("lines"));
    }
    List<Text> all = new ArrayList<>(form.lines());
    all.add(form.title());
    boolean numbered = false;
    for (Text line : all) {
      holes(line.zh(), path);
      holes(line.en(), path);
      numbered |= line.zh().contains("{printNumber}");
    }
    if (numbered != form.numbered()) {
      report.at(
          path,
          Say.say(
              "编号的文书须印 {printNumber}，不编号的不能印",
              "a numbered form prints {printNumber}, another cannot",
              "加上或删去 {printNumber}，或改 numbered",
              "add or remove {printNumber}, or change numbered"));
    }
  }

  private void holes(String line, String path) {
    Matcher m = HOLE.matcher(line);
    while (m.find()) {
      String name = m.group(1);
      boolean clock = name.startsWith("due:") && kind.clocks().containsKey(name.substring(4));
      if (!clock && !WORDS.contains(name) && !kind.fields().containsKey(name)) {
        report.at(
            path + ".lines",
            Say.say(
                "没有可填入 {%s} 的内容".formatted(name),
                "nothing fills {%s}".formatted(name),
                "用字段名，或 " + String.join(", ", WORDS.stream().sorted().toList()) + ", due:时限",
                "use a field, or one of "
                    + String.join(", ", WORDS.stream().sorted().toList())
                    + ", due:clock"));
      }
    }
  }

  private void link(MatterKind.Link link) {
    if (known.kinds().isEmpty()) {
      return;
    }
    link.kinds().stream()
        .filter(k -> !k.equals("incident") && !k.equals(kind.code()))
        .filter(k -> !known.kinds().contains(k))
        .forEach(
            k ->
                report.at(
                    "links." + link.code() + ".kinds",
                    Say.oneOf(k, known.kinds().stream().sorted().toList())));
  }
}
