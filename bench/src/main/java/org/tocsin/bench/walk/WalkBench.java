package org.tocsin.bench.walk;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.tocsin.bench.BenchCommand;
import org.tocsin.bench.Workspace;
import org.tocsin.bench.report.Report;
import org.tocsin.bench.report.Table;
import org.tocsin.bench.server.Seat;
import org.tocsin.bench.server.Server;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.check.Declarations;
import org.tocsin.matters.check.Known;
import org.tocsin.matters.walk.RandomForm;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import tools.jackson.databind.JsonNode;

/** {@code ./tocsin bench walk}. */
@Command(
    name = "walk",
    description =
        "Random officers walk every declared kind while the server is killed: no illegal state, no default missed or doubled.")
public final class WalkBench extends BenchCommand {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final int STEPS_BETWEEN_TIMES = 20;
  private static final int MOST_MINUTES = 360;
  private static final int STORM = 100;
  private static final int MOST_MILLIS_BEFORE_KILL = 400;
  private static final Duration LONGEST_WAIT = Duration.ofMinutes(2);

  @Option(names = "--acts", defaultValue = "10000", description = "Acts tried on each kind.")
  private int acts = 10_000;

  @Option(names = "--kills", defaultValue = "1", description = "Kills of the server in each kind.")
  private int kills = 1;

  @Option(names = "--kind", split = ",", description = "Only these kinds.")
  private List<String> only = new ArrayList<>();

  @Option(names = "--seed", defaultValue = "20261122", description = "Of every choice.")
  private long seed = 20261122;

  @Override
  protected java.util.Optional<Report> measure() throws IOException, InterruptedException {
    Report report =
        new Report(
            "walk",
            "%,d random acts of random officers on each declared kind over HTTP, the clock going on, the server killed"
                    .formatted(acts)
                + " (SIGKILL) and started again meanwhile; then every matter checked against its own timeline.");
    Table table =
        Table.of(
            "Kinds", "kind", "matters", "done", "refused", "cut off", "moves checked", "broken");
    try (Server server =
        Server.started("--tocsin.clock.mode=driven", "--tocsin.clock.start=2026-03-02T00:00:00Z")) {
      Crew crew = new Crew(server);
      List<MatterKind> kinds =
          Declarations.read(Workspace.root().resolve("packs/matters"), Known.NONE).kinds();
      for (MatterKind kind : kinds) {
        if (only.isEmpty() || Set.copyOf(only).contains(kind.code())) {
          row(table, report, kind, crew);
        }
      }
    }
    return java.util.Optional.of(report.add(table));
  }

  private void row(Table table, Report report, MatterKind kind, Crew crew)
      throws IOException, InterruptedException {
    say(kind.code());
    Random random = new Random(seed ^ kind.code().hashCode());
    RandomForm forms =
        new RandomForm(
            random,
            crew.seats.stream().map(s -> UUID.fromString(s.id())).toList(),
            List.of(UUID.fromString(crew.otherStation)),
            ZONE);
    MatterWalk walk = new MatterWalk(kind, crew.seats, crew.station, forms, random);
    Instant now = crew.now();
    int each = Math.max(1, acts / (kills + 1));
    for (int i = 1; i <= acts; i++) {
      walk.step(now);
      if (i % STEPS_BETWEEN_TIMES == 0) {
        now = crew.pass(Duration.ofMinutes(1 + random.nextInt(MOST_MINUTES)));
      }
      if (i % each == 0 && i < acts) {
        // Timers have just become due and acts are on their way when the power goes.
        Instant then = crew.pass(Duration.ofDays(2));
        Thread storm = Thread.ofVirtual().start(() -> storm(walk, then));
        Thread.sleep(random.nextInt(MOST_MILLIS_BEFORE_KILL));
        crew.kill();
        storm.join();
        crew.startAgain();
        now = crew.now();
      }
    }
    now = crew.pass(Duration.ofMinutes(1));
    WalkCheck check = check(kind, walk, crew, now);
    check.broken().stream().limit(5).forEach(report::failed);
    table.row(
        kind.code(),
        walk.matters.size(),
        walk.done,
        walk.refused,
        walk.lost,
        check.checked(),
        check.broken().size());
    report
        .json()
        .withArrayProperty("kinds")
        .addObject()
        .put("kind", kind.code())
        .put("acts", acts)
        .put("done", walk.done)
        .put("movesChecked", check.checked())
        .put("broken", check.broken().size());
  }

  private static void storm(MatterWalk walk, Instant now) {
    int before = walk.lost;
    for (int i = 0; i < STORM && walk.lost == before; i++) {
      walk.step(now);
    }
  }

  /** What is due may still be on its way: asked again until nothing is broken or time is up. */
  private static WalkCheck check(MatterKind kind, MatterWalk walk, Crew crew, Instant now)
      throws InterruptedException {
    long giveUp = System.nanoTime() + LONGEST_WAIT.toNanos();
    while (true) {
      WalkCheck check = new WalkCheck(kind, crew.seat("supervisor"));
      walk.matters.forEach(id -> check.check(id, now));
      if (check.broken().isEmpty() || System.nanoTime() > giveUp) {
        return check;
      }
      Thread.sleep(500);
    }
  }

  /** The demonstration's officers and its clock, over restarts. */
  private static final class Crew {
    private static final List<String> NAMES =
        List.of(
            "station",
            "station2",
            "auxiliary",
            "counter",
            "keeper",
            "traffic",
            "reviewer",
            "petitions",
            "fund",
            "chief",
            "supervisor",
            "calltaker",
            "commander");

    private final Server server;
    final List<Seat> seats = new ArrayList<>();
    final String station;
    final String otherStation;

    Crew(Server server) {
      this.server = server;
      Tocsin driver = server.client();
      String password =
          driver.get("/api/instance").path("demoAccounts").path(0).path("password").asString();
      for (String name : NAMES) {
        Seat seat = new Seat(server.url(), name, password);
        seat.signIn(server.url());
        seats.add(seat);
      }
      this.station = agency(driver, "QL-GC-01");
      this.otherStation = agency(driver, "QL-GC-02");
    }

    private static String agency(Tocsin driver, String code) {
      for (JsonNode agency : driver.all("/api/agencies")) {
        if (agency.path("code").asString().equals(code)) {
          return agency.path("id").asString();
        }
      }
      throw new IllegalStateException("the demonstration has no agency " + code);
    }

    Seat seat(String name) {
      return seats.stream().filter(s -> s.name().equals(name)).findFirst().orElseThrow();
    }

    Instant now() {
      return Instant.parse(server.client().get("/api/exercise/clock").path("now").asString());
    }

    Instant pass(Duration time) {
      Instant to = now().plus(time);
      server
          .client()
          .put("/api/exercise/clock", Tocsin.object().put("instant", to.toString()).put("rate", 0))
          .send();
      return to;
    }

    void kill() throws InterruptedException {
      server.kill();
    }

    void startAgain() throws IOException, InterruptedException {
      server.start();
      seats.forEach(s -> s.signIn(server.url()));
    }
  }
}
