package org.tocsin.exercise.drill;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * How a drill went: what was wished, what came, and who acknowledged when. It names seats and call
 * signs; a drill rates the way, not the people.
 */
public record ScoreSheet(
    Scenario scenario,
    String exercise,
    Instant begun,
    Instant ended,
    Facts facts,
    List<Line> lines) {
  /** One wish. */
  public record Line(Words subject, Words wish, Words result, boolean met) {}

  public long met() {
    return lines.stream().filter(Line::met).count();
  }

  /** What was missed. */
  public List<Line> missed() {
    return lines.stream().filter(l -> !l.met()).toList();
  }

  /** For people. */
  public String markdown(Locale language) {
    Words title = new Words("演练评分表", "Score sheet");
    StringBuilder out = new StringBuilder();
    String colon = new Words("：", ": ").in(language);
    out.append("# ").append(title.in(language)).append(colon).append(scenario.name().in(language));
    out.append("\n\n")
        .append(
            new Words("**演练**，不计入真实统计。", "A **drill**; not counted in real figures.").in(language));
    out.append("\n\n- ").append(new Words("起止", "From, to").in(language)).append(colon);
    out.append(begun).append(" – ").append(ended);
    out.append("\n- ")
        .append(new Words("演练编号", "Exercise").in(language))
        .append(colon)
        .append(exercise);
    out.append("\n- ").append(new Words("达标", "Met").in(language)).append(colon).append("**");
    out.append(met()).append(" / ").append(lines.size()).append("**\n\n## ");
    out.append(new Words("未达标", "Missed").in(language)).append("\n\n");
    table(out, language, missed());
    out.append("\n## ").append(new Words("全部项目", "Everything").in(language)).append("\n\n");
    table(out, language, lines);
    out.append("\n## ")
        .append(new Words("谁在何时签收", "Who acknowledged when").in(language))
        .append("\n\n");
    orders(out, language);
    return out.toString();
  }

  private static void table(StringBuilder out, Locale language, List<Line> lines) {
    if (lines.isEmpty()) {
      out.append(new Words("无", "None").in(language)).append("\n");
      return;
    }
    out.append(new Words("| | 对象 | 要求 | 结果 |\n", "| | what | wished | came |\n").in(language));
    out.append("|---|---|---|---|\n");
    for (Line l : lines) {
      out.append("| ").append(l.met() ? "✓" : "✗").append(" | ").append(l.subject().in(language));
      out.append(" | ").append(l.wish().in(language)).append(" | ");
      out.append(l.result().in(language)).append(" |\n");
    }
  }

  private void orders(StringBuilder out, Locale language) {
    if (facts.incidents().values().stream().allMatch(i -> i.orders().isEmpty())) {
      out.append(new Words("没有派警", "Nobody was sent").in(language)).append("\n");
      return;
    }
    out.append(
        new Words(
                "| 警情 | 单位 | 派警人 | 派发 | 签收 | 出警 | 到场 | 处警完毕 |\n",
                "| incident | unit | sent by | ordered | acknowledged | departed | arrived | cleared |\n")
            .in(language));
    out.append("|---|---|---|---|---|---|---|---|\n");
    for (Facts.Incident i : facts.incidents().values()) {
      for (Facts.Order o : i.orders()) {
        out.append("| ").append(i.number()).append(" | ").append(o.callSign()).append(" | ");
        out.append(o.by() == null ? "" : o.by()).append(" | ").append(o.ordered());
        for (Instant at :
            new @Nullable Instant[] {o.acknowledged(), o.departed(), o.arrived(), o.cleared()}) {
          out.append(" | ").append(at == null ? "—" : at);
        }
        out.append(" |\n");
      }
    }
  }

  /** For programs; the keys are stable. */
  public ObjectNode json() {
    ObjectNode sheet = Tocsin.object();
    sheet.put("scenario", scenario.id()).put("exercise", exercise).put("drill", true);
    sheet.put("begun", begun.toString()).put("ended", ended.toString());
    sheet.put("met", met()).put("of", lines.size());
    ArrayNode all = sheet.putArray("lines");
    for (Line l : lines) {
      ObjectNode line = all.addObject();
      words(line.putObject("subject"), l.subject());
      words(line.putObject("wish"), l.wish());
      words(line.putObject("result"), l.result());
      line.put("met", l.met());
    }
    ArrayNode orders = sheet.putArray("orders");
    for (Facts.Incident i : facts.incidents().values()) {
      for (Facts.Order o : i.orders()) {
        ObjectNode order = orders.addObject();
        order.put("incident", i.number()).put("callSign", o.callSign());
        order.put("unitType", o.unitType()).put("by", o.by());
        order.put("ordered", o.ordered().toString());
        stamps(o).forEach((name, at) -> order.put(name, at.toString()));
      }
    }
    return sheet;
  }

  private static void words(ObjectNode node, Words words) {
    node.put("zh", words.zh()).put("en", words.en());
  }

  private static Map<String, Instant> stamps(Facts.Order o) {
    Map<String, Instant> stamps = new java.util.LinkedHashMap<>();
    put(stamps, "acknowledged", o.acknowledged());
    put(stamps, "departed", o.departed());
    put(stamps, "arrived", o.arrived());
    put(stamps, "cleared", o.cleared());
    return stamps;
  }

  private static void put(Map<String, Instant> stamps, String name, @Nullable Instant at) {
    if (at != null) {
      stamps.put(name, at);
    }
  }
}
