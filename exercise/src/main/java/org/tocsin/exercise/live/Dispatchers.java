package org.tocsin.exercise.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.city.Chance;
import org.tocsin.exercise.city.Rates;
import org.tocsin.exercise.city.Story;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The city's own dispatchers. They send what the instance recommends, more where it turns out
 * bigger, and close what is done; of some incidents they keep away for minutes so that a person can
 * be quicker, and from whatever a person has touched they keep away for as long.
 */
final class Dispatchers implements Response.Care {
  private static final double LEFT_TO_PEOPLE = 0.25;

  /** How long a person's touch keeps the city's dispatchers away, city time. */
  static final Duration RESPECT = Duration.ofMinutes(3);

  private static final Duration AGAIN = Duration.ofSeconds(25);

  /** One incident as the dispatchers see it; instants of the city's time. */
  private static final class Watched {
    final Instant sends;
    @Nullable Instant closes;
    volatile @Nullable Instant retry;
    volatile Story.@Nullable Growth growth;
    volatile Instant growsAt = Instant.MAX;
    volatile boolean more;

    Watched(Instant sends) {
      this.sends = sends;
    }

    boolean waits(Instant now) {
      Instant until = retry;
      return until != null && now.isBefore(until);
    }
  }

  private final World world;
  private final Board board;
  private final Hands hands;
  private final Rates rates;
  private final Story.Book book;
  private final CityTime time;
  private final People people;
  private final boolean leavesSome;
  private final Map<String, Watched> watched = new ConcurrentHashMap<>();

  Dispatchers(
      World world,
      Board board,
      Hands hands,
      Rates rates,
      Story.Book book,
      CityTime time,
      boolean leavesSome) {
    this.world = world;
    this.board = board;
    this.hands = hands;
    this.rates = rates;
    this.book = book;
    this.time = time;
    this.people = new People(world, time);
    this.leavesSome = leavesSome;
  }

  void tick(Instant now) {
    List<JsonNode> incidents = board.all("incident");
    watched.keySet().removeIf(id -> board.find("incident", id) == null);
    for (JsonNode incident : incidents) {
      if (world.owns(incident)) {
        Watched w = watched.computeIfAbsent(Board.id(incident), id -> watch(id, now));
        if (!w.waits(now)) {
          work(incident, w, now);
        }
      }
    }
  }

  private Watched watch(String incident, Instant now) {
    Chance chance = Chance.of(19, "sent", incident);
    boolean left = leavesSome && chance.happens(LEFT_TO_PEOPLE);
    Duration real = rates.at(Rates.ENTERED_TO_DISPATCHED, chance.share());
    double seconds = real == null ? 25 : Math.clamp(real.toSeconds(), 6, 75);
    return new Watched(now.plusSeconds((long) (left ? chance.between(150, 260) : seconds)));
  }

  private void work(JsonNode incident, Watched w, Instant now) {
    String id = Board.id(incident);
    String state = Board.state(incident);
    List<JsonNode> sent = board.assignmentsOf(id);
    boolean active = sent.stream().anyMatch(a -> !Board.state(a).equals("CLEARED"));
    if (!Tocsin.absent(incident.path("handover"))) {
      begin("take over ", id, w, () -> accept(id));
    } else if (state.equals("CREATED") && !active && now.isAfter(w.sends)) {
      begin("send ", id, w, () -> send(id, w));
    } else if (now.isAfter(w.growsAt)) {
      begin("grow ", id, w, () -> reclassify(id, w));
    } else if (w.more && active) {
      begin("send more ", id, w, () -> send(id, w));
    } else if (!active && !sent.isEmpty() && !state.equals("CREATED")) {
      close(id, w, now);
    } else {
      w.closes = null;
    }
  }

  private void close(String id, Watched w, Instant now) {
    Instant closes = w.closes;
    if (closes == null) {
      Chance chance = Chance.of(23, "closed", id);
      boolean left = leavesSome && chance.happens(LEFT_TO_PEOPLE);
      w.closes = now.plusSeconds((long) (left ? chance.between(180, 300) : chance.between(15, 70)));
    } else if (now.isAfter(closes)) {
      begin("close ", id, w, () -> close(id));
    }
  }

  /** The board must have had the time to tell, however fast the city is. */
  private Duration again() {
    Duration told = Duration.ofMillis((long) (4_000 * time.speed()));
    return told.compareTo(AGAIN) > 0 ? told : AGAIN;
  }

  /** Does something to an incident, unless a person has just been at it. */
  private void begin(String what, String id, Watched w, Runnable work) {
    hands.begin(
        what + id,
        () -> {
          w.retry = time.now().plus(again());
          if (!people.touched(id, RESPECT)) {
            work.run();
          }
        });
  }

  /** Sends the recommended units that are free; none is taken from other work. */
  private void send(String id, Watched w) {
    JsonNode answer = world.tocsin().get("/api/incidents/" + id + "/recommendation");
    ObjectNode body = Tocsin.object();
    ArrayNode units = body.putArray("unitIds");
    for (JsonNode c : answer.path("candidates")) {
      if (c.path("recommended").asBoolean() && Tocsin.absent(c.path("divertFrom"))) {
        units.add(c.path("unitId").asString());
      }
    }
    if (!units.isEmpty()) {
      body.put("reason", "按调派建议").put("allowBusy", false);
      world.post("/api/incidents/" + id + "/orders", body, null);
    }
    w.more = false;
  }

  @Override
  public void grew(String incident, Story.Growth growth, String callSign) {
    ObjectNode note = Tocsin.object().put("text", callSign + "：" + growth.text());
    hands.begin(
        "note " + incident,
        () -> world.post("/api/incidents/" + incident + "/notes", note, "grew:" + incident));
    Watched w = watched.get(incident);
    if (w != null) {
      w.growth = growth;
      w.growsAt = time.now().plusSeconds(20);
    }
  }

  private void reclassify(String id, Watched w) {
    Story.Growth growth = w.growth;
    w.growsAt = Instant.MAX;
    if (growth != null) {
      long version = version(id);
      world.post(
          "/api/incidents/" + id + "/classify",
          Tocsin.object()
              .put("version", version)
              .put("typeCode", growth.type())
              .put("priority", growth.priority())
              .put("reason", growth.text()),
          "classify:" + id + ":" + version);
      w.more = true;
      w.retry = null;
    }
  }

  private long version(String id) {
    return world.tocsin().get("/api/incidents/" + id).path("version").asLong();
  }

  private void accept(String id) {
    world.post("/api/incidents/" + id + "/handover/accept", Tocsin.object(), null);
  }

  private void close(String id) {
    JsonNode incident = world.tocsin().get("/api/incidents/" + id);
    Ending ending = Ending.of(book, incident);
    long version = incident.path("version").asLong();
    world.post(
        "/api/incidents/" + id + "/close",
        Tocsin.object()
            .put("version", version)
            .put("dispositionCode", ending.code())
            .put("note", ending.text()),
        "close:" + id + ":" + version);
  }
}
