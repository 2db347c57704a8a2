package org.tocsin.exercise.live;

import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.city.PlannedCall;
import org.tocsin.exercise.http.Ask;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.kernel.Point;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** How a call-taker finds the place a caller means. */
final class Locating {
  private static final double NEAR_ENOUGH_METRES = 500;

  private Locating() {}

  /**
   * What the locator makes of the caller's words; if that is elsewhere, where the caller points.
   */
  static ObjectNode place(Tocsin tocsin, PlannedCall plan) {
    Point real = plan.where().point();
    JsonNode found = found(tocsin, plan.clearly(), real);
    ObjectNode place = Tocsin.object();
    if (found == null) {
      return place.put("label", plan.clearly()).put("lat", real.lat()).put("lon", real.lon());
    }
    place.put("label", found.path("label").asString(plan.clearly()));
    place.put("lat", found.path("lat").asDouble()).put("lon", found.path("lon").asDouble());
    if (!Tocsin.absent(found.path("addressId"))) {
      place.set("addressId", found.path("addressId"));
    }
    return place;
  }

  /** The best candidate near where it really is; a whole street only if nothing narrower is. */
  private static @Nullable JsonNode found(Tocsin tocsin, String words, Point real) {
    JsonNode street = null;
    for (JsonNode c : tocsin.get("/api/locate?limit=5&q=" + Ask.encode(words))) {
      Point at = new Point(c.path("lat").asDouble(), c.path("lon").asDouble());
      if (at.distanceTo(real) < NEAR_ENOUGH_METRES) {
        if (!c.path("kind").asString("").equals("STREET")) {
          return c;
        }
        street = street == null ? c : street;
      }
    }
    return street;
  }
}
