package org.tocsin.exercise.http;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Collection;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * A board built from the live stream alone, as a browser would build it: the newest body of every
 * call, incident, unit and assignment that came by. It reconnects from the last number it saw; a
 * {@code reset} empties it.
 */
public final class LiveBoard implements AutoCloseable {
  private final Tocsin tocsin;
  private final Thread reader;
  private final CountDownLatch greeted = new CountDownLatch(1);
  private final Map<String, Map<String, JsonNode>> topics = new ConcurrentHashMap<>();
  private final Map<String, Long> firstSeenNanos = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger resets = new AtomicInteger();
  private volatile long sequence;
  private volatile boolean closed;
  private volatile @Nullable InputStream open;

  private LiveBoard(Tocsin tocsin, long after) {
    this.tocsin = tocsin;
    this.sequence = after;
    this.reader = Thread.ofVirtual().name("live-board").unstarted(this::listen);
  }

  /** Starts listening and waits for the stream's greeting. */
  public static LiveBoard open(Tocsin tocsin) {
    return started(new LiveBoard(tocsin, -1));
  }

  /** Like {@link #open}, with everything that the instance still remembers. */
  public static LiveBoard fromTheStart(Tocsin tocsin) {
    return started(new LiveBoard(tocsin, 0));
  }

  private static LiveBoard started(LiveBoard board) {
    board.reader.start();
    try {
      if (!board.greeted.await(30, TimeUnit.SECONDS)) {
        board.close();
        throw new Unreachable("GET /api/stream", new IOException("no greeting in 30 s"));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return board;
  }

  /** Waits until this board has seen the last number that the instance gave out. */
  public void awaitRest(Duration longest) {
    long end = System.nanoTime() + longest.toNanos();
    try (LiveBoard fresh = open(tocsin)) {
      while (sequence < fresh.sequence() && System.nanoTime() < end) {
        Thread.sleep(50);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** The newest body of everything of a topic, by id. */
  public Map<String, JsonNode> topic(String topic) {
    return topics.getOrDefault(topic, Map.of());
  }

  /** Forgets something that is over, so that a listener that runs for weeks does not grow. */
  public void forget(String topic, String id) {
    Map<String, JsonNode> known = topics.get(topic);
    if (known != null) {
      known.remove(id);
    }
    firstSeenNanos.remove(topic + ":" + id);
  }

  /** Forgets all topics but these. */
  public void forgetOthers(Collection<String> kept) {
    topics.keySet().retainAll(kept);
    firstSeenNanos.keySet().removeIf(k -> !kept.contains(k.substring(0, k.indexOf(':'))));
  }

  /** When the first change of this id arrived ({@link System#nanoTime}), or null. */
  public @Nullable Long firstSeen(String id) {
    return firstSeenNanos.get(id);
  }

  /** The last number seen. */
  public long sequence() {
    return sequence;
  }

  public int reconnects() {
    return Math.max(0, connections.get() - 1);
  }

  public int resets() {
    return resets.get();
  }

  private void listen() {
    Duration pause = Duration.ofMillis(50);
    while (!closed) {
      try {
        HttpResponse<InputStream> response = tocsin.stream(sequence);
        if (response.statusCode() == 200) {
          connections.incrementAndGet();
          open = response.body();
          read(response.body());
        }
        response.body().close();
      } catch (IOException e) {
        // The stream broke or the server is away: the next round takes it up after the last number
        // seen.
      } catch (InterruptedException e) {
        return;
      }
      try {
        Thread.sleep(pause);
      } catch (InterruptedException e) {
        return;
      }
    }
  }

  private void read(InputStream in) throws IOException {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
      String event = "";
      StringBuilder data = new StringBuilder();
      for (String line = lines.readLine(); line != null && !closed; line = lines.readLine()) {
        if (line.isEmpty()) {
          take(event, data.toString());
          event = "";
          data.setLength(0);
        } else if (line.startsWith("event:")) {
          event = line.substring(6).strip();
        } else if (line.startsWith("data:")) {
          data.append(line.substring(5).strip());
        }
      }
    }
  }

  private void take(String event, String data) {
    long arrived = System.nanoTime();
    switch (event) {
      case "hello" -> {
        JsonNode hello = parse(data);
        if (sequence < 0) {
          sequence = hello.path("seq").asLong(0);
        }
        greeted.countDown();
      }
      case "change" -> change(parse(data), arrived);
      case "reset" -> {
        topics.clear();
        resets.incrementAndGet();
      }
      default -> {
        // Beats and positions do not change this board.
      }
    }
  }

  private void change(JsonNode change, long arrived) {
    String id = change.path("id").asString("");
    firstSeenNanos.putIfAbsent(change.path("topic").asString("") + ":" + id, arrived);
    sequence = Math.max(sequence, change.path("seq").asLong(0));
    topics
        .computeIfAbsent(change.path("topic").asString(""), t -> new ConcurrentHashMap<>())
        .put(id, change.path("body"));
  }

  private static JsonNode parse(String data) {
    try {
      return Tocsin.json().readTree(data);
    } catch (JacksonException e) {
      throw new IllegalStateException("the live stream sent what is not JSON: " + data, e);
    }
  }

  @Override
  public void close() {
    closed = true;
    reader.interrupt();
    InputStream in = open;
    if (in != null) {
      try {
        in.close();
      } catch (IOException e) {
        // Closing is all that was wanted.
      }
    }
  }
}
