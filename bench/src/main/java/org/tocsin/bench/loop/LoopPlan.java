package org.tocsin.bench.loop;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How much there is, and how much is asked of it. */
final class LoopPlan {
  @Option(names = "--matters", defaultValue = "1000000", description = "Matters in the database.")
  int matters = 1_000_000;

  @Option(names = "--users", defaultValue = "50", description = "Officers at work at once.")
  int users = 50;

  @Option(
      names = "--think",
      defaultValue = "2",
      description = "Seconds between two requests of one officer.")
  double think = 2;

  @Option(names = "--seconds", defaultValue = "120", description = "How long it is measured.")
  int seconds = 120;

  @Option(names = "--warmup", defaultValue = "30", description = "Seconds before, not counted.")
  int warmup = 30;

  @Option(
      names = "--firings",
      defaultValue = "600",
      description = "Clocks that come due while it is measured.")
  int firings = 600;

  @Option(
      names = "--idle",
      defaultValue = "30",
      description = "Seconds without load in which the tick's cost is read, before and after.")
  int idle = 30;

  double perSecond() {
    return users / think;
  }

  Duration measured() {
    return Duration.ofSeconds(seconds);
  }

  Duration warming() {
    return Duration.ofSeconds(warmup);
  }
}
