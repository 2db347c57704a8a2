package org.tocsin.exercise.live;

import java.time.Instant;
import java.util.List;
import org.tocsin.exercise.city.Demand;
import org.tocsin.exercise.city.PlannedCall;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.node.ObjectNode;

/** Those who call: each planned call rings when it is due. */
final class Callers {
  private final World world;
  private final Demand demand;
  private final Hands hands;
  private Instant until;

  Callers(World world, Demand demand, Hands hands, Instant from) {
    this.world = world;
    this.demand = demand;
    this.hands = hands;
    this.until = from;
  }

  /** Calls that begin a city where nothing is going on yet. */
  void begin(List<PlannedCall> opening) {
    opening.forEach(this::ring);
  }

  void tick(Instant now) {
    demand.between(until, now).forEach(this::ring);
    until = now;
  }

  private void ring(PlannedCall call) {
    ObjectNode signal =
        Tocsin.object()
            .put("channel", call.channel())
            .put("callbackNumber", call.phone())
            .put("callerName", call.caller())
            .put("text", call.says())
            .put("externalRef", call.reference());
    hands.begin(
        "ring " + call.reference(),
        () -> world.post("/api/signals", signal, "signal:" + call.reference()));
  }
}
