package org.tocsin.bench.walk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.server.Seat;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.matters.Field;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.ProofKind;
import org.tocsin.matters.Transition;
import org.tocsin.matters.walk.RandomForm;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Random acts of random officers on a handful of matters of one kind, over HTTP. */
final class MatterWalk {
  private static final int TRIES = 4;
  private static final int AT_ONCE = 6;
  private static final int OLDEST = 60;

  private final MatterKind kind;
  private final List<Seat> seats;
  private final String station;
  private final RandomForm forms;
  private final Random random;

  /** All matters of this walk; the last few are at work. */
  final List<String> matters = new ArrayList<>();

  int done;
  int refused;
  int lost;

  MatterWalk(MatterKind kind, List<Seat> seats, String station, RandomForm forms, Random random) {
    this.kind = kind;
    this.seats = seats;
    this.station = station;
    this.forms = forms;
    this.random = random;
  }

  /** One random thing at the instance's own time. */
  void step(Instant now) {
    if (matters.size() < AT_ONCE || random.nextInt(OLDEST) == 0) {
      raise(now);
      return;
    }
    String id = matters.get(matters.size() - 1 - random.nextInt(AT_ONCE));
    Seat.Answer seen = seats.getFirst().get("/api/matters/" + id);
    if (!seen.isOk()) {
      count(seen);
      return;
    }
    List<Transition> open = kind.exits(seen.body().path("state").asString());
    List<Transition> from =
        open.isEmpty() || random.nextInt(10) == 0 ? List.copyOf(kind.transitions().values()) : open;
    Transition t = from.get(random.nextInt(from.size()));
    act(id, somebodyFor(t.by().roles()), seen.body(), t, now);
  }

  /** Mostly somebody of a role it is for, now and then anybody. */
  private Seat somebodyFor(Set<String> roles) {
    List<Seat> fit = seats.stream().filter(s -> s.hasOneOf(roles)).toList();
    List<Seat> from = fit.isEmpty() || random.nextInt(5) == 0 ? seats : fit;
    return from.get(random.nextInt(from.size()));
  }

  private void raise(Instant now) {
    Seat by = somebodyFor(kind.raise().by().roles());
    Map<String, @Nullable Object> fields = forms.of(kind, kind.raise().asks(), now);
    Seat.Answer raised =
        filled(
            fields,
            now,
            () -> {
              ObjectNode body = Tocsin.object().put("kind", kind.code()).put("agencyId", station);
              body.set("fields", Tocsin.json().valueToTree(fields));
              hand(by, null, kind.raise().proof(), body);
              return by.post("/api/matters", body, UUID.randomUUID().toString());
            });
    count(raised);
    if (raised.isOk()) {
      matters.add(raised.body().path("id").asString());
    }
  }

  private void act(String id, Seat by, JsonNode seen, Transition t, Instant now) {
    Map<String, @Nullable Object> fields = forms.of(kind, t.asks(), now);
    long version = seen.path("version").asLong() - (random.nextInt(20) == 0 ? 1 : 0);
    boolean reason = random.nextInt(10) > 0;
    count(
        filled(
            fields,
            now,
            () -> {
              ObjectNode body = Tocsin.object().put("version", version).put("transition", t.code());
              if (reason) {
                body.put("reason", "随机行走");
              }
              body.set("fields", Tocsin.json().valueToTree(fields));
              hand(by, id, t.proof(), body);
              return by.post("/api/matters/" + id + "/acts", body, UUID.randomUUID().toString());
            }));
  }

  private static void hand(
      Seat by, @Nullable String matter, List<ProofKind.Needed> needed, ObjectNode body) {
    var ids = body.putArray("proofIds");
    for (ProofKind.Needed n : needed) {
      if (n.kind() == ProofKind.PLACE_TIME) {
        body.putObject("place").put("lat", 35.5).put("lon", 123.0);
        continue;
      }
      for (int i = 0; i < n.min(); i++) {
        String id = by.proof(matter, n.kind().word());
        if (id != null) {
          ids.add(id);
        }
      }
    }
  }

  private Seat.Answer filled(
      Map<String, @Nullable Object> fields,
      Instant now,
      java.util.function.Supplier<Seat.Answer> send) {
    Seat.Answer answer = send.get();
    for (int i = 1; i < TRIES && mend(fields, answer.body().path("fields"), now); i++) {
      answer = send.get();
    }
    return answer;
  }

  private boolean mend(Map<String, @Nullable Object> fields, JsonNode faults, Instant now) {
    boolean any = false;
    if (!faults.isArray()) {
      return false;
    }
    for (JsonNode fault : faults) {
      Field field = kind.fields().get(fault.path("field").asString(""));
      String code = fault.path("code").asString("");
      if (field != null && code.equals("required")) {
        fields.put(field.code(), forms.value(field, now));
        any = true;
      } else if (field != null && code.equals("notAsked")) {
        fields.remove(field.code());
        any = true;
      }
    }
    return any;
  }

  private void count(Seat.Answer answer) {
    if (answer.isOk()) {
      done++;
    } else if (answer.status() == 0) {
      lost++;
    } else if (answer.status() >= 500 && answer.status() != 503) {
      throw new IllegalStateException(kind.code() + ": the server failed: " + answer);
    } else {
      refused++;
    }
  }

  /** How it went. */
  Map<String, Integer> told() {
    Map<String, Integer> told = new LinkedHashMap<>();
    told.put("matters", matters.size());
    told.put("done", done);
    told.put("refused", refused);
    told.put("cut off", lost);
    return told;
  }
}
