package org.tocsin.bench.locate;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.tocsin.bench.BenchCommand;
import org.tocsin.bench.load.Latency;
import org.tocsin.bench.load.OpenLoop;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;
import org.tocsin.bench.server.Ground;
import org.tocsin.bench.server.Server;
import org.tocsin.exercise.http.Ask;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.kernel.Point;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code ./tocsin bench locate}. */
@Command(
    name = "locate",
    description = "Finding a place while it is typed, on the full street table.")
public final class LocateBench extends BenchCommand {
  private static final double TARGET_MS = 30;
  private static final double NEAR_METRES = 200;
  private static final int SHOWN = 8;

  @Option(names = "--typists", defaultValue = "5", description = "People typing at once.")
  private int typists = 5;

  @Option(names = "--keys", defaultValue = "8", description = "Keys a second of each.")
  private int keys = 8;

  @Option(names = "--seconds", defaultValue = "60", description = "How long it is measured.")
  private int seconds = 60;

  @Option(names = "--warmup", defaultValue = "15", description = "Seconds before, not counted.")
  private int warmup = 15;

  @Option(names = "--slips", defaultValue = "0.2", description = "Share of texts with a typo.")
  private double slips = 0.2;

  @Override
  protected Optional<Report> measure() throws IOException, InterruptedException {
    try (Server server = Server.started()) {
      Tocsin tocsin = server.client();
      Ground ground = Ground.here();
      say("importing " + ground.name());
      ground.importInto(tocsin);
      int rate = typists * keys;
      say("warming up for " + warmup + " s, not counted");
      run(tocsin, asked(ground, rate * warmup, 1), warmup, new Latency("warm-up"));
      say("measuring for " + seconds + " s");
      Latency latency = new Latency("every key typed");
      OpenLoop loop = run(tocsin, asked(ground, rate * seconds, 2), seconds, latency);
      return Optional.of(report(tocsin, ground, latency, loop));
    }
  }

  /** What is asked, in order: the typists take turns, each going through a text key by key. */
  private List<String> asked(Ground ground, int count, int seed) {
    Random random = new Random(seed);
    List<Deque<String>> texts = new ArrayList<>();
    IntStream.range(0, typists).forEach(i -> texts.add(new ArrayDeque<>()));
    List<String> asked = new ArrayList<>();
    while (asked.size() < count) {
      Deque<String> own = texts.get(asked.size() % typists);
      if (own.isEmpty()) {
        own.addAll(typing(ground, random).steps());
      }
      asked.add(own.removeFirst());
    }
    return asked;
  }

  private Typing typing(Ground ground, Random random) {
    int i = random.nextInt(ground.places().size());
    return Typing.of(ground.addresses().get(i), ground.places().get(i), slips, random);
  }

  private OpenLoop run(Tocsin tocsin, List<String> asked, int length, Latency latency)
      throws InterruptedException {
    return OpenLoop.run(
        "type",
        typists * keys,
        Duration.ofSeconds(length),
        (i, at) -> {
          locate(tocsin, asked.get(i));
          latency.record(System.nanoTime() - at);
        });
  }

  private static JsonNode locate(Tocsin tocsin, String text) {
    return tocsin.get("/api/locate?limit=" + SHOWN + "&q=" + Ask.encode(text));
  }

  private Report report(Tocsin tocsin, Ground ground, Latency latency, OpenLoop loop) {
    Report report = new Report("locate", "Finding a place while its address is typed, key by key.");
    Table table =
        Latency.table(
            "Latencies with %d people typing %d keys a second each, from the scheduled instant"
                .formatted(typists, keys));
    latency.row(table, report.json(), "key");
    report.add(table);
    report.add(quality(tocsin, ground, report));
    report.target("type-ahead over HTTP, p99", TARGET_MS, latency.ms(99), "ms");
    report.note(
        "On %s. Texts are addresses of real calls in lower case; %.0f%% have one letter wrong,"
                .formatted(ground.name(), 100 * slips)
            + " missing, doubled or swapped. Each key from the second on is one request. Open loop;"
            + " server, database and this load generator share the machine's cores.");
    RuntimeException first = loop.firstFailure();
    if (first != null) {
      report.failed(loop.failed() + " requests failed, first: " + first);
    }
    return report;
  }

  /** A fast wrong answer is no answer: whether the whole text finds its place. */
  private Table quality(Tocsin tocsin, Ground ground, Report report) {
    Table table =
        Table.of(
            "The text typed to its end: the place meant within " + Math.round(NEAR_METRES) + " m",
            "texts",
            "count",
            "first suggestion",
            "among " + SHOWN);
    for (double share : new double[] {0, 1}) {
      Random random = new Random(3);
      int count = 0;
      int first = 0;
      int listed = 0;
      for (int i = 0; i < 400; i++) {
        int call = random.nextInt(ground.places().size());
        Typing typing =
            Typing.of(ground.addresses().get(call), ground.places().get(call), share, random);
        if (share > 0 && !typing.slipped()) {
          continue;
        }
        List<JsonNode> found = locate(tocsin, typing.text()).valueStream().toList();
        count++;
        first += found.stream().limit(1).anyMatch(c -> near(c, typing.meant())) ? 1 : 0;
        listed += found.stream().anyMatch(c -> near(c, typing.meant())) ? 1 : 0;
      }
      String what = share == 0 ? "as written" : "with a typo";
      table.row(what, count, percent(first, count), percent(listed, count));
      report
          .json()
          .putObject(share == 0 ? "found_as_written" : "found_with_typo")
          .put("count", count)
          .put("first", first)
          .put("listed", listed);
    }
    return table;
  }

  private static boolean near(JsonNode candidate, Point meant) {
    double lat = candidate.path("lat").asDouble(0);
    double lon = candidate.path("lon").asDouble(0);
    return new Point(lat, lon).distanceTo(meant) <= NEAR_METRES;
  }

  private static String percent(int part, int whole) {
    return String.format(Locale.ROOT, "%.0f%%", whole == 0 ? 0 : 100.0 * part / whole);
  }
}
