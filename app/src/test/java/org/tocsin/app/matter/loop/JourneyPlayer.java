package org.tocsin.app.matter.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.app.matter.loop.Town.ok;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.tocsin.app.staff.Http;
import tools.jackson.databind.JsonNode;

/**
 * Plays one journey as its file tells it. Around every step that must go well, somebody of another
 * station and somebody of a role that the act is not for try the same and fail; a step told to fail
 * fails for the reason told and changes nothing.
 */
final class JourneyPlayer {
  /** The reason in a journey → the code on the wire. */
  private static final Map<String, String> CODES =
      Map.ofEntries(
          Map.entry("SAME_PERSON", "ACT_SAME_PERSON"),
          Map.entry("ROLE", "ACT_ROLE"),
          Map.entry("AGENCY", "ACT_AGENCY"),
          Map.entry("SUBJECT", "ACT_SUBJECT"),
          Map.entry("CONDITION", "ACT_CONDITION"),
          Map.entry("PROOF", "ACT_PROOF"),
          Map.entry("FIELDS", "INVALID"),
          Map.entry("NOT_FROM_STATE", "ILLEGAL_TRANSITION"),
          Map.entry("CLOCK_LIMIT", "CLOCK_LIMIT"));

  private final Town town;
  private final Sheet sheet;
  private final String kind;
  private String id = "";
  private String name = "";

  JourneyPlayer(Town town, Sheet sheet, String kind) {
    this.town = town;
    this.sheet = sheet;
    this.kind = kind;
  }

  /** From raising to the last step. */
  void play(JsonNode journey) {
    raise(journey.path("raise"));
    int n = 0;
    for (JsonNode step : journey.path("steps")) {
      name = kind + " step " + ++n + " " + step;
      step(step);
    }
  }

  private void raise(JsonNode raise) {
    Hand hand = hand(raise.path("by").asString());
    String agency = town.agency(raise.path("in").asString("north")).toString();
    Map<String, ?> fields = sheet.fields(raise);
    boolean here = raise.path("place").asBoolean();
    name = kind + " raised by somebody it is not for";
    String wrong = raise.path("by").asString().startsWith("keeper") ? "fund9" : "keeper9";
    Http.Answer refused = hand(wrong).raise(kind, agency, fields, List.of(), here);
    assertThat(refused.code()).as(name + refused.raw().body()).isIn("ACT_ROLE", "ACT_SUBJECT");
    name = kind + " raised";
    List<String> proofs = hand.proofs(null, raise.path("proof"));
    Http.Answer raised = hand.raise(kind, agency, fields, proofs, here);
    assertThat(raised.status()).as(name + raised.raw().body()).isBetween(200, 299);
    id = raised.body().path("id").asString();
    assertThat(raised.body().path("number").asString()).isNotBlank();
  }

  private void step(JsonNode step) {
    if (step.has("do")) {
      act(step);
    } else if (step.has("try")) {
      refused(step);
    } else if (step.has("wait")) {
      await(step);
    } else if (step.has("hidden")) {
      assertThat(hand(step.path("hidden").asString()).get(id).status()).as(name).isEqualTo(404);
    } else if (step.has("masked")) {
      masked(step);
    } else if (step.has("print")) {
      print(step);
    } else if (step.has("clock")) {
      extend(step);
    } else if (step.has("field")) {
      JsonNode fields = ok(hand(step).get(id)).path("fields");
      assertThat(fields.path(step.path("field").asString())).as(name).isEqualTo(step.path("is"));
    } else {
      throw new AssertionError("no such step: " + step);
    }
  }

  private void act(JsonNode step) {
    String transition = step.path("do").asString();
    Hand hand = hand(step);
    if (step.path("assign").asBoolean()) {
      give(step.path("by").asString());
    }
    wrongPeople(transition);
    List<String> proofs = hand.proofs(id, step.path("proof"));
    JsonNode seen = ok(hand.get(id));
    Map<String, Object> body = body(step, transition, seen, proofs);
    Http.Answer done = hand.act(id, body);
    assertThat(done.status()).as(name + done.raw().body()).isBetween(200, 299);
    assertThat(done.body().path("state")).as(name).isEqualTo(step.path("state"));
    assertThat(done.body().path("version").asLong()).isGreaterThan(seen.path("version").asLong());
    assertThat(hand.act(id, body).code()).as(name + " seen too early").isEqualTo("STALE");
    JsonNode lines = ok(town.person(step.path("by").asString()).http().get(path("/timeline")));
    assertThat(lines.path("items").valueStream().map(l -> l.path("what").asString()))
        .as(name)
        .contains(transition);
  }

