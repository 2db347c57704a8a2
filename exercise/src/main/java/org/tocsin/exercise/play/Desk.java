package org.tocsin.exercise.play;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.feed.CallRecord;
import org.tocsin.exercise.feed.FeedMapping;
import org.tocsin.exercise.feed.Stamp;
import org.tocsin.exercise.feed.UnitResponse;
import org.tocsin.exercise.http.Refused;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.kernel.Point;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries out single steps over HTTP, as the people and units of the record did. Every write has a
 * name made of feed, call, unit and step. Where a step had been taken already, by this run or one
 * before, that is seen and accepted.
 */
final class Desk {
  private static final int TRIES_WHEN_STALE = 8;

  private final Tocsin tocsin;
  private final String feed;
  private final FeedMapping mapping;
  private final Registrar.World world;

  Desk(Tocsin tocsin, String feed, FeedMapping mapping, Registrar.World world) {
    this.tocsin = tocsin;
    this.feed = feed;
    this.mapping = mapping;
    this.world = world;
  }

  private JsonNode post(String path, JsonNode body, String wish, @Nullable Instant at) {
    return tocsin
        .post(path, body)
        .key(feed + ":" + world.exercise() + ":" + wish)
        .at(at)
        .exercise(world.exercise())
        .send();
  }

  void receive(Played played, @Nullable Instant at) {
    CallRecord call = played.call();
    ObjectNode signal =
        Tocsin.object()
            .put("channel", call.channel())
            .put("callbackNumber", orNull(call.callback()))
            .put("callerName", orNull(call.caller()))
            .put("text", orNull(call.narrative()))
            .put("addressText", orNull(call.address()))
            .put("externalRef", call.number());
    Point place = call.place();
    if (place != null) {
      signal.put("lat", place.lat()).put("lon", place.lon());
    }
    played.signal(
        post("/api/signals", signal, call.number() + ":signal", at).path("id").asString());
  }

  /**
   * Answers, types and judges a call; of one {@code known} to be judged, only the ids are asked
   * for.
   */
  void accept(Played played, @Nullable Played joined, boolean known, @Nullable Instant at) {
    String path = "/api/calls/" + Objects.requireNonNull(played.signal());
    String name = played.call().number();
    if (!known) {
      JsonNode answered =
          unlessDone(
              () -> post(path + "/answer", Tocsin.object(), name + ":answer", at), path, "TAKING");
      if (answered.path("state").asString("").equals("TAKING")) {
        type(played, path, answered.path("version").asLong(), at);
      }
    }
    switch (played.call().ending()) {
      case INCIDENT -> create(played, at);
      case JOINED -> {
        String incident =
            Objects.requireNonNull(
                Objects.requireNonNull(joined, "the call joined is in the feed").incident(),
                "the call joined has an incident");
        played.incident(incident);
        if (!known) {
          join(played, incident, path, at);
        }
      }
      case NUISANCE, ABANDONED -> {
        if (!known) {
          reject(played, path, at);
        }
      }
    }
  }

  private void type(Played played, String path, long version, @Nullable Instant at) {
    ObjectNode body = Tocsin.object().put("version", version);
    fill(body.putObject("draft"), played.call());
    try {
      tocsin.put(path + "/draft", body).at(at).exercise(world.exercise()).send();
    } catch (Refused r) {
      // Sent twice because the first answer was lost: the form holds the same words already.
      if (!r.code().equals("STALE")) {
        throw r;
      }
    }
  }

  private static void fill(ObjectNode form, CallRecord call) {
    form.put("addressText", call.address())
        .put("typeCode", call.typeCode())
        .put("priority", call.priority())
        .put("narrative", call.narrative().isEmpty() ? call.typeText() : call.narrative());
    form.putObject("answers");
    Point place = call.place();
    if (place != null) {
      form.putObject("place")
          .put("label", call.address())
          .put("lat", place.lat())
          .put("lon", place.lon());
    }
  }

  private void create(Played played, @Nullable Instant at) {
    ObjectNode body = Tocsin.object().put("signalId", played.signal());
    fill(body, played.call());
    String agency = world.agency(played.call().area());
    if (agency != null) {
      body.put("agencyId", agency);
    }
    played.acceptSent(System.nanoTime());
    JsonNode incident = post("/api/incidents", body, played.call().number() + ":incident", at);
    played.incident(incident.path("id").asString());
  }

  private void join(Played played, String incident, String path, @Nullable Instant at) {
    fresh(
        incident,
        version ->
            unlessDone(
                () ->
                    post(
                        "/api/incidents/" + incident + "/calls",
                        Tocsin.object().put("signalId", played.signal()).put("version", version),
                        played.call().number() + ":join:" + version,
                        at),
                path,
                "ACCEPTED"));
  }

  private void reject(Played played, String path, @Nullable Instant at) {
    boolean nuisance = played.call().ending() == CallRecord.Ending.NUISANCE;
    String verb = nuisance ? "/nuisance" : "/abandon";
    ObjectNode reason = Tocsin.object().put("reason", "as recorded in the feed");
    unlessDone(
        () -> post(path + verb, reason, played.call().number() + verb, at),
        path,
        nuisance ? "NUISANCE" : "ABANDONED");
  }

