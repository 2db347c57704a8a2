package org.tocsin.exercise.live;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.tocsin.exercise.city.Chance;
import org.tocsin.exercise.city.Demand;
import org.tocsin.exercise.city.PlannedCall;
import org.tocsin.exercise.city.Rates;
import org.tocsin.exercise.city.Story;
import org.tocsin.exercise.http.Tocsin;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * The city's own call-takers. They answer within seconds, but let some calls ring so long that a
 * person at a screen can be quicker; what a person has answered is that person's.
 */
final class CallTakers {
  private static final double LEFT_TO_PEOPLE = 0.2;
  private static final Duration LONG_AGO = Duration.ofMinutes(2);
  private static final String OURS = "exercise-driver";

  /** One call as its taker sees it; {@code answers} and {@code judges} count from {@code seen}. */
  private static final class Taking {
    final Instant seen;
    final Duration answers;
    final Duration judges;
    boolean typed;

    Taking(Instant seen, Duration answers, Duration judges) {
      this.seen = seen;
      this.answers = answers;
      this.judges = judges;
    }
  }

  private final World world;
  private final Demand demand;
  private final Board board;
  private final Hands hands;
  private final boolean leavesSome;
  private final Map<String, Taking> takings = new HashMap<>();

  /**
   * @param leavesSome whether some calls are let ring for people
   */
  CallTakers(World world, Demand demand, Board board, Hands hands, boolean leavesSome) {
    this.world = world;
    this.demand = demand;
    this.board = board;
    this.hands = hands;
    this.leavesSome = leavesSome;
  }

  /** The calls that are still needed because another may be about the same. */
  Collection<String> wanted() {
    return takings.keySet();
  }

  void tick(Instant now) {
    takings.values().removeIf(t -> Duration.between(t.seen, now).toMinutes() > 60);
    for (JsonNode call : board.all("call")) {
      PlannedCall plan =
          world.owns(call) ? demand.find(call.path("externalRef").asString("")) : null;
      if (plan != null) {
        Taking taking = takings.computeIfAbsent(Board.id(call), id -> taking(plan, now));
        work(call, plan, taking, Duration.between(taking.seen, now));
      }
    }
  }

  private Taking taking(PlannedCall plan, Instant now) {
    Chance chance = Chance.of(7, "taking", plan.reference());
    if (plan.at().isBefore(now.minus(LONG_AGO))) {
      // One of the calls a city begins with: nobody should have to wait for it.
      Duration soon = seconds(chance.between(1, 6));
      return new Taking(now, soon, soon.plus(seconds(chance.between(4, 14))));
    }
    boolean left = leavesSome && !plan.hangsUp() && chance.happens(LEFT_TO_PEOPLE);
    Duration answers = seconds(left ? chance.between(55, 110) : chance.between(2, 11));
    Duration talk =
        Objects.requireNonNullElse(
            demand.rates().at(Rates.RECEIVED_TO_ENTERED, chance.share()), seconds(60));
    long judged = Math.clamp(talk.toSeconds(), 18, 170);
    return new Taking(now, answers, answers.plusSeconds(judged));
  }

  private static Duration seconds(double seconds) {
    return Duration.ofMillis((long) (seconds * 1000));
  }

  private void work(JsonNode call, PlannedCall plan, Taking taking, Duration since) {
    String id = Board.id(call);
    switch (Board.state(call)) {
      case "RINGING" -> {
        if (plan.hangsUp() && since.compareTo(seconds(14)) > 0) {
          end(call, "/abandon", "未接通，主叫挂断");
        } else if (!plan.hangsUp() && since.compareTo(taking.answers) > 0) {
          hands.begin(
              "answer " + id,
              () -> world.post("/api/calls/" + id + "/answer", Tocsin.object(), null));
        }
      }
      case "TAKING" -> {
        boolean ours = call.path("takenBy").path("id").asString("").equals(OURS);
        if (ours && !taking.typed && since.minus(taking.answers).toSeconds() > 6) {
          taking.typed = true;
          hands.begin("type " + id, () -> type(call, plan));
        }
        if (ours && since.compareTo(taking.judges) > 0) {
          judge(call, plan);
        }
      }
      default -> {
        // Judged already.
      }
    }
  }

  private void end(JsonNode call, String verb, String reason) {
    String id = Board.id(call);
    hands.begin(
        "end " + id,
        () ->
            world.post(
                "/api/calls/" + id + verb, Tocsin.object().put("reason", reason), verb + ":" + id));
  }

  /** The form as far as the caller has told it: the type and the place in their own words. */
  private void type(JsonNode call, PlannedCall plan) {
    ObjectNode body = Tocsin.object().put("version", call.path("version").asLong());
    ObjectNode draft = body.putObject("draft");
    draft.put("addressText", plan.vaguely()).put("narrative", plan.says());
    draft.putObject("answers");
    Story story = plan.story();
    if (story != null) {
      draft.put("typeCode", story.type()).put("priority", story.priority());
    }
    world
        .tocsin()
        .put("/api/calls/" + Board.id(call) + "/draft", body)
        .exercise(world.exercise())
        .send();
  }

  private void judge(JsonNode call, PlannedCall plan) {
    Story story = plan.story();
    String id = Board.id(call);
    if (story == null) {
      end(call, "/nuisance", "无有效内容，回拨无人应答");
    } else if (plan.about() != null) {
      again(id, plan, story);
    } else {
      hands.begin("create " + id, () -> create(id, plan, story));
    }
  }

  /** Joins the incident of the first call; if that is over or never was one, this makes another. */
  private void again(String id, PlannedCall plan, Story story) {
    for (JsonNode other : board.all("call")) {
      if (other.path("externalRef").asString("").equals(plan.about())) {
        JsonNode incident = board.find("incident", other.path("matterId").asString(""));
        if (incident != null && !Board.state(incident).equals("CLOSED")) {
          hands.begin("join " + id, () -> join(id, Board.id(incident)));
          return;
        }
        if (Board.state(other).equals("RINGING") || Board.state(other).equals("TAKING")) {
          return;
        }
      }
    }
    hands.begin("create " + id, () -> create(id, plan, story));
  }

  private void join(String call, String incident) {
    long version = world.tocsin().get("/api/incidents/" + incident).path("version").asLong();
    world.post(
        "/api/incidents/" + incident + "/calls",
        Tocsin.object().put("signalId", call).put("version", version),
        "join:" + call + ":" + version);
  }

  private void create(String id, PlannedCall plan, Story story) {
    ObjectNode body =
        Tocsin.object()
            .put("signalId", id)
            .put("typeCode", story.type())
            .put("priority", story.priority())
            .put("addressText", plan.clearly())
            .put("narrative", plan.says());
    body.putObject("answers");
    body.set("place", Locating.place(world.tocsin(), plan));
    world.post("/api/incidents", body, "incident:" + plan.reference());
  }
}