  /** Somebody of another station does not even see it; a role it is not for is told so. */
  private void wrongPeople(String transition) {
    Map<String, ?> body = Map.of("version", 0, "transition", transition, "fields", Map.of());
    assertThat(hand("officer9@south").act(id, body).status()).as(name).isEqualTo(404);
    JsonNode seen = ok(hand("keeper9").get(id));
    for (JsonNode act : seen.path("acts")) {
      if (act.path("transition").asString().equals(transition)
          && !act.path("allowed").asBoolean()) {
        Http.Answer no =
            hand("keeper9")
                .act(
                    id,
                    Map.of(
                        "version",
                        seen.path("version").asLong(),
                        "transition",
                        transition,
                        "fields",
                        Map.of()));
        assertThat(no.code()).as(name).isEqualTo(act.path("why").path("code").asString());
      }
    }
  }

  private void refused(JsonNode step) {
    Hand hand = hand(step);
    List<String> proofs = hand.proofs(id, step.path("proof"));
    JsonNode before = ok(hand.get(id));
    Http.Answer no = hand.act(id, body(step, step.path("try").asString(), before, proofs));
    assertThat(no.code())
        .as(name + no.raw().body())
        .isEqualTo(CODES.get(step.path("why").asString()));
    JsonNode after = ok(hand.get(id));
    assertThat(after.path("state")).as(name).isEqualTo(before.path("state"));
    assertThat(after.path("version")).as(name).isEqualTo(before.path("version"));
  }

  private Map<String, Object> body(
      JsonNode step, String transition, JsonNode seen, List<String> proofs) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("version", seen.path("version").asLong());
    body.put("transition", transition);
    body.put("fields", sheet.fields(step));
    body.put("proofIds", proofs);
    if (step.has("reason")) {
      body.put("reason", step.path("reason").asString());
    }
    if (step.path("place").asBoolean()) {
      body.put("place", Sheet.spot());
    }
    if (step.has("to")) {
      body.put("toAgencyId", town.agency(step.path("to").asString()).toString());
    }
    return body;
  }

  /** Gives it to the person, by an officer of the station. */
  private void give(String word) {
    Hand officer = hand("officer1");
    long version = ok(officer.get(id)).path("version").asLong();
    ok(
        officer.post(
            path("/assign"),
            Map.of("version", version, "officerId", town.person(word).id().toString())));
  }

  private void await(JsonNode step) {
    JsonNode time = step.path("wait");
    town.pass(
        Duration.ofDays(time.path("days").asLong())
            .plusHours(time.path("hours").asLong())
            .plusMinutes(time.path("minutes").asLong()));
    Hand watcher = hand("chief1");
    Awaitility.await(name)
        .atMost(Duration.ofSeconds(30))
        .untilAsserted(
            () -> {
              JsonNode now = ok(watcher.get(id));
              assertThat(now.path("state")).as(name).isEqualTo(step.path("state"));
              if (step.has("escalated")) {
                String told = town.agency(step.path("escalated").asString()).toString();
                assertThat(now.path("escalatedTo").valueStream().map(JsonNode::asString))
                    .contains(told);
              }
            });
  }

  private void masked(JsonNode step) {
    String field = step.path("masked").asString();
    Hand hand = hand(step);
    JsonNode seen = ok(hand.get(id));
    assertThat(seen.path("masked").valueStream().map(JsonNode::asString)).contains(field);
    JsonNode shown = ok(hand.post(path("/reveal"), Map.of("field", field, "ground", "核查需要联系举报人")));
    assertThat(shown.path("value")).as(name).isNotEqualTo(seen.path("fields").path(field));
  }

  private void print(JsonNode step) {
    String form = step.path("print").asString();
    Http.Answer paper = town.person(step.path("by").asString()).http().get(path("/prints/" + form));
    assertThat(paper.status()).as(name + paper.raw().body()).isEqualTo(200);
    assertThat(paper.raw().body()).as(name).startsWith("%PDF-");
  }

  private void extend(JsonNode step) {
    Hand hand = hand(step);
    String clock = step.path("clock").asString();
    JsonNode before = ok(hand.get(id));
    Http.Answer answer =
        hand.post(
            path("/clocks/" + clock + "/extend"),
            Map.of(
                "version",
                before.path("version").asLong(),
                "reason",
                "情况复杂",
                "amount",
                step.path("extend").asInt()));
    if (step.has("why")) {
      assertThat(answer.code())
          .as(name + answer.raw().body())
          .isEqualTo(CODES.get(step.path("why").asString()));
    } else {
      assertThat(due(ok(answer), clock)).as(name).isGreaterThan(due(before, clock));
    }
  }

  private static String due(JsonNode matter, String clock) {
    return matter
        .path("clocks")
        .valueStream()
        .filter(c -> c.path("name").asString().equals(clock))
        .map(c -> c.path("dueAt").asString())
        .findFirst()
        .orElseThrow();
  }

  private String path(String rest) {
    return "/api/matters/" + id + rest;
  }

  private Hand hand(JsonNode step) {
    return hand(step.path("by").asString());
  }

  private Hand hand(String word) {
    return new Hand(town.person(word));
  }
}
