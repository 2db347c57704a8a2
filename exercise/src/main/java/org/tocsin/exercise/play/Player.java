package org.tocsin.exercise.play;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.feed.CallRecord;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.feed.FeedException;
import org.tocsin.exercise.feed.Fix;
import org.tocsin.exercise.http.Refused;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;

/**
 * Plays a feed on an instance. On a driven clock every step is stamped with its own instant of the
 * record; on an instance that follows the machine's clock the steps come at the feed's pace from
 * now on. Steps of one instant run side by side unless they share a call or a unit.
 *
 * <p>It may be killed and started again, and so may the server: what a driven clock has passed was
 * acknowledged, only the ids are asked for again under the same keys; everything from the clock's
 * instant on is sent (again) under the same keys.
 */
public final class Player {
  private static final int AT_ONCE = 8;
  private static final Duration TICK = Duration.ofMillis(250);

  private final Tocsin tocsin;
  private final Feed feed;
  private final Registrar.World world;
  private final Pace pace;
  private final Desk desk;
  private final Clock machine;
  private final Watch watch;
  private final Map<String, Played> calls = new LinkedHashMap<>();
  private final List<String> refused = Collections.synchronizedList(new ArrayList<>());
  private final List<String> impossibleRefused = Collections.synchronizedList(new ArrayList<>());
  private final List<String> impossibleTaken = Collections.synchronizedList(new ArrayList<>());
  private final AtomicLong steps = new AtomicLong();
  private final Semaphore atOnce = new Semaphore(AT_ONCE);
  private boolean driven;

  /** Told after every instant played; it may take its time. */
  public interface Watch {
    void played(Instant at, long steps);
  }

  /**
   * What came of it.
   *
   * @param refused steps that the server refused although they could be true; empty when all is
   *     well
   * @param impossibleRefused steps that cannot be true and that the server refused too
   * @param impossibleTaken steps that cannot be true and that the server took
   */
  public record Outcome(
      Collection<Played> calls,
      long steps,
      List<String> refused,
      List<String> impossibleRefused,
      List<String> impossibleTaken) {}

  public Player(
      Tocsin tocsin, Feed feed, Registrar.World world, Pace pace, Clock machine, Watch watch) {
    this.tocsin = tocsin;
    this.feed = feed;
    this.world = world;
    this.pace = pace;
    this.machine = machine;
    this.watch = watch;
    this.desk = new Desk(tocsin, feed.id(), feed.mapping(), world);
    feed.calls().forEach(c -> calls.put(c.number(), new Played(c)));
  }