  void order(Played played, Step step, @Nullable Instant at) {
    ObjectNode body = Tocsin.object();
    ArrayNode units = body.putArray("unitIds");
    step.units().forEach(u -> units.add(world.unit(u.unit())));
    body.put("reason", "as recorded in the feed").put("allowBusy", true);
    String incident = Objects.requireNonNull(played.incident());
    JsonNode orders = post("/api/incidents/" + incident + "/orders", body, step.name(), at);
    for (UnitResponse unit : step.units()) {
      for (JsonNode order : orders.isArray() ? orders : orders.path("items")) {
        if (order.path("unitId").asString("").equals(world.unit(unit.unit()))) {
          played.assigned(unit, order.path("id").asString());
        }
      }
    }
  }

  void report(Played played, Step step, @Nullable Instant at) {
    String assignment =
        Objects.requireNonNull(played.assignments().get(step.unit()), "the unit was ordered");
    try {
      status(assignment, step.stamp(), step.name(), at);
    } catch (Refused r) {
      if (r.status() != 409 || !reported(played, assignment, step)) {
        throw r;
      }
    }
  }

  private void status(String assignment, Stamp stamp, String wish, @Nullable Instant at) {
    post(
        "/api/assignments/" + assignment + "/status",
        Tocsin.object().put("status", code(stamp)),
        wish,
        at);
  }

  /** Whether the server holds this very report already. */
  private boolean reported(Played played, String assignment, Step step) {
    for (JsonNode a : tocsin.all("/api/incidents/" + played.incident() + "/assignments")) {
      if (a.path("id").asString("").equals(assignment)) {
        return step.at().toString().equals(a.path(field(step.stamp())).asString(""));
      }
    }
    return false;
  }

  /** The last unit tells how it ended, is free again, and the incident is closed. */
  void close(Played played, Step step, @Nullable Instant at) {
    CallRecord call = played.call();
    String assignment =
        Objects.requireNonNull(played.assignments().get(step.unit()), "the unit was ordered");
    String disposition = call.disposition() == null ? "OTHER" : call.disposition();
    String said = call.dispositionText().isEmpty() ? mapping.name().zh() : call.dispositionText();
    String name = step.name();
    String incident = Objects.requireNonNull(played.incident());
    post(
        "/api/assignments/" + assignment + "/feedback",
        Tocsin.object().put("text", said).put("dispositionCode", disposition),
        name + ":feedback",
        at);
    report(played, step, at);
    try {
      fresh(
          incident,
          version ->
              post(
                  "/api/incidents/" + incident + "/close",
                  Tocsin.object()
                      .put("version", version)
                      .put("dispositionCode", disposition)
                      .put("note", said),
                  name + ":close:" + version,
                  at));
    } catch (Refused r) {
      // Closed already, by this step before its answer was lost.
      if (r.status() != 409 || !state(incident).equals("CLOSED")) {
        throw r;
      }
    }
    played.close();
  }

  private String state(String incident) {
    return tocsin.get("/api/incidents/" + incident).path("state").asString("");
  }

  private interface Versioned {
    void with(long version);
  }

  /** Does something with the incident's present version, again if somebody was quicker. */
  private void fresh(String incident, Versioned work) {
    for (int i = 1; ; i++) {
      try {
        work.with(tocsin.get("/api/incidents/" + incident).path("version").asLong());
        return;
      } catch (Refused r) {
        if (!r.code().equals("STALE") || i == TRIES_WHEN_STALE) {
          throw r;
        }
      }
    }
  }

  private JsonNode unlessDone(
      java.util.function.Supplier<JsonNode> work, String path, String state) {
    try {
      return work.get();
    } catch (Refused r) {
      JsonNode call =
          r.status() == 409 && !r.code().equals("STALE") ? tocsin.get(path) : Tocsin.object();
      String now = call.path("state").asString("");
      if (now.equals(state) || now.equals("ACCEPTED")) {
        return call;
      }
      throw r;
    }
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  static String code(Stamp stamp) {
    return switch (stamp) {
      case ACKNOWLEDGED -> "ACKNOWLEDGED";
      case DEPARTED -> "EN_ROUTE";
      case ARRIVED -> "ON_SCENE";
      case TRANSPORTING -> "TRANSPORTING";
      case AT_DESTINATION -> "AT_DESTINATION";
      case CLEARED -> "CLEARED";
      case RECEIVED, ENTERED, DISPATCHED ->
          throw new IllegalArgumentException(stamp + " is no unit's report");
    };
  }

  /** The field of an assignment that holds a stamp. */
  public static String field(Stamp stamp) {
    return switch (stamp) {
      case DISPATCHED -> "dispatchedAt";
      case ACKNOWLEDGED -> "acknowledgedAt";
      case DEPARTED -> "departedAt";
      case ARRIVED -> "arrivedAt";
      case TRANSPORTING -> "transportAt";
      case AT_DESTINATION -> "destinationAt";
      case CLEARED -> "clearedAt";
      case RECEIVED, ENTERED ->
          throw new IllegalArgumentException(stamp + " is no field of an assignment");
    };
  }
}
