package org.tocsin.exercise.check;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.http.LiveBoard;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;

/** The rules that must hold on a quiet instance, whoever worked on it. */
public final class Checker {
  /**
   * What the live stream does not promise to repeat: positions travel apart and are not numbered.
   */
  private static final Set<String> NOT_ON_BOARD = Set.of("position", "updatedAt");

  private final Tocsin tocsin;

  public Checker(Tocsin tocsin) {
    this.tocsin = tocsin;
  }

  /** Waits until no event is under way between the rooms; false if that takes too long. */
  public boolean awaitQuiet(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    while (System.nanoTime() < end) {
      if (tocsin.get("/api/exercise/quiet").path("quiet").asBoolean(false)) {
        return true;
      }
      try {
        Thread.sleep(100);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return false;
      }
    }
    return false;
  }

  /**
   * Checks a snapshot.
   *
   * @param board what a listener made of the live stream, or null if none listened
   * @param doubleBookingRefused whether a unit may never be on two incidents at once
   */
  public List<Finding> check(
      Snapshot now, @Nullable LiveBoard board, boolean doubleBookingRefused) {
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding(
            "no id comes twice in a list",
            now.calls().size() + now.incidents().size(),
            now.doubled()));
    findings.add(callsAddUp(now));
    findings.add(callsHaveTheirIncident(now));
    findings.add(incidentsCountTheirCalls(now));
    findings.add(assignmentsBelong(now));
    findings.add(unitsShowTheirAssignments(now));
    findings.add(agenciesAddUp(now));
    if (doubleBookingRefused) {
      findings.add(noDoubleBooking(now));
    }
    if (board != null) {
      findings.add(same("call", board, now.calls()));
      findings.add(same("incident", board, now.incidents()));
      findings.add(same("assignment", board, now.assignments()));
      findings.add(same("unit", board, now.units()));
    }
    return findings;
  }

  private static Finding callsAddUp(Snapshot now) {
    Map<String, Long> byState =
        now.calls().values().stream()
            .collect(
                Collectors.groupingBy(
                    c -> c.path("state").asString(""), TreeMap::new, Collectors.counting()));
    Set<String> known = Set.of("RINGING", "TAKING", "ACCEPTED", "NUISANCE", "ABANDONED");
    List<String> broken =
        byState.keySet().stream()
            .filter(s -> !known.contains(s))
            .map(s -> byState.get(s) + " calls are " + s)
            .toList();
    return new Finding(
        "calls = accepted + nuisance + abandoned + open " + byState, now.calls().size(), broken);
  }

  private static Finding callsHaveTheirIncident(Snapshot now) {
    List<String> broken = new ArrayList<>();
    now.calls()
        .forEach(
            (id, call) -> {
              boolean accepted = call.path("state").asString("").equals("ACCEPTED");
              String matter = call.path("matterId").asString("");
              if (accepted && !now.incidents().containsKey(matter)) {
                broken.add("call " + id + " was accepted into " + matter + ", which is not there");
              } else if (!accepted && !matter.isEmpty()) {
                broken.add(
                    "call " + id + " is " + call.path("state") + " but names incident " + matter);
              }
            });
    return new Finding(
        "every accepted call has its incident, no other call has one", now.calls().size(), broken);
  }

  private static Finding incidentsCountTheirCalls(Snapshot now) {
    Map<String, Long> calls = new HashMap<>();
    now.calls().values().forEach(c -> calls.merge(c.path("matterId").asString(""), 1L, Long::sum));
    List<String> broken = new ArrayList<>();
    now.incidents()
        .forEach(
            (id, incident) -> {
              // A merged incident's calls are shown with the one it was merged into as well.
              boolean merged = !Tocsin.absent(incident.path("mergedInto"));
              boolean absorbed =
                  now.incidents().values().stream()
                      .anyMatch(i -> i.path("mergedInto").asString("").equals(id));
              long said = incident.path("callCount").asLong();
              if (!merged && !absorbed && said != calls.getOrDefault(id, 0L)) {
                broken.add(
                    "incident %s says %d calls, %d name it"
                        .formatted(id, said, calls.getOrDefault(id, 0L)));
              }
            });
    return new Finding(
        "every incident counts exactly the calls that name it", now.incidents().size(), broken);
  }

  private static Finding assignmentsBelong(Snapshot now) {
    List<String> broken = new ArrayList<>();
    now.assignments()
        .forEach(
            (id, a) -> {
              if (!now.incidents().containsKey(a.path("incidentId").asString(""))) {
                broken.add("assignment " + id + " belongs to no incident");
              }
              if (!now.units().containsKey(a.path("unitId").asString(""))) {
                broken.add("assignment " + id + " is of no unit");
              }
            });
    return new Finding(
        "every assignment has one incident and one unit", now.assignments().size(), broken);
  }

  private static Finding unitsShowTheirAssignments(Snapshot now) {
    Map<String, Set<String>> open =
        now.assignments().values().stream()
            .filter(Checker::open)
            .collect(
                Collectors.groupingBy(
                    a -> a.path("unitId").asString(""),
                    Collectors.mapping(a -> a.path("id").asString(""), Collectors.toSet())));
    List<String> broken = new ArrayList<>();
    now.units()
        .forEach(
            (id, unit) -> {
              Set<String> shown =
                  unit.path("assignments")
                      .valueStream()
                      .map(a -> a.path("assignmentId").asString(""))
                      .collect(Collectors.toSet());
              if (!shown.equals(open.getOrDefault(id, Set.of()))) {
                broken.add(
                    "unit %s shows %s, open are %s"
                        .formatted(
                            unit.path("callSign").asString(""),
                            shown,
                            open.getOrDefault(id, Set.of())));
              }
            });
    return new Finding("every unit shows exactly its open assignments", now.units().size(), broken);
  }

  private static boolean open(JsonNode assignment) {
    String status = assignment.path("status").asString("");
    return !status.equals("CLEARED") && !status.equals("CANCELLED");
  }

  /**
   * Counts under each agency, as its own list shows them, against the sum of those below and its
   * own.
   */
  private Finding agenciesAddUp(Snapshot now) {
    List<String> broken = new ArrayList<>();
    int checked = 0;
    for (Map.Entry<String, JsonNode> agency : now.agencies().entrySet()) {
      if (agency.getValue().path("level").asInt() > 1) {
        continue;
      }
      long expected =
          now.incidents().values().stream()
              .filter(i -> under(now, i.path("agencyId").asString(""), agency.getKey()))
              .count();
      long shown =
          tocsin.all("/api/incidents?state=all&limit=200&agency=" + agency.getKey()).size();
      checked++;
      if (expected != shown) {
        broken.add(
            "%s lists %d incidents, its subtree has %d"
                .formatted(agency.getValue().path("code").asString(""), shown, expected));
      }
    }
    return new Finding(
        "counts below add up to each upper agency's, up to the root's", checked, broken);
  }

  private static boolean under(Snapshot now, String agency, String above) {
    String at = agency;
    for (int steps = 0; steps < 12 && !at.isEmpty(); steps++) {
      if (at.equals(above)) {
        return true;
      }
      JsonNode node = now.agencies().get(at);
      at = node == null ? "" : node.path("parentId").asString("");
    }
    return false;
  }

  private static Finding noDoubleBooking(Snapshot now) {
    Map<String, List<JsonNode>> byUnit =
        now.assignments().values().stream()
            .collect(Collectors.groupingBy(a -> a.path("unitId").asString("")));
    List<String> broken = new ArrayList<>();
    byUnit.forEach(
        (unit, list) -> {
          list.sort(Comparator.comparing(a -> a.path("dispatchedAt").asString("")));
          for (int i = 1; i < list.size(); i++) {
            Instant end = end(list.get(i - 1));
            Instant next = Instant.parse(list.get(i).path("dispatchedAt").asString());
            if (end == null || next.isBefore(end)) {
              broken.add("unit %s was sent again at %s, busy until %s".formatted(unit, next, end));
            }
          }
        });
    return new Finding("no unit was on two incidents at once", now.assignments().size(), broken);
  }

  private static @Nullable Instant end(JsonNode assignment) {
    for (String field : List.of("clearedAt", "cancelledAt")) {
      String at = assignment.path(field).asString("");
      if (!at.isEmpty()) {
        return Instant.parse(at);
      }
    }
    return open(assignment) ? null : Instant.MIN;
  }

  private static Finding same(String topic, LiveBoard board, Map<String, JsonNode> kept) {
    Map<String, JsonNode> shown = board.topic(topic);
    List<String> broken = new ArrayList<>();
    kept.forEach(
        (id, node) -> {
          JsonNode body = shown.get(id);
          String difference = body == null ? "is not on the board" : difference(node, body);
          if (!difference.isEmpty()) {
            broken.add(topic + " " + id + " " + difference);
          }
        });
    shown.keySet().stream()
        .filter(id -> !kept.containsKey(id))
        .forEach(id -> broken.add(topic + " " + id + " is on the board only"));
    return new Finding(
        "board built from the live stream = database: " + topic, kept.size(), broken);
  }

  private static String difference(JsonNode kept, JsonNode shown) {
    StringBuilder text = new StringBuilder();
    kept.properties()
        .forEach(
            field -> {
              JsonNode other = shown.path(field.getKey());
              boolean bothEmpty = Tocsin.absent(other) && Tocsin.absent(field.getValue());
              if (!NOT_ON_BOARD.contains(field.getKey())
                  && !bothEmpty
                  && !other.equals(field.getValue())) {
                text.append(
                    "%s: kept %s, shown %s; ".formatted(field.getKey(), field.getValue(), other));
              }
            });
    return text.toString();
  }
}
