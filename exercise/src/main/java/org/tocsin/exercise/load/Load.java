package org.tocsin.exercise.load;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import org.tocsin.exercise.check.Checker;
import org.tocsin.exercise.check.Finding;
import org.tocsin.exercise.check.Snapshot;
import org.tocsin.exercise.feed.FeedException;
import org.tocsin.exercise.http.LiveBoard;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;

/**
 * Lets many clients and listeners loose on one instance of this machine and checks what they leave
 * behind.
 */
public final class Load {
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  private final URI url;
  private final String token;
  private final LoadPlan plan;
  private final Consumer<String> say;

  /**
   * @throws FeedException if the instance is not on the loopback: nobody else's machine is loaded
   */
  public Load(URI url, String token, LoadPlan plan, Consumer<String> say) {
    String host = String.valueOf(url.getHost());
    if (!List.of("localhost", "127.0.0.1", "[::1]").contains(host)) {
      throw new FeedException("load works on this machine only (localhost), not on " + host);
    }
    this.url = url;
    this.token = token;
    this.plan = plan;
    this.say = say;
  }

  /**
   * Runs and checks.
   *
   * @return every rule; the instance must refuse double booking ({@code
   *     tocsin.double-booking=refuse})
   */
  public List<Finding> run() {
    Tocsin tocsin = new Tocsin(url, token, PATIENCE);
    Ground ground = new Ground(tocsin, plan);
    letTheClockRun(tocsin);
    List<LiveBoard> boards = new ArrayList<>();
    for (int i = 0; i < plan.listeners(); i++) {
      boards.add(LiveBoard.fromTheStart(new Tocsin(url, token, PATIENCE)));
    }
    try {
      Map<String, LongAdder> tally = new ConcurrentSkipListMap<>();
      long started = System.nanoTime();
      Map<String, String> surprises = work(tocsin, ground, tally);
      double seconds = (System.nanoTime() - started) / 1e9;
      say.accept(
          "%d clients, %d listeners, %.1f s: %s"
              .formatted(plan.clients(), plan.listeners(), seconds, tally));
      return check(tocsin, ground, boards, surprises);
    } finally {
      boards.forEach(LiveBoard::close);
    }
  }

  /** A driven clock that stands still could not tell which of two orders came first. */
  private static void letTheClockRun(Tocsin tocsin) {
    JsonNode clock = tocsin.get("/api/instance").path("clock");
    if (clock.path("driven").asBoolean(false)) {
      tocsin
          .put(
              "/api/exercise/clock",
              Tocsin.object().put("instant", clock.path("now").asString()).put("rate", 1))
          .send();
    }
  }

  private Map<String, String> work(Tocsin tocsin, Ground ground, Map<String, LongAdder> tally) {
    AtomicInteger left = new AtomicInteger(plan.operations());
    long end = System.nanoTime() + Duration.ofSeconds(plan.seconds()).toNanos();
    Map<String, String> surprises = new TreeMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Client>> running = new ArrayList<>();
      for (int i = 0; i < plan.clients(); i++) {
        Client client =
            new Client(tocsin, ground, plan.seed() + "c" + i, plan.seed() * 1000 + i, tally);
        running.add(
            threads.submit(
                () -> {
                  while (left.getAndDecrement() > 0 && System.nanoTime() < end) {
                    client.work();
                  }
                  return client;
                }));
      }
      for (Future<Client> client : running) {
        surprises.putAll(client.get().surprises());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e);
    }
    return surprises;
  }

  private List<Finding> check(
      Tocsin tocsin, Ground ground, List<LiveBoard> boards, Map<String, String> surprises) {
    Checker checker = new Checker(tocsin);
    boolean quiet = checker.awaitQuiet(Duration.ofMinutes(2));
    boards.forEach(b -> b.awaitRest(Duration.ofSeconds(60)));
    Snapshot now = Snapshot.of(tocsin);
    List<Finding> findings = new ArrayList<>();
    findings.add(
        new Finding(
            "the instance comes to rest", 1, quiet ? List.of() : List.of("still not quiet")));
    findings.add(
        new Finding(
            "only answers that people can expect",
            plan.operations(),
            List.copyOf(surprises.values())));
    findings.add(noLostUpdate(now, ground));
    findings.add(noLostOrder(now, ground));
    findings.addAll(checker.check(now, boards.isEmpty() ? null : boards.getFirst(), true));
    for (LiveBoard board : boards.subList(Math.min(1, boards.size()), boards.size())) {
      findings.addAll(
          checker.check(now, board, false).stream()
              .filter(f -> f.rule().startsWith("board") && !f.holds())
              .toList());
    }
    return findings;
  }

  private static Finding noLostUpdate(Snapshot now, Ground ground) {
    List<String> broken = new ArrayList<>();
    int[] checked = {0};
    ground.marks.forEach(
        (form, marks) -> {
          JsonNode call = now.calls().get(form);
          String text = call == null ? "" : call.path("draft").path("narrative").asString("");
          for (String mark : marks) {
            checked[0]++;
            if (text.indexOf(mark) < 0) {
              broken.add(mark + " was acknowledged on form " + form + " and is gone");
            } else if (text.indexOf(mark) != text.lastIndexOf(mark)) {
              broken.add(mark + " stands twice on form " + form);
            }
          }
        });
    return new Finding(
        "no lost update: every acknowledged writing is still there, once", checked[0], broken);
  }

  private static Finding noLostOrder(Snapshot now, Ground ground) {
    List<String> broken =
        ground.assignments.stream()
            .filter(id -> !now.assignments().containsKey(id))
            .map(id -> "assignment " + id + " was acknowledged and is gone")
            .toList();
    return new Finding(
        "no lost order: every acknowledged order is in the database",
        ground.assignments.size(),
        broken);
  }
}
