package org.tocsin.matters.check;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.Node;
import org.tocsin.matters.Text;

/** Collects the defects of one file and remembers where each of its elements stands. */
final class Report {
  /** What is wrong and how to mend it, in both languages. */
  record Words(String zh, String en, String mendZh, String mendEn) {}

  private record Place(int line, int column) {}

  private final String file;
  private final List<Defect> defects = new ArrayList<>();
  private final Map<String, Place> places = new HashMap<>();

  Report(String file) {
    this.file = file;
  }

  List<Defect> defects() {
    return List.copyOf(defects);
  }

  boolean isClean() {
    return defects.isEmpty();
  }

  /**
   * Remembers where an element begins (its key, if it has one), under its path such as {@code
   * transitions.pass.by}.
   */
  void place(String path, Node node) {
    places.putIfAbsent(path, place(node.getStartMark()));
  }

  void at(Node node, Words words) {
    add(place(node.getStartMark()), words, List.of());
  }

  void at(Optional<Mark> mark, Words words) {
    add(place(mark), words, List.of());
  }

  /** At an element, or at the nearest one around it that is known. */
  void at(String path, Words words) {
    at(path, words, List.of());
  }

  /** With a counter-example. */
  void at(String path, Words words, List<String> example) {
    String at = path;
    while (!places.containsKey(at) && at.contains(".")) {
      at = at.substring(0, at.lastIndexOf('.'));
    }
    add(places.getOrDefault(at, new Place(1, 1)), words, example);
  }

  private void add(Place place, Words w, List<String> example) {
    Defect defect =
        new Defect(
            file,
            place.line(),
            place.column(),
            new Text(w.zh(), w.en()),
            new Text(w.mendZh(), w.mendEn()),
            example);
    if (!defects.contains(defect)) {
      defects.add(defect);
    }
  }

  private static Place place(Optional<Mark> mark) {
    return mark.map(m -> new Place(m.getLine() + 1, m.getColumn() + 1)).orElse(new Place(1, 1));
  }
}
