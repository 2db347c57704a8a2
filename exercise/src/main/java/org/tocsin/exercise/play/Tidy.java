package org.tocsin.exercise.play;

import org.tocsin.exercise.http.Refused;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;

/**
 * Ends an exercise: its open incidents are closed as drills, their units set free, its open calls
 * given up. Touches nothing that is not marked as that exercise.
 */
public final class Tidy {
  private static final String REASON = "演练结束";

  private final Tocsin tocsin;

  public Tidy(Tocsin tocsin) {
    this.tocsin = tocsin;
  }

  /** Ends one. */
  public void end(String exercise) {
    for (JsonNode call : tocsin.all("/api/calls?state=open&limit=200")) {
      if (call.path("exerciseId").asString("").equals(exercise)) {
        quietly(
            "/api/calls/" + call.path("id").asString() + "/abandon",
            Tocsin.object().put("reason", REASON));
      }
    }
    for (JsonNode incident : tocsin.all("/api/incidents?state=open&limit=200")) {
      if (incident.path("exerciseId").asString("").equals(exercise)) {
        close(incident.path("id").asString());
      }
    }
    quietly("/api/exercises/" + exercise + "/end", Tocsin.object());
  }

  private void close(String incident) {
    for (JsonNode a : tocsin.all("/api/incidents/" + incident + "/assignments")) {
      String status = a.path("status").asString("");
      if (!status.equals("CLEARED") && !status.equals("CANCELLED")) {
        quietly(
            "/api/assignments/" + a.path("id").asString() + "/cancel",
            Tocsin.object().put("reason", REASON));
      }
    }
    long version = tocsin.get("/api/incidents/" + incident).path("version").asLong();
    quietly(
        "/api/incidents/" + incident + "/close",
        Tocsin.object()
            .put("version", version)
            .put("dispositionCode", "DRILL")
            .put("note", REASON));
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
