package org.tocsin.bench.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.kernel.Point;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a server bench has registered on its instance: an agency, an exercise, units about the town.
 *
 * @param units their ids
 */
public record Station(Ground ground, String agency, String exercise, List<String> units) {
  // A mix as a city has; every kind is one that run cards may ask for.
  private static final List<String> TYPES = List.of("PATROL", "ENGINE", "MEDIC", "TRUCK", "PATROL");

  /** Imports the town and registers units, their homes at places where calls come from. */
  public static Station of(Tocsin tocsin, Ground ground, int units) throws InterruptedException {
    ground.importInto(tocsin);
    String agency = agency(tocsin);
    String exercise =
        tocsin
            .post("/api/exercises", Tocsin.object().put("name", "bench").put("note", "bench"))
            .key("bench-exercise")
            .send()
            .path("id")
            .asString();
    Random random = new Random(7);
    List<String> ids = new ArrayList<>();
    for (int i = 0; i < units; i++) {
      ObjectNode wish =
          Tocsin.object()
              .put("callSign", "BENCH-%03d".formatted(i))
              .put("typeCode", TYPES.get(i % TYPES.size()))
              .put("agencyId", agency);
      put(wish.putObject("home"), ground.places().get(random.nextInt(ground.places().size())));
      ids.add(
          tocsin
              .post("/api/units", wish)
              .key("bench-unit-" + i)
              .exercise(exercise)
              .send()
              .path("id")
              .asString());
    }
    return new Station(ground, agency, exercise, List.copyOf(ids));
  }

  private static String agency(Tocsin tocsin) {
    return tocsin.all("/api/agencies").stream()
        .filter(a -> Tocsin.absent(a.path("parentId")))
        .map(a -> a.path("id").asString())
        .findFirst()
        .orElseGet(
            () ->
                tocsin
                    .post(
                        "/api/agencies",
                        Tocsin.object()
                            .put("code", "BENCH")
                            .put("nameZh", "测试局")
                            .put("nameEn", "Bench"))
                    .key("bench-agency")
                    .send()
                    .path("id")
                    .asString());
  }

  private static void put(ObjectNode node, Point place) {
    node.put("lat", place.lat()).put("lon", place.lon());
  }

  /** A call that has come in and been answered. */
  public String answeredCall(Tocsin tocsin, String name, int number) {
    Point place = place(number);
    ObjectNode signal =
        Tocsin.object()
            .put("channel", "PHONE_110")
            .put("callbackNumber", "1390000%04d".formatted(number % 10_000))
            .put("addressText", address(number));
    put(signal, place);
    String id =
        tocsin
            .post("/api/signals", signal)
            .key(name + "-signal-" + number)
            .exercise(exercise)
            .send()
            .path("id")
            .asString();
    tocsin.post("/api/calls/" + id + "/answer", Tocsin.object()).exercise(exercise).send();
    return id;
  }

  /** Accepts a call as a new incident. */
  public JsonNode accept(Tocsin tocsin, String name, int number, String call) {
    ObjectNode body =
        Tocsin.object()
            .put("signalId", call)
            .put("typeCode", number % 3 == 0 ? "STRUCTURE-FIRE" : "MEDICAL")
            .put("priority", 2)
            .put("addressText", address(number))
            .put("narrative", "bench")
            .put("agencyId", agency);
    put(body.putObject("place").put("label", address(number)), place(number));
    body.putObject("answers");
    return tocsin
        .post("/api/incidents", body)
        .key(name + "-incident-" + number)
        .exercise(exercise)
        .send();
  }

  /** Where a call of this number is. */
  public Point place(int number) {
    return ground.places().get(number % ground.places().size());
  }

  private String address(int number) {
    return ground.addresses().get(number % ground.addresses().size());
  }

  /**
   * Positions of some units in one batch: {@code size} of them from {@code first} on, in a ring.
   */
  public ArrayNode positions(int first, int size, String at, int step) {
    ArrayNode batch = Tocsin.json().createArrayNode();
    for (int i = 0; i < size; i++) {
      int unit = (first + i) % units.size();
      Point place = place(unit * 31 + step / 8);
      // Some metres on at each step, so that no position repeats the one before.
      batch
          .addObject()
          .put("id", units.get(unit))
          .put("lat", place.lat() + (step % 8) * 0.0001)
          .put("lon", place.lon())
          .put("at", at)
          .put("speed", 30)
          .put("course", 0);
    }
    return batch;
  }
}
