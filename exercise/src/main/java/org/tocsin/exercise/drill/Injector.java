package org.tocsin.exercise.drill;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.node.ObjectNode;

/** Lets the calls of a scenario ring, every one marked as the drill's. */
public final class Injector {
  private final Tocsin tocsin;
  private final Scenario scenario;
  private final String exercise;
  private final Map<Integer, String> signals = new LinkedHashMap<>();

  public Injector(Tocsin tocsin, Scenario scenario, String exercise) {
    this.tocsin = tocsin;
    this.scenario = scenario;
    this.exercise = exercise;
  }

  /** Begins the exercise of a drill; its id. */
  public static String begin(Tocsin tocsin, Scenario scenario, String when) {
    ObjectNode wish =
        Tocsin.object()
            .put("name", "演练：" + scenario.name().zh() + " " + when)
            .put("note", "Drill: " + scenario.name().en());
    return tocsin.post("/api/exercises", wish).send().path("id").asString();
  }

  /**
   * Lets one call ring.
   *
   * @param at moves a driven clock there first; null leaves the clock alone
   */
  public void ring(int number, @Nullable Instant at) {
    Scenario.Inject call = scenario.calls().get(number);
    ObjectNode signal =
        Tocsin.object()
            .put("channel", call.channel() == null ? "PHONE_110" : call.channel())
            .put("callbackNumber", call.phone())
            .put("callerName", call.caller())
            .put("text", call.says())
            .put("externalRef", "drill-" + scenario.id() + "-" + number);
    String id =
        tocsin
            .post("/api/signals", signal)
            .key("drill:" + exercise + ":" + number)
            .exercise(exercise)
            .at(at)
            .send()
            .path("id")
            .asString();
    signals.put(number, id);
  }

  /** The id of a call that rang. */
  public String signal(int number) {
    return Objects.requireNonNull(signals.get(number), "this call has not rung");
  }

  /** Number of the call in the scenario → the call's id, of those that rang. */
  public Map<Integer, String> signals() {
    return signals;
  }
}
