package org.tocsin.exercise.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;

/**
 * Everything an instance holds for this client, by id, read page by page over the public interface.
 * True to one moment only if the instance is quiet.
 */
public record Snapshot(
    Map<String, JsonNode> agencies,
    Map<String, JsonNode> calls,
    Map<String, JsonNode> incidents,
    Map<String, JsonNode> units,
    Map<String, JsonNode> assignments,
    List<String> doubled) {
  private static final int READERS = 4;

  public static Snapshot of(Tocsin tocsin) {
    List<String> doubled = new ArrayList<>();
    Map<String, JsonNode> incidents =
        byId(tocsin.all("/api/incidents?state=all&limit=200"), "incident", doubled);
    List<JsonNode> assignments = new ArrayList<>();
    try (ExecutorService readers = Executors.newFixedThreadPool(READERS)) {
      List<Future<List<JsonNode>>> parts = new ArrayList<>();
      incidents
          .keySet()
          .forEach(
              id ->
                  parts.add(
                      readers.submit(() -> tocsin.all("/api/incidents/" + id + "/assignments"))));
      for (Future<List<JsonNode>> part : parts) {
        assignments.addAll(part.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e);
    }
    return new Snapshot(
        byId(tocsin.all("/api/agencies"), "agency", doubled),
        byId(tocsin.all("/api/calls?state=all&limit=200"), "call", doubled),
        incidents,
        byId(tocsin.all("/api/units?limit=200"), "unit", doubled),
        byId(assignments, "assignment", doubled),
        doubled);
  }

  private static Map<String, JsonNode> byId(
      List<JsonNode> items, String what, List<String> doubled) {
    Map<String, JsonNode> map = new LinkedHashMap<>();
    for (JsonNode item : items) {
      String id = item.path("id").asString("");
      if (map.put(id, item) != null) {
        doubled.add(what + " " + id + " came twice");
      }
    }
    return map;
  }
}
