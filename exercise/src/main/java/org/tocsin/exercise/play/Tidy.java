package org.tocsin.exercise.play;

import java.util.Set;
import java.util.stream.Collectors;
import org.tocsin.exercise.http.Refused;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;

/**
 * Ends the drills of one name that an earlier player left behind: their open incidents are closed
 * as drills, their units set free, their open calls given up. Touches nothing that is not marked as
 * one of those exercises.
 */
public final class Tidy {
  private final Tocsin tocsin;
  private final String name;

  public Tidy(Tocsin tocsin, String name) {
    this.tocsin = tocsin;
    this.name = name;
  }

  /** Ends them all. */
  public void run() {
    Set<String> running =
        tocsin.all("/api/exercises").stream()
            .filter(
                e ->
                    e.path("name").asString("").startsWith(name)
                        && Tocsin.absent(e.path("endedAt")))
            .map(e -> e.path("id").asString())
            .collect(Collectors.toSet());
    if (running.isEmpty()) {
      return;
    }
    for (JsonNode call : tocsin.all("/api/calls?state=open&limit=200")) {
      if (running.contains(call.path("exerciseId").asString(""))) {
        quietly(
            "/api/calls/" + call.path("id").asString() + "/abandon",
            Tocsin.object().put("reason", "drill ended"));
      }
    }
    for (JsonNode incident : tocsin.all("/api/incidents?state=open&limit=200")) {
      if (running.contains(incident.path("exerciseId").asString(""))) {
        close(incident.path("id").asString());
      }
    }
    running.forEach(id -> quietly("/api/exercises/" + id + "/end", Tocsin.object()));
  }

  private void close(String incident) {
    for (JsonNode a : tocsin.all("/api/incidents/" + incident + "/assignments")) {
      String status = a.path("status").asString("");
      if (!status.equals("CLEARED") && !status.equals("CANCELLED")) {
        quietly(
            "/api/assignments/" + a.path("id").asString() + "/cancel",
            Tocsin.object().put("reason", "drill ended"));
      }
    }
    long version = tocsin.get("/api/incidents/" + incident).path("version").asLong();
    quietly(
        "/api/incidents/" + incident + "/close",
        Tocsin.object()
            .put("version", version)
            .put("dispositionCode", "DRILL")
            .put("note", "drill ended"));
  }

  /** What somebody else ended meanwhile need not be ended again. */
  private void quietly(String path, JsonNode body) {
    try {
      tocsin.post(path, body).send();
    } catch (Refused r) {
      if (r.status() != 409 && r.status() != 404) {
        throw r;
      }
    }
  }
}
