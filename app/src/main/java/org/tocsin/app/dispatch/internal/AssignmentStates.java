package org.tocsin.app.dispatch.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.app.dispatch.AssignmentStatus;
import org.tocsin.app.foundation.Packs.PackException;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.StateTable;

/** Which status of an assignment may follow which, from {@code packs/assignment-states.yaml}. */
final class AssignmentStates {
  static final String FILE = "assignment-states.yaml";

  /** The pack. */
  record File(String start, List<State> states, Map<String, Map<String, String>> transitions) {
    record State(String code, boolean open, String zh, String en) {}
  }

  private final StateTable table;
  private final Map<AssignmentStatus, Text> names = new EnumMap<>(AssignmentStatus.class);

  /**
   * @throws PackException naming every defect of the table
   */
  AssignmentStates(File file) {
    List<StateTable.Transition> rows = new ArrayList<>();
    file.transitions()
        .forEach(
            (from, row) ->
                row.forEach((action, to) -> rows.add(new StateTable.Transition(from, action, to))));
    table =
        StateTable.of(
            file.start(),
            codes(file, true),
            file.states().stream().map(File.State::code).collect(Collectors.toSet()),
            rows);
    List<String> defects = new ArrayList<>(table.check());
    file.states().forEach(s -> name(s, defects));
    for (AssignmentStatus status : AssignmentStatus.values()) {
      if (!names.containsKey(status)) {
        defects.add("state " + status + " is missing");
      } else if (table.open().contains(status.name()) != status.active()) {
        defects.add("state " + status + " must " + (status.active() ? "" : "not ") + "be open");
      }
    }
    if (!defects.isEmpty()) {
      throw new PackException("packs/" + FILE + ": " + String.join("; ", defects));
    }
  }

  private static Set<String> codes(File file, boolean open) {
    return file.states().stream()
        .filter(s -> s.open() == open)
        .map(File.State::code)
        .collect(Collectors.toSet());
  }

  private void name(File.State state, List<String> defects) {
    try {
      names.put(AssignmentStatus.valueOf(state.code()), new Text(state.zh(), state.en()));
    } catch (IllegalArgumentException e) {
      defects.add("state " + state.code() + " is unknown to the program");
    }
  }

  /** Whether a unit in {@code from} may report {@code to}. */
  boolean allows(AssignmentStatus from, AssignmentStatus to) {
    return table.next(from.name(), to.action()).filter(to.name()::equals).isPresent();
  }

  /** What the status is called. */
  Text name(AssignmentStatus status) {
    Text text = names.get(status);
    return text == null ? new Text(status.name(), status.name()) : text;
  }

  StateTable table() {
    return table;
  }
}
