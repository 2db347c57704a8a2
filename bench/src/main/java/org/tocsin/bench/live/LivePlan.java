package org.tocsin.bench.live;

import java.time.Duration;
import picocli.CommandLine.Option;

/** How much load. */
final class LivePlan {
  @Option(names = "--calls", defaultValue = "20", description = "Calls accepted a second.")
  int calls = 20;

  @Option(names = "--positions", defaultValue = "2000", description = "Positions a second.")
  int positions = 2000;

  @Option(names = "--batch", defaultValue = "50", description = "Positions in one request.")
  int batch = 50;

  @Option(names = "--units", defaultValue = "500", description = "Units registered.")
  int units = 500;

  @Option(names = "--streams", defaultValue = "4", description = "Dispatchers listening.")
  int streams = 4;

  @Option(names = "--seconds", defaultValue = "60", description = "How long it is measured.")
  int seconds = 60;

  @Option(names = "--warmup", defaultValue = "20", description = "Seconds before, not counted.")
  int warmup = 20;

  Duration measured() {
    return Duration.ofSeconds(seconds);
  }
}
