package org.tocsin.exercise.live;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.http.LiveBoard;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;

/**
 * What the city sees of the instance: read once, then followed by the live stream; read again when
 * the stream could not go on where it broke off. What is over is forgotten.
 */
final class Board implements AutoCloseable {
  private static final Set<String> OVER =
      Set.of("CLOSED", "MERGED", "ACCEPTED", "NUISANCE", "ABANDONED", "CLEARED", "CANCELLED");
  private static final List<String> TOPICS = List.of("call", "incident", "assignment", "unit");

  private final Tocsin tocsin;
  private final LiveBoard live;
  private final Map<String, Map<String, JsonNode>> known = new ConcurrentHashMap<>();
  private int resets;

  Board(Tocsin tocsin) {
    this.tocsin = tocsin;
    this.live = LiveBoard.open(tocsin);
    TOPICS.forEach(t -> known.put(t, new ConcurrentHashMap<>()));
    read();
  }

  private void read() {
    known.values().forEach(Map::clear);
    put("unit", tocsin.all("/api/units?limit=200"));
    put("call", tocsin.all("/api/calls?state=open&limit=200"));
    List<JsonNode> incidents = tocsin.all("/api/incidents?state=open&limit=200");
    put("incident", incidents);
    for (JsonNode incident : incidents) {
      put("assignment", tocsin.all("/api/incidents/" + id(incident) + "/assignments"));
    }
  }

  private void put(String topic, List<JsonNode> bodies) {
    bodies.forEach(b -> take(topic, b));
  }

  private void take(String topic, JsonNode body) {
    topic(topic)
        .merge(
            id(body),
            body,
            (old, now) -> now.path("version").asLong() >= old.path("version").asLong() ? now : old);
  }

  private Map<String, JsonNode> topic(String topic) {
    return known.computeIfAbsent(topic, t -> new ConcurrentHashMap<>());
  }

  static String id(JsonNode body) {
    return body.path("id").asString("");
  }

  static String state(JsonNode body) {
    String state = body.path("state").asString("");
    return state.isEmpty() ? body.path("status").asString("") : state;
  }

  /** Takes in what came over the stream since the last time. */
  void refresh() {
    if (live.resets() > resets) {
      resets = live.resets();
      read();
    }
    for (String topic : TOPICS) {
      for (JsonNode body : List.copyOf(live.topic(topic).values())) {
        take(topic, body);
        if (!topic.equals("unit") && OVER.contains(state(body))) {
          live.forget(topic, id(body));
        }
      }
    }
  }

  /** Forgets calls and incidents that are over, and the assignments of those. */
  void forget(Collection<String> stillWanted) {
    live.forgetOthers(TOPICS);
    topic("call").values().removeIf(c -> over(c) && !stillWanted.contains(id(c)));
    topic("incident").values().removeIf(Board::over);
    Set<String> open = topic("incident").keySet();
    topic("assignment")
        .values()
        .removeIf(a -> over(a) && !open.contains(a.path("incidentId").asString("")));
  }

  private static boolean over(JsonNode body) {
    return OVER.contains(state(body));
  }

  /** Something by its id, or null. */
  @Nullable JsonNode find(String topic, String id) {
    return topic(topic).get(id);
  }

  List<JsonNode> all(String topic) {
    return List.copyOf(topic(topic).values());
  }

  /** The assignments that are not over, by unit; a unit's oldest first. */
  Map<String, List<JsonNode>> openByUnit() {
    Map<String, List<JsonNode>> byUnit = new HashMap<>();
    for (JsonNode a : new TreeMap<>(topic("assignment")).values()) {
      if (!over(a)) {
        byUnit.computeIfAbsent(a.path("unitId").asString(""), u -> new ArrayList<>()).add(a);
      }
    }
    return byUnit;
  }

  /** The assignments of an incident, cancelled ones left out, oldest first. */
  List<JsonNode> assignmentsOf(String incident) {
    return new TreeMap<>(topic("assignment"))
        .values().stream()
            .filter(a -> a.path("incidentId").asString("").equals(incident))
            .filter(a -> !state(a).equals("CANCELLED"))
            .toList();
  }

  @Override
  public void close() {
    live.close();
  }
}
