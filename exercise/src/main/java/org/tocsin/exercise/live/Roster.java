package org.tocsin.exercise.live;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.exercise.city.Demand;
import org.tocsin.exercise.city.Post;
import org.tocsin.exercise.http.Refused;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Keeps the duty roster of the city's agencies: the watch that is on and the one after it, with
 * half of an agency's officers each and the units that are on duty then. Day watch from 8 to 20,
 * night watch from 20 to 8, by the city's zone and the instance's clock. What is planned already,
 * by whomever, stays.
 */
final class Roster {
  private static final LocalTime DAY = LocalTime.of(8, 0);
  private static final Duration WATCH = Duration.ofHours(12);

  private final Tocsin tocsin;
  private final Map<String, String> agencies;
  private final List<Post> posts;
  private volatile Instant plannedUntil = Instant.MIN;

  Roster(World world, List<Post> posts) {
    this.tocsin = world.tocsin();
    this.agencies = world.agencies();
    this.posts = posts;
  }

  /** Plans what is missing; asks the instance only when a new watch has begun. */
  void plan(Instant now) {
    Instant begins = begin(now);
    Instant until = begins.plus(WATCH).plus(WATCH);
    if (!until.isAfter(plannedUntil)) {
      return;
    }
    Map<String, List<String>> officers = officers();
    Set<String> planned = planned(begins, until);
    for (Instant from = begins; from.isBefore(until); from = from.plus(WATCH)) {
      for (Map.Entry<String, String> agency : agencies.entrySet()) {
        if (!planned.contains(agency.getValue() + from)) {
          List<String> all = officers.getOrDefault(agency.getValue(), List.of());
          plan(agency.getKey(), agency.getValue(), from, half(all, from));
        }
      }
    }
    plannedUntil = until;
  }

  /** When the watch began that is on at an instant. */
  static Instant begin(Instant now) {
    ZonedDateTime day = now.atZone(Demand.ZONE).with(DAY);
    Instant from = day.toInstant();
    if (now.isBefore(from)) {
      from = from.minus(WATCH);
    } else if (!now.isBefore(from.plus(WATCH))) {
      from = from.plus(WATCH);
    }
    return from;
  }

  /** The first half of the officers stands the day watch, the second the night watch. */
  private static List<String> half(List<String> all, Instant from) {
    int middle = (all.size() + 1) / 2;
    return isDay(from) ? all.subList(0, middle) : all.subList(middle, all.size());
  }

  private static boolean isDay(Instant from) {
    return from.atZone(Demand.ZONE).toLocalTime().equals(DAY);
  }

  private Map<String, List<String>> officers() {
    Map<String, List<String>> ids = new HashMap<>();
    for (JsonNode o : tocsin.all("/api/officers?limit=200")) {
      ids.computeIfAbsent(o.path("agencyId").asString(""), id -> new ArrayList<>())
          .add(o.path("id").asString());
    }
    ids.values().forEach(list -> list.sort(null));
    return ids;
  }

  private Set<String> planned(Instant from, Instant until) {
    Set<String> planned = new HashSet<>();
    for (JsonNode s :
        tocsin.all("/api/duty-shifts?limit=200&from=%s&to=%s".formatted(from, until))) {
      planned.add(s.path("agencyId").asString("") + Instant.parse(s.path("startsAt").asString()));
    }
    return planned;
  }

  private void plan(String code, String agency, Instant from, List<String> officers) {
    int hour = from.atZone(Demand.ZONE).getHour();
    ObjectNode shift =
        Tocsin.object()
            .put("agencyId", agency)
            .put("startsAt", from.toString())
            .put("endsAt", from.plus(WATCH).toString())
            .put("note", isDay(from) ? "白班" : "夜班");
    ArrayNode who = shift.putArray("officers");
    officers.forEach(who::add);
    ArrayNode signs = shift.putArray("callSigns");
    posts.stream()
        .filter(post -> post.agencyCode().equals(code) && post.watch().isOn(hour))
        .forEach(post -> signs.add(post.callSign()));
    if (!who.isEmpty() || !signs.isEmpty()) {
      send(shift);
    }
  }

  /** Somebody planned one of these officers elsewhere: a person's plan goes before ours. */
  private void send(ObjectNode shift) {
    try {
      tocsin.post("/api/duty-shifts", shift).send();
    } catch (Refused e) {
      if (!e.code().equals("SHIFT_OVERLAP")) {
        throw e;
      }
    }
  }
}
