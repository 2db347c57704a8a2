package org.tocsin.exercise.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What all clients of a load share: the exercise, the units, and what they have come to know of the
 * instance.
 */
final class Ground {
  static final int SHARED_FORMS = 5;

  final String exercise;
  final String agency;
  final List<String> units = new ArrayList<>();
  final List<String> forms = new ArrayList<>();
  final List<String> incidents = new CopyOnWriteArrayList<>();
  final List<String> assignments = new CopyOnWriteArrayList<>();

  /** Form → the marks whose writing was acknowledged. */
  final Map<String, Queue<String>> marks = new ConcurrentHashMap<>();

  Ground(Tocsin tocsin, LoadPlan plan) {
    List<JsonNode> agencies = tocsin.all("/api/agencies");
    agency =
        agencies.stream()
            .filter(a -> Tocsin.absent(a.path("parentId")))
            .map(a -> a.path("id").asString())
            .findFirst()
            .orElseGet(() -> root(tocsin));
    ObjectNode wish =
        Tocsin.object().put("name", "load " + plan.seed()).put("note", "many clients at once");
    exercise =
        tocsin
            .post("/api/exercises", wish)
            .key("load-exercise-" + plan.seed())
            .send()
            .path("id")
            .asString();
    Random random = new Random(plan.seed());
    for (int i = 0; i < plan.units(); i++) {
      units.add(unit(tocsin, plan, i, random));
    }
    for (int i = 0; i < SHARED_FORMS; i++) {
      ObjectNode signal =
          Tocsin.object()
              .put("channel", "PHONE_110")
              .put("callbackNumber", "10000000000")
              .put("externalRef", "load-form-" + i);
      String id =
          tocsin
              .post("/api/signals", signal)
              .key("load-" + plan.seed() + "-form-" + i)
              .exercise(exercise)
              .send()
              .path("id")
              .asString();
      tocsin.post("/api/calls/" + id + "/answer", Tocsin.object()).exercise(exercise).send();
      forms.add(id);
      marks.put(id, new ConcurrentLinkedQueue<>());
    }
  }

  /** Keeps a mark whose writing was acknowledged. */
  void marked(String form, String mark) {
    marks.computeIfAbsent(form, f -> new ConcurrentLinkedQueue<>()).add(mark);
  }

  private static String root(Tocsin tocsin) {
    ObjectNode wish =
        Tocsin.object().put("code", "LOAD").put("nameZh", "负载演练局").put("nameEn", "Load drill");
    return tocsin.post("/api/agencies", wish).key("load-root").send().path("id").asString();
  }

  private String unit(Tocsin tocsin, LoadPlan plan, int i, Random random) {
    ObjectNode wish =
        Tocsin.object()
            .put("callSign", "LOAD-%d-%03d".formatted(plan.seed() % 10_000, i))
            .put("typeCode", "PATROL")
            .put("agencyId", agency);
    wish.putObject("home")
        .put("lat", 36.04 + random.nextDouble() * 0.02)
        .put("lon", 103.74 + random.nextDouble() * 0.03);
    return tocsin
        .post("/api/units", wish)
        .key("load-" + plan.seed() + "-unit-" + i)
        .exercise(exercise)
        .send()
        .path("id")
        .asString();
  }
}
