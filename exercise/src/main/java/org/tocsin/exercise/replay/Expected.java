package org.tocsin.exercise.replay;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.exercise.check.Snapshot;
import org.tocsin.exercise.feed.CallRecord;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.feed.Stamp;
import org.tocsin.exercise.feed.UnitResponse;
import tools.jackson.databind.JsonNode;

/**
 * Compares what a feed says with what an instance holds: every call, every assignment, every stamp.
 */
final class Expected {
  private static final Map<Stamp, String> FIELDS = new LinkedHashMap<>();

  static {
    FIELDS.put(Stamp.DISPATCHED, "dispatchedAt");
    FIELDS.put(Stamp.ACKNOWLEDGED, "acknowledgedAt");
    FIELDS.put(Stamp.DEPARTED, "departedAt");
    FIELDS.put(Stamp.ARRIVED, "arrivedAt");
    FIELDS.put(Stamp.TRANSPORTING, "transportAt");
    FIELDS.put(Stamp.AT_DESTINATION, "destinationAt");
    FIELDS.put(Stamp.CLEARED, "clearedAt");
  }

  private final Feed feed;
  private final Map<String, JsonNode> callByNumber = new HashMap<>();
  private final Map<String, JsonNode> assignments = new HashMap<>();
  private final Snapshot snapshot;
  private final boolean exact;
  private final List<String> lost = new ArrayList<>();
  private final List<String> explained = new ArrayList<>();
  private int closed;

  /**
   * Compares; {@code exact} means that the instance's clock was driven, so that stamps are equal to
   * the microsecond.
   */
  Expected(Feed feed, Snapshot snapshot, boolean exact) {
    this.feed = feed;
    this.snapshot = snapshot;
    this.exact = exact;
    snapshot.calls().values().forEach(c -> callByNumber.put(c.path("externalRef").asString(""), c));
    snapshot
        .assignments()
        .forEach(
            (id, a) ->
                assignments.merge(
                    key(
                        a.path("incidentId").asString(""),
                        a.path("callSign").asString(""),
                        a.path("dispatchedAt").asString("")),
                    a,
                    (one, two) -> {
                      lost.add("assignment doubled: " + one + " and " + two);
                      return one;
                    }));
    feed.calls().forEach(this::compare);
  }

  /** What is missing, doubled or not as recorded; empty when all is well. */
  List<String> lost() {
    return lost;
  }

  /** Why an incident is still open although the feed is over. */
  List<String> explained() {
    return explained;
  }

  int closed() {
    return closed;
  }

  private static String key(String incident, String callSign, String dispatchedAt) {
    return incident + " " + callSign + " " + dispatchedAt;
  }

  private void compare(CallRecord call) {
    JsonNode kept = callByNumber.get(call.number());
    if (kept == null) {
      lost.add("call " + call.number() + " is not there");
      return;
    }
    if (exact) {
      equal(
          "call " + call.number() + " received",
          call.received().toString(),
          kept.path("receivedAt").asString(""));
    }
    String ending =
        switch (call.ending()) {
          case INCIDENT, JOINED -> "ACCEPTED";
          case NUISANCE -> "NUISANCE";
          case ABANDONED -> "ABANDONED";
        };
    equal("call " + call.number() + " state", ending, kept.path("state").asString(""));
    JsonNode incident = snapshot.incidents().get(kept.path("matterId").asString(""));
    if (call.ending() == CallRecord.Ending.INCIDENT) {
      if (incident == null) {
        lost.add("incident of call " + call.number() + " is not there");
      } else {
        compare(call, incident);
      }
    }
  }

  private void compare(CallRecord call, JsonNode incident) {
    call.units().forEach(u -> compare(call, incident, u));
    if (incident.path("state").asString("").equals("CLOSED")) {
      closed++;
      return;
    }
    List<String> never =
        call.units().stream().filter(u -> !u.cleared()).map(UnitResponse::unit).toList();
    if (never.isEmpty() && !call.units().isEmpty()) {
      lost.add(
          "incident of call "
              + call.number()
              + " is "
              + incident.path("state").asString("")
              + ", not closed");
    } else {
      explained.add(
          "call %s stays open: the log never says that %s was free again"
              .formatted(call.number(), never));
    }
  }

  private void compare(CallRecord call, JsonNode incident, UnitResponse unit) {
    String id = incident.path("id").asString("");
    JsonNode kept =
        exact
            ? assignments.get(key(id, unit.unit(), unit.dispatched().toString()))
            : snapshot.assignments().values().stream()
                .filter(
                    a ->
                        a.path("incidentId").asString("").equals(id)
                            && a.path("callSign").asString("").equals(unit.unit()))
                .findFirst()
                .orElse(null);
    if (kept == null) {
      lost.add("assignment %s of call %s is not there".formatted(unit.unit(), call.number()));
      return;
    }
    FIELDS.forEach(
        (stamp, field) -> {
          java.time.Instant at = unit.at(stamp);
          String is = kept.path(field).asString("");
          boolean fine =
              exact ? is.equals(at == null ? "" : at.toString()) : (at == null) == is.isEmpty();
          if (!fine) {
            lost.add(
                "%s-%s %s: recorded %s, kept %s"
                    .formatted(call.number(), unit.unit(), field, at, is));
          }
        });
  }

  private void equal(String what, String expected, String is) {
    if (!expected.equals(is)) {
      lost.add("%s: recorded %s, kept %s".formatted(what, expected, is));
    }
  }

  Feed feed() {
    return feed;
  }
}
