package org.tocsin.exercise.load;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.http.Refused;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * One client doing random legal work. It looks first and then acts on what it saw, as people do;
 * that somebody else was quicker is an answer, not an error.
 */
final class Client {
  private static final List<String> STEPS =
      List.of("ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE", "CLEARED");
  private static final int TRIES = 50;
  private static final int FULL = 7_500;

  private final Tocsin tocsin;
  private final Ground ground;
  private final Random random;
  private final String name;
  private final Map<String, LongAdder> tally;
  private final Map<String, String> surprises = new ConcurrentHashMap<>();
  private int count;

  Client(Tocsin tocsin, Ground ground, String name, long seed, Map<String, LongAdder> tally) {
    this.tocsin = tocsin;
    this.ground = ground;
    this.name = name;
    this.random = new Random(seed);
    this.tally = tally;
  }

  /** Answers that nobody should get: their code and an example. */
  Map<String, String> surprises() {
    return surprises;
  }

  void work() {
    count++;
    int dice = random.nextInt(100);
    String what =
        dice < 20
            ? "call"
            : dice < 45
                ? "order"
                : dice < 75 ? "report" : dice < 90 ? "write" : dice < 95 ? "classify" : "close";
    try {
      boolean done =
          switch (what) {
            case "call" -> call();
            case "order" -> order();
            case "report" -> report();
            case "write" -> write();
            case "classify" -> classify();
            default -> close();
          };
      // In the first moments there is no incident yet to work on.
      count(what + (done ? " done" : " found nothing to do"));
    } catch (Refused r) {
      if (r.status() != 409) {
        surprises.putIfAbsent(r.status() + " " + r.code(), String.valueOf(r.getMessage()));
      }
      count(what + " " + (r.code().isEmpty() ? r.status() : r.code()));
    }
  }

  private void count(String what) {
    tally.computeIfAbsent(what, w -> new LongAdder()).increment();
  }

  private String key(String what) {
    return name + "-" + what + "-" + count;
  }

  private JsonNode post(String path, ObjectNode body, String what) {
    return tocsin.post(path, body).key(key(what)).exercise(ground.exercise).send();
  }

  private boolean call() {
    ObjectNode signal =
        Tocsin.object()
            .put("channel", "PHONE_110")
            .put("callbackNumber", "1000000%04d".formatted(random.nextInt(10_000)))
            .put("lat", 36.04 + random.nextDouble() * 0.02)
            .put("lon", 103.74 + random.nextDouble() * 0.03);
    String id = post("/api/signals", signal, "signal").path("id").asString();
    post("/api/calls/" + id + "/answer", Tocsin.object(), "answer");
    ObjectNode incident =
        Tocsin.object()
            .put("signalId", id)
            .put("typeCode", "DISPUTE")
            .put("priority", 3)
            .put("addressText", "滨河路" + (1 + random.nextInt(300)) + "号")
            .put("narrative", "演练")
            .put("agencyId", ground.agency);
    incident.putObject("answers");
    ground.incidents.add(post("/api/incidents", incident, "incident").path("id").asString());
    return true;
  }

  private @Nullable String pick(List<String> list) {
    return list.isEmpty() ? null : list.get(random.nextInt(list.size()));
  }

  private boolean order() {
    String incident = pick(ground.incidents);
    String unit = pick(ground.units);
    if (incident == null || unit == null) {
      return false;
    }
    ObjectNode body = Tocsin.object().put("reason", "drill");
    body.putArray("unitIds").add(unit);
    for (JsonNode a : post("/api/incidents/" + incident + "/orders", body, "order")) {
      ground.assignments.add(a.path("id").asString());
    }
    return true;
  }

  private boolean report() {
    String assignment = pick(ground.assignments);
    if (assignment == null) {
      return false;
    }
    String status = STEPS.get(random.nextInt(STEPS.size()));
    post(
        "/api/assignments/" + assignment + "/status",
        Tocsin.object().put("status", status),
        "status");
    return true;
  }

  /**
   * Adds a mark to a form that others write on too, on top of what it saw; tries again when it saw
   * old writing.
   */
  private boolean write() {
    String form = ground.forms.get(random.nextInt(ground.forms.size()));
    String mark = "[" + name + "." + count + "]";
    for (int i = 0; i < TRIES; i++) {
      JsonNode seen = tocsin.get("/api/calls/" + form);
      String text = seen.path("draft").path("narrative").asString("");
      if (text.length() > FULL) {
        return false;
      }
      ObjectNode body = Tocsin.object().put("version", seen.path("version").asLong());
      ObjectNode draft =
          body.putObject("draft").put("addressText", "").put("narrative", text + mark);
      draft.putObject("answers");
      try {
        tocsin.put("/api/calls/" + form + "/draft", body).send();
        ground.marked(form, mark);
        return true;
      } catch (Refused r) {
        if (!r.code().equals("STALE")) {
          throw r;
        }
        count("write again after STALE");
      }
    }
    return false;
  }

  private boolean classify() {
    String incident = pick(ground.incidents);
    if (incident == null) {
      return false;
    }
    JsonNode seen = tocsin.get("/api/incidents/" + incident);
    ObjectNode body =
        Tocsin.object()
            .put("version", seen.path("version").asLong())
            .put("typeCode", random.nextBoolean() ? "DISPUTE" : "NOISE")
            .put("priority", 3 + random.nextInt(2))
            .put("reason", "drill");
    post("/api/incidents/" + incident + "/classify", body, "classify");
    return true;
  }

  private boolean close() {
    String incident = pick(ground.incidents);
    if (incident == null) {
      return false;
    }
    JsonNode seen = tocsin.get("/api/incidents/" + incident);
    ObjectNode body =
        Tocsin.object()
            .put("version", seen.path("version").asLong())
            .put("dispositionCode", "DRILL")
            .put("note", "drill");
    post("/api/incidents/" + incident + "/close", body, "close");
    return true;
  }
}
