package org.tocsin.exercise.live;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;

/**
 * What the city's people know of the instance.
 *
 * @param exercise the mark of everything the city makes
 * @param agencies agency code → id
 * @param units call sign → unit id
 */
record World(
    Tocsin tocsin, String exercise, Map<String, String> agencies, Map<String, String> units) {

  /** The driver's name in timelines; whoever else writes there is a person. */
  static final String DRIVER = "exercise driver";

  String unit(String callSign) {
    return Objects.requireNonNull(units.get(callSign), () -> callSign + " was not registered");
  }

  /** Whether something is the city's own: neither real nor somebody's drill. */
  boolean owns(JsonNode body) {
    return body.path("exerciseId").asString("").equals(exercise);
  }

  /** Sends a wish of this name once, however often it is asked for. */
  JsonNode post(String path, JsonNode body, @Nullable String wish) {
    var ask = tocsin.post(path, body).exercise(exercise);
    if (wish != null) {
      ask.key("city:" + exercise + ":" + wish);
    }
    return ask.send();
  }
}
