package org.tocsin.matters.check;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.tocsin.matters.Condition;
import org.tocsin.matters.Field;
import org.tocsin.matters.FieldType;
import org.tocsin.matters.Text;

/** Reads the fields of a declaration and the conditions on them. */
final class FieldReader {
  static final Set<String> KEYS =
      Set.of(
          "names",
          "type",
          "required",
          "section",
          "when",
          "personal",
          "options",
          "lines",
          "min",
          "max",
          "source",
          "subject",
          "multiple",
          "sum",
          "hint");
  private static final List<String> OPERATORS =
      List.of("is", "in", "set", "atLeast", "atMost", "all", "any");
  private static final int DEEPEST = 4;

  private final Report report;

  FieldReader(Report report) {
    this.report = report;
  }

  Map<String, Field> fields(Obj in, String key) {
    return in.map(key, Obj.CAMEL, (code, node) -> field(code, node, in.at(key) + "." + code));
  }

  private Field field(String code, Node node, String path) {
    Obj in = new Obj(report, node, path, KEYS);
    FieldType type = type(in);
    Map<String, Text> options =
        in.map("options", Obj.CODE, (option, n) -> Obj.text(report, n, false));
    return new Field(
        code,
        in.text("names"),
        type,
        in.flag("required"),
        in.optString("section"),
        in.node("when").flatMap(n -> condition(n, in.at("when"), 0)),
        in.node("personal").map(n -> personal(n, in.at("personal"))),
        options,
        List.copyOf(fields(in, "lines").values()),
        limits(in),
        in.optString("source").or(() -> usualSource(type)),
        in.flag("subject"),
        in.flag("multiple"),
        in.optString("sum"),
        in.optText("hint"));
  }

  private FieldType type(Obj in) {
    String word = in.string("type");
    Optional<FieldType> type = FieldType.of(word);
    if (type.isEmpty() && !word.isEmpty()) {
      report.at(
          in.at("type"),
          Say.oneOf(word, Arrays.stream(FieldType.values()).map(FieldType::word).toList()));
    }
    return type.orElse(FieldType.TEXT);
  }

  private static Optional<String> usualSource(FieldType type) {
    return switch (type) {
      case ADDRESS -> Optional.of("registry.address");
      case OFFICER -> Optional.of("staff.officer");
      case AGENCY -> Optional.of("staff.agency");
      case UNIT -> Optional.of("dispatch.unit");
      case COMPANY -> Optional.of("matter.company");
      default -> Optional.empty();
    };
  }

  private Field.Personal personal(Node node, String path) {
    Obj in = new Obj(report, node, path, Set.of("mask", "keepDays", "basis", "readers"));
    String word = in.string("mask");
    Optional<Field.Mask> mask =
        Arrays.stream(Field.Mask.values()).filter(m -> lower(m).equals(word)).findFirst();
    if (mask.isEmpty() && !word.isEmpty()) {
      report.at(
          in.at("mask"),
          Say.oneOf(word, Arrays.stream(Field.Mask.values()).map(FieldReader::lower).toList()));
    }
    Optional<Integer> days =
        in.has("keepDays") ? Optional.of(in.integer("keepDays", 1, 36_500, 1)) : Optional.empty();
    return new Field.Personal(
        mask.orElse(Field.Mask.ALL),
        days,
        in.has("basis") ? Optional.of(in.looseText("basis")) : Optional.empty(),
        FlowReader.ordered(in.words("readers")));
  }

  static String lower(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  private List<String> plain(Node node) {
    return Obj.items(report, node).stream().map(n -> Obj.plain(report, n)).toList();
  }

  private Field.Limits limits(Obj in) {
    return new Field.Limits(
        in.node("min").flatMap(this::amount),
        in.node("max").flatMap(this::amount),
        in.node("min").flatMap(this::fieldName),
        in.node("max").flatMap(this::fieldName));
  }

  private Optional<Long> amount(Node node) {
    return isInt(node) ? Obj.number(report, node) : Optional.empty();
  }

  private Optional<String> fieldName(Node node) {
    return isInt(node) ? Optional.empty() : Optional.of(Obj.scalar(report, node));
  }

  private static boolean isInt(Node node) {
    return node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT);
  }

  /** A condition; nested ones no deeper than anybody can read. */
  Optional<Condition> condition(Node node, String path, int depth) {
    if (depth > DEEPEST) {
      report.at(
          node, Say.say("条件嵌套过深", "conditions are nested too deeply", "拆成几个字段", "split it up"));
      return Optional.empty();
    }
    Obj in =
        new Obj(
            report,
            node,
            path,
            Set.of("field", "is", "in", "set", "atLeast", "atMost", "all", "any"));
    List<String> given = OPERATORS.stream().filter(in::has).toList();
    boolean nested = in.has("all") || in.has("any");
    if (given.size() != 1 || in.has("field") == nested) {
      report.at(
          node, Say.shape("{field, is | in | set | atLeast | atMost} | {all: […]} | {any: […]}"));
      return Optional.empty();
    }
    String field = nested ? "" : in.string("field");
    return switch (given.getFirst()) {
      case "all" -> Optional.of(new Condition.All(parts(in, "all", depth)));
      case "any" -> Optional.of(new Condition.Any(parts(in, "any", depth)));
      case "is" -> in.node("is").map(n -> new Condition.Is(field, Obj.plain(report, n)));
      case "in" -> in.node("in").map(n -> new Condition.In(field, plain(n)));
      case "set" -> in.node("set").map(n -> new Condition.IsSet(field, Obj.flag(report, n)));
      case "atLeast" -> in.number("atLeast").map(n -> new Condition.AtLeast(field, n));
      default -> in.number("atMost").map(n -> new Condition.AtMost(field, n));
    };
  }

  private List<Condition> parts(Obj in, String key, int depth) {
    return in.list(key, (n, at) -> condition(n, at, depth + 1)).stream()
        .flatMap(Optional::stream)
        .toList();
  }
}
