package org.tocsin.app.matter.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Packs;
import org.tocsin.app.foundation.Packs.PackException;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.matter.EventChecklists;
import org.tocsin.app.matter.EventChecklists.Checklist;
import org.tocsin.app.matter.EventChecklists.Item;

/** The checklists of major events as read at start-up; a defect stops the start. */
@Component
class EventPack {
  static final String FILE = "event-checklists.yaml";

  private final EventChecklists pack;

  @Autowired
  EventPack(Packs packs) {
    this(packs.read(FILE, EventChecklists.class));
  }

  EventPack(EventChecklists pack) {
    List<String> defects = defects(pack);
    if (!defects.isEmpty()) {
      throw new PackException("packs/" + FILE + ": " + String.join("; ", defects));
    }
    this.pack = pack;
  }

  /** What is wrong with the pack, in words; empty if nothing is. */
  static List<String> defects(EventChecklists pack) {
    List<String> defects = new ArrayList<>();
    Set<String> grades = new HashSet<>();
    pack.grades().forEach(g -> once(defects, grades, "grade", g.code()));
    Set<String> lists = new HashSet<>();
    for (Checklist list : pack.checklists()) {
      once(defects, lists, "checklist", list.code());
      Set<String> items = new HashSet<>();
      for (Item item : list.items()) {
        once(defects, items, list.code() + " item", item.code());
        if (item.from() != null && !grades.contains(item.from())) {
          defects.add(list.code() + "." + item.code() + ": no grade " + item.from());
        }
      }
      if (list.items().stream().noneMatch(Item::mandatory)) {
        defects.add(list.code() + " has no mandatory item");
      }
    }
    return defects;
  }

  private static void once(List<String> defects, Set<String> seen, String what, String code) {
    if (!seen.add(code)) {
      defects.add(what + " " + code + " stands twice");
    }
  }

  EventChecklists checklists() {
    return pack;
  }

  /** The items of a checklist at a grade of risk, in order. */
  List<Item> items(String checklist, String grade) {
    int rank = rank(grade);
    return pack.checklists().stream()
        .filter(c -> c.code().equals(checklist))
        .findFirst()
        .orElseThrow(() -> Problem.invalid("checklistCode", "unknown", checklist))
        .items()
        .stream()
        .filter(i -> i.from() == null || rank(i.from()) <= rank)
        .toList();
  }

  private int rank(String grade) {
    for (int i = 0; i < pack.grades().size(); i++) {
      if (pack.grades().get(i).code().equals(grade)) {
        return i;
      }
    }
    throw Problem.invalid("riskGrade", "unknown", grade);
  }
}
