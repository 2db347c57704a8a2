package org.tocsin.exercise.replay;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.http.Ask;
import org.tocsin.exercise.http.Refused;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;

/** The response intervals as the instance itself publishes them for an exercise. */
final class PublishedFigures {
  /** Published figure → the name it has in a report card. */
  private static final Map<String, String> NAMES =
      Map.of(
          "RECEIVED-TO-DISPATCHED", "received_to_dispatched",
          "DISPATCHED-TO-DEPARTED", "dispatched_to_departed",
          "DEPARTED-TO-ARRIVED", "departed_to_arrived",
          "DISPATCHED-TO-CLEARED", "dispatched_to_available");

  private final Tocsin tocsin;
  private final Consumer<String> say;

  PublishedFigures(Tocsin tocsin, Consumer<String> say) {
    this.tocsin = tocsin;
    this.say = say;
  }

  Map<String, Spread> intervals(String exercise, Feed feed) {
    Map<String, Spread> found = new LinkedHashMap<>();
    String from = feed.first().minus(Duration.ofDays(1)).toString();
    String to = feed.calls().getLast().received().plus(Duration.ofDays(2)).toString();
    try {
      JsonNode card =
          tocsin.get(
              "/api/figures/response?by=none&exercise=%s&from=%s&to=%s"
                  .formatted(exercise, Ask.encode(from), Ask.encode(to)));
      for (JsonNode figure : card.isArray() ? card : card.path("figures")) {
        String name = NAMES.get(figure.path("code").asString(""));
        if (name != null) {
          found.put(
              name,
              new Spread(
                  figure.path("median").asLong(),
                  figure.path("p90").asLong(),
                  figure.path("count").asInt()));
        }
      }
    } catch (Refused r) {
      say.accept("no published figures to compare with: " + r.getMessage());
    }
    return found;
  }
}
