package org.tocsin.matters.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;
import org.tocsin.matters.Text;

/** A mapping of the file: reads its keys by type and tells what is missing, wrong or unknown. */
final class Obj {
  static final Pattern CODE = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");
  static final Pattern CAMEL = Pattern.compile("[a-z][A-Za-z0-9]*");
  private static final Text NO_TEXT = new Text("", "");

  private final Report report;
  private final Node node;
  private final String path;
  private final Map<String, Node> entries = new LinkedHashMap<>();

  /** Reads a node that ought to be a mapping with none but these keys. */
  Obj(Report report, Node node, String path, Set<String> known) {
    this.report = report;
    this.node = node;
    this.path = path;
    report.place(path, node);
    mapping(report, node, path)
        .forEach(
            (key, value) -> {
              if (known.contains(key)) {
                entries.put(key, value);
              } else {
                report.at(value, Say.unknownKey(key, known));
              }
            });
  }

  /** The entries of a mapping in order; a defect for another shape and for a key given twice. */
  static Map<String, Node> mapping(Report report, Node node, String path) {
    Map<String, Node> all = new LinkedHashMap<>();
    if (!(node instanceof MappingNode mapping)) {
      report.at(node, Say.shape("{key: value}"));
      return all;
    }
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        report.at(tuple.getKeyNode(), Say.shape("{key: value}"));
        continue;
      }
      report.place(path.isEmpty() ? key.getValue() : path + "." + key.getValue(), key);
      if (all.put(key.getValue(), tuple.getValueNode()) != null) {
        report.at(key, Say.twice(key.getValue()));
      }
    }
    return all;
  }

  /** The path of a key of this mapping. */
  String at(String key) {
    return path.isEmpty() ? key : path + "." + key;
  }

  boolean has(String key) {
    return entries.containsKey(key);
  }

  Optional<Node> node(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** The node of a key that must be there. */
  Optional<Node> needed(String key) {
    Node found = entries.get(key);
    if (found == null) {
      report.at(node, Say.missing(key));
    }
    return Optional.ofNullable(found);
  }

  Optional<String> optString(String key) {
    return node(key).map(n -> scalar(report, n));
  }

  String string(String key) {
    return needed(key).map(n -> scalar(report, n)).orElse("");
  }

  String code(String key) {
    String text = string(key);
    if (!text.isEmpty() && !CODE.matcher(text).matches()) {
      report.at(at(key), Say.code(text));
    }
    return text;
  }

  /** A text that must be in both languages. */
  Text text(String key) {
    return needed(key).map(n -> text(report, n, false)).orElse(NO_TEXT);
  }

  Optional<Text> optText(String key) {
    return node(key).map(n -> text(report, n, false));
  }

  /** A text that may be one for both languages, such as the name of a law. */
  Text looseText(String key) {
    return needed(key).map(n -> text(report, n, true)).orElse(NO_TEXT);
  }

  boolean flag(String key) {
    return node(key).map(n -> flag(report, n)).orElse(false);
  }

  Optional<Long> number(String key) {
    return node(key).flatMap(n -> number(report, n));
  }

  int integer(String key, int least, int most, int otherwise) {
    Optional<Long> found = number(key);
    if (found.isPresent() && (found.get() < least || found.get() > most)) {
      report.at(at(key), Say.range(least, most));
      return otherwise;
    }
    return found.map(Long::intValue).orElse(otherwise);
  }

  /** A list of words. */
  List<String> words(String key) {
    return node(key).map(n -> words(report, n)).orElse(List.of());
  }

  /** A list of anything. */
  <T> List<T> list(String key, BiFunction<Node, String, T> read) {
    List<T> all = new ArrayList<>();
    node(key).ifPresent(n -> items(report, n).forEach(i -> all.add(read.apply(i, at(key)))));
    return all;
  }

  /** A mapping from codes to anything, in order. */
  <T> Map<String, T> map(String key, Pattern codes, BiFunction<String, Node, T> read) {
    Map<String, T> all = new LinkedHashMap<>();
    node(key)
        .ifPresent(
            n ->
                mapping(report, n, at(key))
                    .forEach(
                        (code, value) -> {
                          if (!codes.matcher(code).matches()) {
                            report.at(value, Say.code(code));
                          }
                          all.put(code, read.apply(code, value));
                        }));
    return all;
  }

  /** A text that is not empty; what YAML takes for a number or a truth value must be quoted. */
  static String scalar(Report report, Node node) {
    if (node instanceof ScalarNode scalar
        && scalar.getTag().equals(Tag.STR)
        && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    report.at(node, Say.shape("\"text\""));
    return "";
  }

  /** A text, number or truth value, as it is written. */
  static String plain(Report report, Node node) {
    if (node instanceof ScalarNode scalar
        && !scalar.getTag().equals(Tag.NULL)
        && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    report.at(node, Say.shape("\"text\" | 1 | true"));
    return "";
  }

  static boolean flag(Report report, Node node) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.BOOL)) {
      return scalar.getValue().equalsIgnoreCase("true");
    }
    report.at(node, Say.shape("true | false"));
    return false;
  }

  static Optional<Long> number(Report report, Node node) {
    if (node instanceof ScalarNode scalar && scalar.getTag().equals(Tag.INT)) {
      try {
        return Optional.of(Long.parseLong(scalar.getValue()));
      } catch (NumberFormatException e) {
        // Told below, as for every other node that is no whole number.
      }
    }
    report.at(node, Say.shape("0, 1, 2, …"));
    return Optional.empty();
  }

  /** The items of a list. */
  static List<Node> items(Report report, Node node) {
    if (node instanceof SequenceNode list) {
      return list.getValue();
    }
    report.at(node, Say.shape("[a, b]"));
    return List.of();
  }

  static List<String> words(Report report, Node node) {
    return items(report, node).stream().map(n -> scalar(report, n)).toList();
  }

  /** {@code 中文 | English}, or a mapping of both; loose: one text may serve for both. */
  static Text text(Report report, Node node, boolean loose) {
    if (node instanceof MappingNode) {
      Obj both = new Obj(report, node, "", Set.of("zh", "en"));
      return new Text(both.string("zh"), both.string("en"));
    }
    String all = scalar(report, node);
    int bar = all.indexOf(" | ");
    if (bar >= 0) {
      Text text = new Text(all.substring(0, bar).strip(), all.substring(bar + 3).strip());
      if (!text.zh().isEmpty() && !text.en().isEmpty()) {
        return text;
      }
    } else if (loose && !all.isEmpty()) {
      return new Text(all, all);
    }
    if (node instanceof ScalarNode) {
      report.at(node, Say.text(all));
    }
    return NO_TEXT;
  }
}
