package org.tocsin.bench.tracing;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.tracing.engine.Answer;

/** What one engine's process wrote down, see {@code Trial}. Times are nanoseconds by question. */
final class Outcome {
  private final String engine;
  private final Map<Integer, Answer.Digest> answers = new HashMap<>();
  private final Map<Integer, Long> touched = new HashMap<>();
  private final Map<Integer, Long> warm = new HashMap<>();
  private final Map<Integer, Long> cold = new HashMap<>();
  private final Map<Integer, long[]> histories = new HashMap<>();
  private final Map<String, Double> numbers = new HashMap<>();
  private @Nullable String failure;

  private Outcome(String engine) {
    this.engine = engine;
  }

  static Outcome read(String engine, Path file) throws IOException {
    Outcome outcome = new Outcome(engine);
    if (!Files.exists(file)) {
      outcome.failure = "wrote no result";
      return outcome;
    }
    for (String line : Files.readAllLines(file)) {
      outcome.line(line.split(" "), line);
    }
    return outcome;
  }

  private void line(String[] w, String line) {
    switch (w[0]) {
      case "name" -> {}
      case "answer" -> {
        int number = Integer.parseInt(w[1]);
        answers.put(
            number,
            new Answer.Digest(
                Integer.parseInt(w[2]),
                Long.parseLong(w[3]),
                Long.parseLong(w[4]),
                Long.parseLong(w[5])));
        touched.put(number, Long.parseLong(w[6]));
      }
      case "warm" -> warm.put(Integer.parseInt(w[1]), Long.parseLong(w[2]));
      case "cold" -> cold.put(Integer.parseInt(w[1]), Long.parseLong(w[2]));
      case "history" ->
          histories.put(
              Integer.parseInt(w[1]), new long[] {Long.parseLong(w[2]), Long.parseLong(w[3])});
      case "failed" -> failure = line;
      default -> numbers.put(w[0], Double.parseDouble(w[1]));
    }
  }

  String engine() {
    return engine;
  }

  Map<Integer, Answer.Digest> answers() {
    return answers;
  }

  /** Payments that carried some of the money, or −1. */
  Map<Integer, Long> touched() {
    return touched;
  }

  Map<Integer, Long> warm() {
    return warm;
  }

  Map<Integer, Long> cold() {
    return cold;
  }

  /** Nanoseconds and rows of reading the touched accounts' history. */
  Map<Integer, long[]> histories() {
    return histories;
  }

  boolean has(String number) {
    return numbers.containsKey(number);
  }

  /** A single number; NaN where the engine has not measured it. */
  double number(String name) {
    return numbers.getOrDefault(name, Double.NaN);
  }

  /** Why it did not come to an end, if so. */
  @Nullable String failure() {
    return failure;
  }

  void fail(String why) {
    failure = failure == null ? why : failure;
  }
}
