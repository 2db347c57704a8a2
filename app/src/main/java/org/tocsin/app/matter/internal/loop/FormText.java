package org.tocsin.app.matter.internal.loop;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.matters.Field;
import org.tocsin.matters.FieldType;
import org.tocsin.matters.PrintForm;
import org.tocsin.matters.Text;
import org.tocsin.matters.flow.Value;
import org.tocsin.matters.flow.Values;

/** Fills a printed form with what a matter says. */
final class FormText {
  private static final Pattern HOLE =
      Pattern.compile("\\{([A-Za-z][A-Za-z0-9]*(?::[a-z0-9-]+)?)\\}");
  private static final String BLANK = "________";

  /**
   * A filled form.
   *
   * @param blocks paragraphs and tables, in order
   */
  record Filled(String title, List<Block> blocks) {}

  /**
   * A paragraph, or a table where it has rows.
   *
   * @param rows of the table, the first one its heading; empty for a paragraph
   */
  record Block(String text, List<List<String>> rows) {}

  private final Held held;
  private final Map<String, String> facts;
  private final boolean english;
  private final ZoneId zone;

  /**
   * A filler.
   *
   * @param facts what stands for {@code number}, {@code today} and the like
   */
  FormText(Held held, Map<String, String> facts, boolean english, ZoneId zone) {
    this.held = held;
    this.facts = facts;
    this.english = english;
    this.zone = zone;
  }

  Filled fill(PrintForm form) {
    List<Block> blocks = new ArrayList<>();
    for (Text line : form.lines()) {
      String text = said(line);
      Matcher whole = HOLE.matcher(text.strip());
      Field field = whole.matches() ? held.kind().fields().get(whole.group(1)) : null;
      if (field != null && field.type() == FieldType.LINES) {
        blocks.add(new Block("", table(field)));
      } else {
        blocks.add(new Block(filled(text), List.of()));
      }
    }
    return new Filled(filled(said(form.title())), blocks);
  }

  private String filled(String text) {
    return HOLE.matcher(text).replaceAll(m -> Matcher.quoteReplacement(value(m.group(1))));
  }

  private String value(String name) {
    String fact = facts.get(name);
    if (fact != null) {
      return fact;
    }
    if (name.startsWith("due:")) {
      return facts.getOrDefault(name, BLANK);
    }
    Field field = held.kind().fields().get(name);
    return field == null
        ? BLANK
        : held.state().fields().get(name).map(v -> shown(field, v)).orElse(BLANK);
  }

  private List<List<String>> table(Field field) {
    List<List<String>> rows = new ArrayList<>();
    rows.add(field.lines().stream().map(f -> said(f.names())).toList());
    if (held.state().fields().get(field.code()).orElse(null) instanceof Value.Rows all) {
      all.rows().forEach(row -> rows.add(cells(field, row)));
    }
    return rows;
  }

  private List<String> cells(Field field, Values row) {
    return field.lines().stream()
        .map(f -> row.get(f.code()).map(v -> shown(f, v)).orElse(""))
        .toList();
  }

  private String shown(Field field, Value value) {
    return switch (value) {
      case Value.Words v -> option(field, v.text());
      case Value.Amount v -> v.number().stripTrailingZeros().toPlainString();
      case Value.Fen v ->
          BigDecimal.valueOf(v.fen(), 2).toPlainString() + (english ? " yuan" : "元");
      case Value.Day v -> day(v.date().atStartOfDay(zone).toInstant());
      case Value.At v -> minute(v.instant());
      case Value.YesNo v -> english ? (v.yes() ? "yes" : "no") : (v.yes() ? "是" : "否");
      case Value.Reference v -> v.text();
      case Value.Spot v -> v.text();
      case Value.Several v ->
          field.type() == FieldType.FILE
              ? String.valueOf(v.items().size())
              : String.join(
                  english ? ", " : "、", v.items().stream().map(i -> option(field, i)).toList());
      case Value.Rows v ->
          String.join(
              english ? "; " : "；",
              v.rows().stream().map(r -> String.join(" ", cells(field, r))).toList());
    };
  }

  private String option(Field field, String code) {
    Text option = field.options().get(code);
    return option == null ? code : said(option);
  }

  private String said(Text text) {
    return english ? text.en() : text.zh();
  }

  private String minute(Instant at) {
    return DateTimeFormatter.ofPattern(english ? "yyyy-MM-dd HH:mm" : "yyyy年M月d日H时m分")
        .format(at.atZone(zone));
  }

  private String day(Instant at) {
    return day(at, english, zone);
  }

  static String day(Instant at, boolean english, ZoneId zone) {
    return DateTimeFormatter.ofPattern(english ? "yyyy-MM-dd" : "yyyy年M月d日")
        .format(at.atZone(zone));
  }
}
