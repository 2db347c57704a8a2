package org.tocsin.app.matter.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Packs;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.IncidentAction;
import org.tocsin.app.matter.IncidentState;
import org.tocsin.app.matter.StateMap;
import org.tocsin.kernel.StateTable;

/** The transition table as read at start-up; a table with a defect stops the start. */
@Component
class StatePack {
  static final String FILE = "incident-states.yaml";

  record StateEntry(IncidentState code, @Nullable String zh, @Nullable String en, boolean open) {}

  record ActionEntry(IncidentAction code, @Nullable String zh, @Nullable String en) {}

  record MoveEntry(IncidentState from, IncidentAction action, IncidentState to) {}

  record StatesFile(
      IncidentState start,
      List<StateEntry> states,
      List<ActionEntry> actions,
      List<MoveEntry> transitions) {}

  private final StateMap map;
  private final StateTable table;
  private final Map<IncidentState, Text> stateNames = new EnumMap<>(IncidentState.class);
  private final Map<IncidentAction, Text> actionNames = new EnumMap<>(IncidentAction.class);

  @Autowired
  StatePack(Packs packs) {
    this(packs.read(FILE, StatesFile.class));
  }

  StatePack(StatesFile file) {
    Defects defects = new Defects(FILE);
    List<StateMap.State> states = new ArrayList<>();
    for (StateEntry s : file.states()) {
      Text name = name(defects, "states." + s.code(), s.zh(), s.en());
      stateNames.put(s.code(), name);
      states.add(new StateMap.State(s.code(), name, s.open()));
    }
    List<StateMap.Action> actions = new ArrayList<>();
    for (ActionEntry a : file.actions()) {
      Text name = name(defects, "actions." + a.code(), a.zh(), a.en());
      actionNames.put(a.code(), name);
      actions.add(new StateMap.Action(a.code(), name));
    }
    Arrays.stream(IncidentState.values())
        .filter(s -> !stateNames.containsKey(s))
        .forEach(s -> defects.add("states", s + " is missing", "add the state"));
    Arrays.stream(IncidentAction.values())
        .filter(a -> !actionNames.containsKey(a))
        .forEach(a -> defects.add("actions", a + " is missing", "add the action"));
    table = table(file);
    table.check().forEach(d -> defects.add("transitions", d, "add or correct a transition"));
    defects.check();
    map =
        new StateMap(
            file.start(),
            states,
            actions,
            file.transitions().stream()
                .map(t -> new StateMap.Move(t.from(), t.action(), t.to()))
                .toList());
  }

  private static Text name(
      Defects defects, String where, @Nullable String zh, @Nullable String en) {
    return new Text(defects.text(where, "zh", zh), defects.text(where, "en", en));
  }

  private static StateTable table(StatesFile file) {
    return StateTable.of(
        file.start().name(),
        file.states().stream()
            .filter(StateEntry::open)
            .map(s -> s.code().name())
            .collect(Collectors.toSet()),
        file.states().stream().map(s -> s.code().name()).collect(Collectors.toSet()),
        file.transitions().stream()
            .map(t -> new StateTable.Transition(t.from().name(), t.action().name(), t.to().name()))
            .toList());
  }

  StateMap map() {
    return map;
  }

  StateTable table() {
    return table;
  }

  Text name(IncidentState state) {
    return stateNames.getOrDefault(state, new Text(state.name(), state.name()));
  }

  /**
   * Where the action leads.
   *
   * @throws Problem ILLEGAL_TRANSITION, saying what cannot be done in which state
   */
  IncidentState require(Incident incident, IncidentAction action) {
    return table
        .next(incident.state.name(), action.name())
        .map(IncidentState::valueOf)
        .orElseThrow(() -> illegal(incident, action));
  }

  /** The refusal: what cannot be done in which state. */
  Problem illegal(Incident incident, IncidentAction action) {
    Text verb = actionNames.getOrDefault(action, new Text(action.name(), action.name()));
    return Problem.refused(
            ProblemCode.ILLEGAL_TRANSITION, incident.number, name(incident.state), verb)
        .with("state", incident.state)
        .with("allowed", table.actions(incident.state.name()))
        .with("mergedInto", incident.mergedInto);
  }
}
