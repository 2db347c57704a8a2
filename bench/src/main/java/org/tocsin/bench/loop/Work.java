package org.tocsin.bench.loop;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import org.tocsin.bench.load.OpenLoop;
import org.tocsin.bench.server.Seat;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What officers do: of twenty requests eight are inboxes, six open a matter, two each act, assign
 * and search. Whoever writes has opened the matter a second before; the writing alone is measured,
 * from its scheduled instant.
 */
final class Work {
  static final Duration AHEAD = Duration.ofSeconds(1);
  private static final int ROUND = 20;

  /** Somebody at work, with what lies in their station. */
  private record User(
      Seat seat, List<Copies.Copy> sight, Queue<Copies.Copy> own, List<Seat> mates) {}

  private final List<User> users = new ArrayList<>();
  private final List<User> above = new ArrayList<>();
  private final Times times;
  private final Map<String, Long> none = new ConcurrentHashMap<>();

  Work(People people, List<Copies.Copy> sample, int users, Times times) {
    this.times = times;
    List<Copies.Copy> shuffled = new ArrayList<>(sample);
    Collections.shuffle(shuffled, new Random(4));
    Map<String, List<Copies.Copy>> byStation = new HashMap<>();
    shuffled.forEach(c -> byStation.computeIfAbsent(c.station(), s -> new ArrayList<>()).add(c));
    Map<String, Queue<Copies.Copy>> cases = new HashMap<>();
    byStation.forEach(
        (station, all) ->
            cases.put(
                station,
                new ConcurrentLinkedQueue<>(
                    all.stream().filter(c -> c.kind().equals(Originals.PETTY)).toList())));
    for (Seat seat : people.above()) {
      above.add(new User(seat, shuffled, new ConcurrentLinkedQueue<>(), List.of()));
    }
    for (int i = 0; this.users.size() < users - above.size(); i++) {
      Station at = people.stations().get(i % people.stations().size());
      Seat seat = at.seats().get(i / people.stations().size() % at.seats().size());
      this.users.add(
          new User(
              seat,
              byStation.getOrDefault(at.id(), List.of()),
              cases.getOrDefault(at.id(), new ConcurrentLinkedQueue<>()),
              at.seats()));
    }
  }

  /** One request, scheduled at a {@link System#nanoTime} that is {@link #AHEAD} of now. */
  void at(int number, long scheduled, boolean counted) {
    boolean fromAbove = number % 5 == 4;
    List<User> of = fromAbove ? above : users;
    User user = of.get(Math.floorMod(number * 31 + number / ROUND, of.size()));
    int what = number * 7 % ROUND;
    if (what < 8) {
      inbox(user, fromAbove ? "below" : what % 2 == 0 ? "mine" : "station", scheduled, counted);
    } else if (what < 14) {
      open(user, scheduled, counted);
    } else if (what < 18) {
      User writer = fromAbove ? users.get(number % users.size()) : user;
      write(writer, what < 16, scheduled, counted);
    } else {
      search(user, fromAbove, number, scheduled, counted);
    }
  }

  private void inbox(User user, String view, long at, boolean counted) {
    OpenLoop.sleepUntil(at);
    Originals.read(user.seat, "/api/inbox?view=" + view);
    times.inbox(view, at, counted);
  }

  private void open(User user, long at, boolean counted) {
    OpenLoop.sleepUntil(at);
    // The chief sees one district; the supervisor the city.
    List<Copies.Copy> sight = user.sight;
    if (user.seat.name().equals("chief")) {
      sight = users.getFirst().sight;
    }
    Copies.Copy copy = any(sight);
    Originals.read(user.seat, "/api/matters/" + copy.id());
    times.opened(at, counted);
    Originals.read(user.seat, "/api/matters/" + copy.id() + "/timeline");
    times.timeline(at, counted);
  }

  private void write(User user, boolean act, long at, boolean counted) {
    Copies.Copy copy = user.own.poll();
    if (copy == null) {
      throw new IllegalStateException("no case is left to write on; --matters is too small");
    }
    ObjectNode body = Originals.act(user.seat, copy.id(), "conclude");
    String path = "/api/matters/" + copy.id() + "/acts";
    if (act) {
      body.putObject("fields")
          .put("outcome", "solved")
          .put("recovered", 1000)
          .put("explained", "已破案，部分财物发还");
    } else {
      body = Tocsin.object().put("version", body.path("version").asLong());
      // To one who has none of the originals in hand, so that it is a change.
      body.put("officerId", user.mates.getLast().id());
      path = "/api/matters/" + copy.id() + "/assign";
    }
    OpenLoop.sleepUntil(at);
    Originals.sent(user.seat, path, body);
    times.wrote(act, at, counted);
  }

  private void search(User user, boolean fromAbove, int number, long at, boolean counted) {
    Copies.Copy copy = any(user.sight);
    boolean byNumber = number % 2 == 0 || user.seat.name().equals("chief");
    String text =
        user.seat.name().equals("chief")
            ? "ZQ" + any(users.getFirst().sight).number() + "ZQ"
            : byNumber ? "ZQ" + copy.number() + "ZQ" : copy.street();
    String path =
        "/api/inbox?view=%s&text=%s"
            .formatted(
                fromAbove ? "below" : "station", URLEncoder.encode(text, StandardCharsets.UTF_8));
    OpenLoop.sleepUntil(at);
    JsonNode found = Originals.read(user.seat, path);
    times.searched(byNumber, at, counted);
    if (found.path("items").isEmpty() && !user.seat.name().equals("chief")) {
      none.merge(text, 1L, Long::sum);
    }
  }

  private static Copies.Copy any(List<Copies.Copy> all) {
    return all.get(ThreadLocalRandom.current().nextInt(all.size()));
  }

  /** What was looked for, is there, and was not found. */
  List<String> notFound() {
    return List.copyOf(none.keySet());
  }
}
