package org.tocsin.exercise.live;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.city.Chance;
import org.tocsin.exercise.city.City;
import org.tocsin.exercise.city.Demand;
import org.tocsin.exercise.city.Post;
import org.tocsin.exercise.city.RoadMap;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.kernel.Point;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * All crews: moves them, lets each work on its oldest order, tells where they are and who is on.
 */
final class Crews {
  private static final String OFF = "下班";
  private static final double NOISE_DEGREES = 0.00003;

  private final World world;
  private final Board board;
  private final Hands hands;
  private final Response.Means means;
  private final List<Crew> crews = new ArrayList<>();
  private final Map<String, Response> responses = new HashMap<>();

  Crews(World world, Board board, Response.Means means, List<Post> posts, long seed) {
    this.world = world;
    this.board = board;
    this.hands = means.hands();
    this.means = means;
    City city = means.city();
    Crew.Town town = new Crew.Town(city, new RoadMap(city));
    for (Post post : posts) {
      Crew crew = new Crew(post, world.unit(post.callSign()), town, seed);
      JsonNode unit = board.find("unit", crew.unit);
      JsonNode seen = unit == null ? Tocsin.object() : unit.path("position");
      if (seen.path("lat").isNumber()) {
        Point point = new Point(seen.path("lat").asDouble(), seen.path("lon").asDouble());
        crew.place(city.nearest(point));
      }
      crews.add(crew);
    }
  }

  /** One step of so many seconds. */
  void tick(double seconds, Instant now) {
    Map<String, List<JsonNode>> orders = board.openByUnit();
    for (Crew crew : crews) {
      JsonNode order = current(orders.getOrDefault(crew.unit, List.of()));
      if (order == null) {
        responses.remove(crew.unit);
        duty(crew, now);
        crew.idle(now);
      } else {
        crew.loseRadio(now);
        respond(crew, order, now);
      }
      crew.move(seconds, now);
    }
  }

  /** A unit works on what it began first; on the newest order if it has not begun any. */
  private static @Nullable JsonNode current(List<JsonNode> orders) {
    return orders.isEmpty() ? null : orders.getFirst();
  }

  private void respond(Crew crew, JsonNode order, Instant now) {
    String id = Board.id(order);
    Response response = responses.get(crew.unit);
    if (response == null || !response.assignment.equals(id)) {
      response = new Response(id, crew, means);
      responses.put(crew.unit, response);
    }
    String incident = order.path("incidentId").asString("");
    List<JsonNode> all = board.assignmentsOf(incident);
    boolean lead = all.isEmpty() || Board.id(all.getFirst()).equals(id);
    response.tick(now, order, board.find("incident", incident), lead);
  }

  /** Goes off and on duty by the watch; what a person took out of service stays so. */
  private void duty(Crew crew, Instant now) {
    int late = Chance.of(17, "handover", crew.post.callSign()).below(25);
    boolean on = crew.post.watch().isOn(now.minusSeconds(late * 60L).atZone(Demand.ZONE).getHour());
    JsonNode unit = board.find("unit", crew.unit);
    if (unit == null) {
      return;
    }
    crew.duty(on);
    JsonNode out = unit.path("outOfService");
    String path = "/api/units/" + crew.unit;
    if (on && out.path("reason").asString("").startsWith(OFF)) {
      hands.begin("on duty " + crew.unit, () -> signOn(crew, path));
    } else if (!on && Tocsin.absent(out)) {
      ObjectNode why = Tocsin.object().put("reason", OFF + "（" + crew.post.watch().name() + "）");
      hands.begin("off duty " + crew.unit, () -> world.post(path + "/out-of-service", why, null));
    }
  }

  /** The crew of the new watch signs on: the unit's card is written anew, and it is in service. */
  private void signOn(Crew crew, String path) {
    JsonNode unit = world.tocsin().get(path);
    ObjectNode card = Setup.details(crew.post, unit.path("agencyId").asString());
    card.put("version", unit.path("version").asLong());
    world.tocsin().put(path, card).exercise(world.exercise()).send();
    world.post(path + "/in-service", Tocsin.object(), null);
  }

  /** Sends where everybody is whose radio works. */
  void positions(Instant now) {
    ArrayNode batch = Tocsin.json().createArrayNode();
    for (Crew crew : crews) {
      if (!crew.isSilent(now) && (crew.isOnDuty() || crew.isDriving())) {
        Point at = crew.spot().point();
        batch
            .addObject()
            .put("id", crew.unit)
            .put("lat", at.lat() + crew.chance().between(-NOISE_DEGREES, NOISE_DEGREES))
            .put("lon", at.lon() + crew.chance().between(-NOISE_DEGREES, NOISE_DEGREES))
            .put("speed", Math.round(crew.speed() * 10) / 10.0)
            .put("course", Math.round(crew.course()));
      }
    }
    hands.begin("positions", () -> world.post("/api/positions/batch", batch, null));
  }

  /** How many are on their way or at work. */
  int working() {
    return responses.size();
  }
}
