package org.tocsin.app.foundation.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArraySet;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.LiveStream;
import org.tocsin.app.foundation.Scope;
import org.tocsin.kernel.InstanceClock;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads the numbered live entries in order and hands each to the subscribers who may see it. One
 * reader per node; it is woken by this node's commits and looks by itself four times a second for
 * those of others.
 */
@Component
public class StreamHub implements LiveStream, SmartLifecycle {
  private static final Logger LOG = LoggerFactory.getLogger(StreamHub.class);
  private static final int CHUNK = 500;
  private static final long OTHERS_MILLIS = 250;

  private final JdbcClient jdbc;
  private final JsonMapper json;
  private final InstanceClock clock;
  private final Set<Subscriber> subscribers = new CopyOnWriteArraySet<>();
  private final Semaphore bell = new Semaphore(0);
  private final Object order = new Object();
  private volatile boolean running;
  private volatile long last = -1;

  StreamHub(JdbcClient jdbc, JsonMapper json, InstanceClock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** A kept entry as it goes out. */
  record Kept(long seq, Set<UUID> agencies, String frame) {}

  void wake() {
    bell.release();
  }

  /** The last entry handed out, for beats. */
  public long last() {
    return last;
  }

  /** What a beat says. */
  public String beat() {
    return "event: beat\ndata: {\"seq\":%d,\"now\":\"%s\"}\n\n".formatted(last, clock.instant());
  }

  /**
   * Opens a stream.
   *
   * @param after the last entry the subscriber has seen; null to start now
   */
  public Subscriber subscribe(Actor actor, @Nullable Long after) {
    Subscriber subscriber = new Subscriber(actor);
    long upTo;
    synchronized (order) {
      if (last < 0) {
        last = head();
      }
      upTo = last;
      subscribers.add(subscriber);
    }
    long oldest =
        jdbc.sql("select coalesce(min(seq), :none) from foundation.live_entry")
            .param("none", upTo + 1)
            .query(Long.class)
            .single();
    boolean gone = after != null && (after > upTo || (after < upTo && after + 1 < oldest));
    subscriber.first(gone, after == null || gone ? upTo : after, upTo);
    return subscriber;
  }

  /**
   * The entries between two numbers that the subscriber may see, oldest first, at most one chunk.
   */
  List<Kept> between(long after, long upTo, Scope scope) {
    return jdbc.sql(
            "select seq, at, topic, entity_id, version, agencies, body from foundation.live_entry"
                + " where seq > :after and seq <= :upTo and (:all or agencies && :agencies) order by seq limit "
                + CHUNK)
        .param("after", after)
        .param("upTo", upTo)
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .query((row, i) -> kept(row))
        .list();
  }

  void leave(Subscriber subscriber) {
    subscribers.remove(subscriber);
  }

  @Override
  public void broadcast(String topic, Function<Scope, @Nullable Object> bodyFor) {
    for (Subscriber subscriber : subscribers) {
      Object body = bodyFor.apply(subscriber.actor().scope());
      if (body != null) {
        subscriber.offerEphemeral(
            topic,
            "event: ephemeral\ndata: {\"topic\":\"%s\",\"body\":%s}\n\n"
                .formatted(topic, json.writeValueAsString(body)));
      }
    }
  }

  @Override
  public boolean hasSubscribers() {
    return !subscribers.isEmpty();
  }

  @Override
  public void close(Predicate<Actor> whose) {
    subscribers.stream().filter(s -> whose.test(s.actor())).forEach(Subscriber::close);
  }

  @Override
  public void start() {
    running = true;
    Thread.ofPlatform().name("live-stream").daemon().start(this::readOn);
  }

  @Override
  public void stop() {
    running = false;
    subscribers.forEach(Subscriber::close);
    wake();
  }

  @Override
  public boolean isRunning() {
    return running;
  }

  /** Stops before the web server does: an open stream would otherwise hold the shutdown. */
  @Override
  public int getPhase() {
    return Integer.MAX_VALUE;
  }

  private void readOn() {
    while (running) {
      try {
        bell.tryAcquire(OTHERS_MILLIS, TimeUnit.MILLISECONDS);
        bell.drainPermits();
        while (running && readChunk() == CHUNK) {}
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return;
      } catch (DataAccessException e) {
        LOG.warn("live stream: the database does not answer, trying again: {}", e.getMessage());
      }
    }
  }

  private int readChunk() {
    if (last < 0) {
      synchronized (order) {
        if (last < 0) {
          last = head();
        }
      }
    }
    List<Kept> entries = between(last, Long.MAX_VALUE, Scope.all());
    synchronized (order) {
      for (Kept entry : entries) {
        for (Subscriber subscriber : subscribers) {
          if (subscriber.sees(entry)) {
            subscriber.offer(entry);
          }
        }
        last = entry.seq();
      }
    }
    return entries.size();
  }

  private long head() {
    return jdbc.sql("select live_seq from foundation.ledger_head").query(Long.class).single();
  }

  private static Kept kept(ResultSet row) throws SQLException {
    long seq = row.getLong("seq");
    Instant at = row.getTimestamp("at").toInstant();
    Array array = row.getArray("agencies");
    Set<UUID> agencies = new HashSet<>(List.of((UUID[]) array.getArray()));
    String frame =
        "id: %d\nevent: change\ndata: {\"seq\":%d,\"at\":\"%s\",\"topic\":\"%s\",\"id\":\"%s\",\"version\":%d,\"body\":%s}\n\n"
            .formatted(
                seq,
                seq,
                at,
                row.getString("topic"),
                row.getString("entity_id"),
                row.getLong("version"),
                row.getString("body"));
    return new Kept(seq, agencies, frame);
  }

  /** One open stream: a bounded queue between the reader and the thread that writes to the wire. */
  public final class Subscriber {
    private static final int MOST_WAITING = 20_000;

    private final Actor actor;
    private final Set<UUID> agencies;
    private final BlockingQueue<Kept> waiting = new LinkedBlockingQueue<>(MOST_WAITING);
    private final Map<String, String> ephemeral = new ConcurrentHashMap<>();
    private final Semaphore news = new Semaphore(0);
    private volatile boolean open = true;
    private boolean reset;
    private long cursor;
    private long catchUpTo;

    Subscriber(Actor actor) {
      this.actor = actor;
      this.agencies = Set.of(actor.scope().ids());
    }

    Actor actor() {
      return actor;
    }

    void first(boolean gone, long from, long upTo) {
      reset = gone;
      cursor = from;
      catchUpTo = upTo;
    }

    boolean sees(Kept entry) {
      return actor.scope().everything() || entry.agencies().stream().anyMatch(agencies::contains);
    }

    void offer(Kept entry) {
      if (!waiting.offer(entry)) {
        // Too slow: it must come back with its last number rather than miss one.
        close();
      }
      news.release();
    }

    void offerEphemeral(String topic, String frame) {
      ephemeral.put(topic, frame);
      news.release();
    }

    void close() {
      open = false;
      leave(this);
      news.release();
    }

    /** Whether the stream goes on. */
    public boolean isOpen() {
      return open;
    }

    /** Leaves the hub. */
    public void end() {
      close();
    }

    /** The first frames: hello, and where the subscriber was away too long, reset. */
    public String greeting(String instance) {
      String hello =
          "retry: 1000\nevent: hello\ndata: {\"seq\":%d,\"now\":\"%s\",\"instance\":\"%s\"}\n\n"
              .formatted(catchUpTo, clock.instant(), instance);
      return reset ? hello + "event: reset\ndata: {}\n\n" : hello;
    }

    /**
     * The next frames, or an empty text when nothing came within the time.
     *
     * @throws InterruptedException when the server stops
     */
    public String next(long millis) throws InterruptedException {
      if (cursor < catchUpTo) {
        return catchUp();
      }
      if (news.tryAcquire(millis, TimeUnit.MILLISECONDS)) {
        news.drainPermits();
      }
      StringBuilder frames = new StringBuilder();
      for (Kept entry = waiting.poll(); entry != null; entry = waiting.poll()) {
        if (entry.seq() > cursor) {
          frames.append(entry.frame());
          cursor = entry.seq();
        }
      }
      for (String topic : Set.copyOf(ephemeral.keySet())) {
        String frame = ephemeral.remove(topic);
        if (frame != null) {
          frames.append(frame);
        }
      }
      return frames.toString();
    }

    private String catchUp() {
      List<Kept> missed = between(cursor, catchUpTo, actor.scope());
      cursor = missed.size() < CHUNK ? catchUpTo : missed.getLast().seq();
      StringBuilder frames = new StringBuilder();
      missed.forEach(entry -> frames.append(entry.frame()));
      return frames.toString();
    }
  }
}
