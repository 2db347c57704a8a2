package org.tocsin.exercise.drill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;

/**
 * What came of a drill, as the instance holds it.
 *
 * @param calls by their number in the scenario
 * @param incidents by id, those that were merged into others left out
 */
public record Facts(Map<Integer, Call> calls, Map<String, Incident> incidents) {
  /** One call; {@code incident} is the one it ended in, after merging. */
  public record Call(
      String number,
      String state,
      Instant received,
      @Nullable Instant answered,
      @Nullable String takenBy,
      @Nullable String incident) {}

  /** One incident. */
  public record Incident(
      String number,
      String type,
      int priority,
      boolean located,
      @Nullable Instant closed,
      List<Order> orders,
      List<String> overdue) {}

  /** One unit that was sent and not called back. */
  public record Order(
      String callSign,
      String unitType,
      @Nullable String by,
      Instant ordered,
      @Nullable Instant acknowledged,
      @Nullable Instant departed,
      @Nullable Instant arrived,
      @Nullable Instant cleared) {}

  /** Reads what came of the calls. */
  public static Facts read(Tocsin tocsin, Map<Integer, String> signals) {
    Map<Integer, Call> calls = new LinkedHashMap<>();
    Map<String, Incident> incidents = new LinkedHashMap<>();
    signals.forEach(
        (number, id) -> {
          JsonNode call = tocsin.get("/api/calls/" + id);
          String matter = text(call, "matterId");
          JsonNode incident = matter == null ? null : survivor(tocsin, matter);
          String ended = incident == null ? null : incident.path("id").asString();
          if (incident != null && ended != null && !incidents.containsKey(ended)) {
            incidents.put(ended, incident(tocsin, ended, incident));
          }
          calls.put(
              number,
              new Call(
                  call.path("number").asString(""),
                  call.path("state").asString(""),
                  Instant.parse(call.path("receivedAt").asString()),
                  instant(call, "answeredAt"),
                  text(call.path("takenBy"), "name"),
                  ended));
        });
    return new Facts(calls, incidents);
  }

  private static JsonNode survivor(Tocsin tocsin, String matter) {
    JsonNode incident = tocsin.get("/api/incidents/" + matter);
    String into = text(incident, "mergedInto");
    return into == null ? incident : survivor(tocsin, into);
  }

  private static Incident incident(Tocsin tocsin, String id, JsonNode incident) {
    List<Order> orders = new ArrayList<>();
    for (JsonNode a : tocsin.all("/api/incidents/" + id + "/assignments")) {
      if (!a.path("status").asString("").equals("CANCELLED")) {
        orders.add(
            new Order(
                a.path("callSign").asString(""),
                a.path("unitTypeCode").asString(""),
                text(a, "orderedBy"),
                Instant.parse(a.path("dispatchedAt").asString()),
                instant(a, "acknowledgedAt"),
                instant(a, "departedAt"),
                instant(a, "arrivedAt"),
                instant(a, "clearedAt")));
      }
    }
    List<String> overdue = new ArrayList<>();
    for (JsonNode alert : tocsin.all("/api/incidents/" + id + "/alerts")) {
      overdue.add(alert.path("kind").asString(""));
    }
    return new Incident(
        incident.path("number").asString(""),
        incident.path("typeCode").asString(""),
        incident.path("priority").asInt(4),
        incident.path("place").path("lat").isNumber(),
        instant(incident.path("instants"), "closed"),
        orders,
        overdue);
  }

  private static @Nullable Instant instant(JsonNode body, String field) {
    String text = text(body, field);
    return text == null ? null : Instant.parse(text);
  }

  private static @Nullable String text(JsonNode body, String field) {
    String text = body.path(field).asString("");
    return text.isEmpty() ? null : text;
  }
}
