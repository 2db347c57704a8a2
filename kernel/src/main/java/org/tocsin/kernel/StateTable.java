package org.tocsin.kernel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A table of states and the actions that lead from one to another, with a check of its shape.
 *
 * @param start the state a new thing is in
 * @param open the states in which something is still to be done
 * @param states all states
 * @param transitions from state → action → to state
 */
public record StateTable(
    String start,
    Set<String> open,
    Set<String> states,
    Map<String, Map<String, String>> transitions) {

  /** One row of the table. */
  public record Transition(String from, String action, String to) {}

  public StateTable {
    open = Set.copyOf(open);
    states = Set.copyOf(states);
  }

  /**
   * Builds the table from its rows.
   *
   * @throws IllegalArgumentException if two rows give the same state and action different ends
   */
  public static StateTable of(
      String start, Set<String> open, Set<String> states, List<Transition> rows) {
    Map<String, Map<String, String>> table = new LinkedHashMap<>();
    for (Transition row : rows) {
      String before =
          table.computeIfAbsent(row.from(), s -> new LinkedHashMap<>()).put(row.action(), row.to());
      if (before != null && !before.equals(row.to())) {
        throw new IllegalArgumentException(
            "%s --%s--> leads to both %s and %s"
                .formatted(row.from(), row.action(), before, row.to()));
      }
    }
    return new StateTable(start, open, states, table);
  }

  /** The state an action leads to, or empty where it is not allowed. */
  public Optional<String> next(String from, String action) {
    return Optional.ofNullable(transitions.getOrDefault(from, Map.of()).get(action));
  }

  /** The actions allowed in a state. */
  public Set<String> actions(String from) {
    return transitions.getOrDefault(from, Map.of()).keySet();
  }

  /**
   * Defects in words, empty when every state is known and reachable and every open state has an
   * exit to another state.
   */
  public List<String> check() {
    List<String> defects = new ArrayList<>();
    Set<String> named = new LinkedHashSet<>(List.of(start));
    named.addAll(open);
    transitions.forEach(
        (from, row) -> {
          named.add(from);
          named.addAll(row.values());
        });
    named.stream()
        .filter(s -> !states.contains(s))
        .forEach(s -> defects.add("state " + s + " is not declared"));
    Set<String> reached = reachable(start);
    states.stream()
        .sorted()
        .filter(s -> !reached.contains(s))
        .forEach(s -> defects.add("state " + s + " cannot be reached from " + start));
    open.stream()
        .sorted()
        .filter(s -> reachable(s).stream().allMatch(open::contains))
        .forEach(s -> defects.add("open state " + s + " has no way to a closed state"));
    return defects;
  }

  private Set<String> reachable(String from) {
    Set<String> seen = new HashSet<>(Set.of(from));
    Deque<String> queue = new ArrayDeque<>(seen);
    while (!queue.isEmpty()) {
      for (String to : transitions.getOrDefault(queue.remove(), Map.of()).values()) {
        if (seen.add(to)) {
          queue.add(to);
        }
      }
    }
    return seen;
  }
}