  /**
   * Plays to the end.
   *
   * @throws FeedException if the instance's clock is past the feed's end, or not this feed's
   */
  public Outcome play() {
    NavigableMap<Instant, List<Step>> script = Script.of(feed);
    NavigableMap<Instant, List<Fix>> fixes = byInstant(Fix.of(feed));
    JsonNode clock = tocsin.get("/api/instance").path("clock");
    driven = clock.path("driven").asBoolean(false);
    Instant from = driven ? wind(Instant.parse(clock.path("now").asString()), script) : Instant.MIN;
    fixes.forEach((at, list) -> script.computeIfAbsent(at, a -> List.of()));
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      recall(threads, script.headMap(from, false).values());
      Timing timing = new Timing(script.tailMap(from, true).firstKey());
      script
          .tailMap(from, true)
          .forEach(
              (at, due) -> {
                timing.waitFor(at);
                together(threads, Chains.of(due), at);
                positions(fixes.getOrDefault(at, List.of()), at);
                watch.played(at, steps.get());
              });
    }
    return new Outcome(
        List.copyOf(calls.values()),
        steps.get(),
        List.copyOf(refused),
        List.copyOf(impossibleRefused),
        List.copyOf(impossibleTaken));
  }

  /** Puts a driven clock at the feed's start, or finds where a former run got to. */
  private Instant wind(Instant now, NavigableMap<Instant, List<Step>> script) {
    Instant first = script.firstKey();
    if (now.isAfter(script.lastKey())) {
      throw new FeedException(
          "the instance's clock is at %s, after the feed's end (%s): a clock never goes back; start a fresh instance"
              .formatted(now, script.lastKey()));
    }
    Instant from = now.isBefore(first) ? first : now;
    tocsin
        .put("/api/exercise/clock", Tocsin.object().put("instant", from.toString()).put("rate", 0))
        .send();
    return from;
  }

  /** Learns again the ids of what a former run made. */
  private void recall(ExecutorService threads, Collection<List<Step>> past) {
    List<Step> known =
        past.stream()
            .flatMap(List::stream)
            .filter(s -> s.kind().compareTo(Step.Kind.ORDER) <= 0)
            .toList();
    if (!known.isEmpty()) {
      together(threads, Chains.of(known), null);
    }
  }

  private void together(ExecutorService threads, List<List<Step>> chains, @Nullable Instant at) {
    if (chains.size() == 1) {
      chains.getFirst().forEach(s -> attempt(s, at));
      return;
    }
    List<Callable<Boolean>> work = new ArrayList<>();
    chains.forEach(
        chain ->
            work.add(
                () -> {
                  atOnce.acquire();
                  try {
                    chain.forEach(s -> attempt(s, at));
                  } finally {
                    atOnce.release();
                  }
                  return true;
                }));
    try {
      for (Future<Boolean> done : threads.invokeAll(work)) {
        done.get();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException e) {
      throw e.getCause() instanceof RuntimeException r ? r : new IllegalStateException(e);
    }
  }

  private void attempt(Step step, @Nullable Instant at) {
    Played played = played(step.call());
    try {
      take(played, step, at == null, driven ? at : null);
      steps.incrementAndGet();
    } catch (Refused r) {
      if (step.kind() == Step.Kind.IMPOSSIBLE) {
        impossibleRefused.add(step.name() + ": " + r.getMessage());
      } else if (r.code().equals("CLOCK_BACKWARDS")) {
        throw new FeedException("somebody else moves this instance's clock: " + r.getMessage(), r);
      } else {
        refused.add(step.name() + ": " + r.getMessage());
      }
    } catch (NullPointerException e) {
      refused.add(
          step.name() + ": an earlier step of this call was refused (" + e.getMessage() + ")");
    }
  }

  private void take(Played played, Step step, boolean known, @Nullable Instant at) {
    switch (step.kind()) {
      case RECEIVE -> desk.receive(played, at);
      case ACCEPT -> {
        String joins = step.call().joins();
        desk.accept(played, joins == null ? null : calls.get(joins), known, at);
      }
      case ORDER -> desk.order(played, step, at);
      case REPORT -> desk.report(played, step, at);
      case IMPOSSIBLE -> {
        desk.report(played, step, at);
        impossibleTaken.add(step.name());
      }
      case CLOSE -> desk.close(played, step, at);
    }
  }

  private Played played(CallRecord call) {
    Played played = calls.get(call.number());
    if (played == null) {
      throw new IllegalStateException("call " + call.number() + " is not in this feed");
    }
    return played;
  }

  private void positions(List<Fix> fixes, Instant at) {
    if (fixes.isEmpty()) {
      return;
    }
    ArrayNode batch = Tocsin.json().createArrayNode();
    Instant when = driven ? at : machine.instant();
    for (Fix fix : fixes) {
      batch
          .addObject()
          .put("id", world.unit(fix.unit()))
          .put("lat", fix.place().lat())
          .put("lon", fix.place().lon())
          .put("at", when.toString())
          .put("speed", fix.speed())
          .put("course", fix.course());
    }
    tocsin
        .post("/api/positions/batch", batch)
        .at(driven ? at : null)
        .exercise(world.exercise())
        .send();
  }

  private static NavigableMap<Instant, List<Fix>> byInstant(List<Fix> fixes) {
    NavigableMap<Instant, List<Fix>> map = new java.util.TreeMap<>();
    fixes.forEach(f -> map.computeIfAbsent(f.at(), a -> new ArrayList<>()).add(f));
    return map;
  }

  /**
   * Waits until an instant is due, and lets a driven clock run on meanwhile, so that timers fire in
   * between.
   */
  private final class Timing {
    private final Instant first;
    private final long started = System.nanoTime();

    Timing(Instant first) {
      this.first = first;
    }

    void waitFor(Instant at) {
      if (pace.max()) {
        return;
      }
      for (Duration left = left(at); left.isPositive(); left = left(at)) {
        try {
          Thread.sleep(left.compareTo(TICK) > 0 ? TICK : left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted", e);
        }
        Instant now = first.plusMillis((long) (elapsed().toMillis() * pace.speed()));
        if (driven && now.isBefore(at)) {
          tocsin
              .put(
                  "/api/exercise/clock",
                  Tocsin.object().put("instant", now.toString()).put("rate", 0))
              .send();
        }
      }
    }

    private Duration elapsed() {
      return Duration.ofNanos(System.nanoTime() - started);
    }

    private Duration left(Instant at) {
      return pace.due(first, at).minus(elapsed());
    }
  }

  /** Groups the steps of an instant so that those sharing a call or a unit stay in order. */
  static final class Chains {
    private Chains() {}

    static List<List<Step>> of(List<Step> steps) {
      if (steps.size() < 2) {
        return steps.isEmpty() ? List.of() : List.of(steps);
      }
      Map<String, List<Step>> owner = new HashMap<>();
      List<List<Step>> chains = new ArrayList<>();
      for (Step step : steps) {
        List<String> names = new ArrayList<>();
        names.add("call " + step.call().number());
        if (step.call().joins() != null) {
          names.add("call " + step.call().joins());
        }
        step.units().forEach(u -> names.add("unit " + u.unit()));
        List<List<Step>> touched =
            names.stream().map(owner::get).filter(java.util.Objects::nonNull).distinct().toList();
        List<Step> chain = touched.isEmpty() ? new ArrayList<>() : touched.getFirst();
        if (touched.isEmpty()) {
          chains.add(chain);
        }
        for (List<Step> other : touched) {
          if (other != chain) {
            chain.addAll(other);
            chains.removeIf(c -> c == other);
            owner.replaceAll((k, v) -> v == other ? chain : v);
          }
        }
        chain.add(step);
        names.forEach(n -> owner.put(n, chain));
      }
      chains.forEach(c -> c.sort(java.util.Comparator.comparingInt(steps::indexOf)));
      return chains;
    }
  }
}
