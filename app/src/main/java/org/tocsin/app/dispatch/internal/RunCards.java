package org.tocsin.app.dispatch.internal;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Packs.PackException;

/** What an incident of a type and priority needs, from {@code packs/run-cards.yaml}. */
final class RunCards {
  static final String FILE = "run-cards.yaml";
  static final String DEFAULT = "DEFAULT";

  /** The pack. */
  record File(List<Card> cards) {}

  /** One card. {@code types} are the incident types that find it when they name no card. */
  record Card(String code, List<String> types, List<Level> levels) {}

  /** What to send at some priorities. */
  record Level(List<Integer> priorities, List<Line> send) {}

  /**
   * One line of a card.
   *
   * @param need unit types in order of preference
   * @param lastResort types sent only when none of {@code need} is to be had
   */
  record Line(List<String> need, @Nullable List<String> lastResort, int count) {
    Line {
      need = List.copyOf(need);
      lastResort = lastResort == null ? List.of() : List.copyOf(lastResort);
    }

    static Line of(int count, String... need) {
      return new Line(List.of(need), null, count);
    }

    List<String> last() {
      return lastResort == null ? List.of() : lastResort;
    }

    /** How far down the order of preference a type stands; −1 if the line does not take it. */
    int rank(String type) {
      int rank = need.indexOf(type);
      return rank >= 0 || last().indexOf(type) < 0 ? rank : need.size() + last().indexOf(type);
    }
  }

  private final Map<String, Card> byCode = new HashMap<>();
  private final Map<String, Card> byType = new HashMap<>();

  /**
   * @throws PackException naming every defect
   */
  RunCards(File file, UnitTypes types) {
    List<String> defects = new ArrayList<>();
    for (Card card : file.cards()) {
      if (byCode.put(card.code(), card) != null) {
        defects.add("card " + card.code() + " stands there twice");
      }
      for (String type : card.types()) {
        if (byType.put(type, card) != null) {
          defects.add("type " + type + " is listed by two cards");
        }
      }
      check(card, types, defects);
    }
    if (!byCode.containsKey(DEFAULT)) {
      defects.add("there is no card " + DEFAULT);
    }
    if (!defects.isEmpty()) {
      throw new PackException("packs/" + FILE + ": " + String.join("; ", defects));
    }
  }

  private static void check(Card card, UnitTypes types, List<String> defects) {
    Set<Integer> seen = new HashSet<>();
    for (Level level : card.levels()) {
      for (int priority : level.priorities()) {
        if (priority < 1 || priority > 4 || !seen.add(priority)) {
          defects.add("card " + card.code() + ": priority " + priority + " is wrong or double");
        }
      }
      for (Line line : level.send()) {
        if (line.count() < 1 || line.need().isEmpty()) {
          defects.add("card " + card.code() + " has an empty line");
        }
        List<String> all = new ArrayList<>(line.need());
        all.addAll(line.last());
        all.stream()
            .filter(code -> types.find(code).isEmpty())
            .forEach(code -> defects.add("card " + card.code() + ": no unit type " + code));
      }
    }
  }

  /**
   * The lines for an incident, in order of importance.
   *
   * @param card the card its type names, if any
   */
  List<Line> lines(@Nullable String card, String typeCode, int priority) {
    Card found = card == null ? null : byCode.get(card);
    if (found == null) {
      found = byType.get(typeCode);
    }
    List<Line> lines = found == null ? List.of() : lines(found, priority);
    Card fallback = byCode.get(DEFAULT);
    return lines.isEmpty() && fallback != null ? lines(fallback, priority) : lines;
  }

  private static List<Line> lines(Card card, int priority) {
    return card.levels().stream()
        .filter(l -> l.priorities().contains(priority))
        .findFirst()
        .map(Level::send)
        .orElse(List.of());
  }
}
