package org.tocsin.exercise.drill;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;
import org.tocsin.exercise.http.Tocsin;

/**
 * Runs a scenario on an instance, by the instance's own clock: the calls ring when they are due,
 * the people at the screens do what they do, and at the end everything is scored.
 */
public final class Drill {
  private static final Duration LOOK = Duration.ofMillis(500);

  /** Every look at a call is written into the audit log: not more of them than needed. */
  private static final Duration LOOK_AT_CALLS = Duration.ofSeconds(5);

  private final Tocsin tocsin;
  private final Scenario scenario;
  private final double speed;
  private final Consumer<String> say;

  /**
   * @param speed how many times faster than written the calls come
   */
  public Drill(Tocsin tocsin, Scenario scenario, double speed, Consumer<String> say) {
    this.tocsin = tocsin;
    this.scenario = scenario;
    this.speed = speed;
    this.say = say;
  }

  /** Runs it to its end; everything stays open as the people left it. */
  public ScoreSheet run() {
    Instant begun = now();
    String exercise = Injector.begin(tocsin, scenario, begun.toString());
    Injector injector = new Injector(tocsin, scenario, exercise);
    say.accept(scenario.name().zh() + " / " + scenario.name().en() + ": exercise " + exercise);
    for (int i = 0; i < scenario.calls().size(); i++) {
      waitUntil(begun.plus(scaled(scenario.calls().get(i).after())));
      injector.ring(i, null);
      say.accept("call " + (i + 1) + " of " + scenario.calls().size() + " rings");
    }
    Instant end = begun.plus(scaled(scenario.length()));
    while (now().isBefore(end) && !over(injector.signals())) {
      sleep(LOOK_AT_CALLS);
    }
    return score(exercise, begun, injector.signals());
  }

  /** Scores what is there now. */
  public ScoreSheet score(String exercise, Instant begun, Map<Integer, String> signals) {
    Facts facts = Facts.read(tocsin, signals);
    return new ScoreSheet(scenario, exercise, begun, now(), facts, Scoring.of(scenario, facts));
  }

  /** Whether nothing is left to do: every call judged, every incident closed. */
  private boolean over(Map<Integer, String> signals) {
    Facts facts = Facts.read(tocsin, signals);
    return facts.calls().values().stream()
            .noneMatch(c -> c.state().equals("RINGING") || c.state().equals("TAKING"))
        && facts.incidents().values().stream().noneMatch(i -> i.closed() == null);
  }

  private Duration scaled(Duration written) {
    return Duration.ofMillis((long) (written.toMillis() / speed));
  }

  private Instant now() {
    return Instant.parse(tocsin.get("/api/exercise/clock").path("now").asString());
  }

  private void waitUntil(Instant due) {
    while (now().isBefore(due)) {
      sleep(LOOK);
    }
  }

  private static void sleep(Duration time) {
    try {
      Thread.sleep(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }
}
