package org.tocsin.app.matter.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.app.matter.loop.Town.ok;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tocsin.app.staff.Http;
import org.tocsin.app.staff.internal.MovableClock;
import org.tocsin.app.staff.internal.People;
import tools.jackson.databind.JsonNode;

/**
 * The rated try to make a bad rating go away, by every door there is: the officer, a colleague at
 * the same counter, their own supervisor. Only putting it right is open to them.
 */
@LoopTest
class SuppressionTest {
  @LocalServerPort int port;
  @Autowired People people;

  @Autowired
  @Qualifier("movableClock")
  MovableClock real;

  private Town town;
  private String id = "";

  @BeforeEach
  void rating() {
    town = new Town(port, people, real);
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("service", "身份证补领");
    fields.put("channel", "window");
    fields.put("score", "very-bad");
    fields.put("why", "让我跑了三趟");
    fields.put("named", true);
    fields.put("rater", "韩梅");
    fields.put("phone", "13900000019");
    fields.put("ratedAgency", ref(town.agency("north").toString(), "码头派出所"));
    fields.put("ratedOfficer", ref(town.person("clerk1").id().toString(), "窗口民警"));
    id =
        ok(new Hand(town.person("supervisor1"))
                .raise("bad-rating", town.agency("north").toString(), fields, List.of(), false))
            .path("id")
            .asString();
  }

  private static Map<String, String> ref(String id, String text) {
    return Map.of("id", id, "text", text);
  }

  /** Everything that changes a matter, as somebody would try it; name → how it went. */
  private Map<String, Http.Answer> everything(String word) {
    Http http = town.person(word).http();
    JsonNode seen = ok(http.get("/api/matters/" + id));
    long version = seen.path("version").asLong();
    String base = "/api/matters/" + id;
    Map<String, Http.Answer> tries = new LinkedHashMap<>();
    for (JsonNode act : seen.path("acts")) {
      String transition = act.path("transition").asString();
      if (!transition.equals("rectify")) {
        Map<String, Object> fields = new LinkedHashMap<>();
        act.path("asks").forEach(f -> fields.put(f.asString(), "满意"));
        fields.put("second", "good");
        tries.put(
            "act " + transition,
            http.post(
                base + "/acts",
                Map.of(
                    "version",
                    version,
                    "transition",
                    transition,
                    "fields",
                    fields,
                    "reason",
                    "已沟通")));
      }
    }
    for (String clock : List.of("callback", "rectify", "second")) {
      Map<String, Object> body = Map.of("version", version, "reason", "忙", "amount", 5);
      tries.put("extend " + clock, http.post(base + "/clocks/" + clock + "/extend", body));
      tries.put("pause " + clock, http.post(base + "/clocks/" + clock + "/pause", body));
    }
    tries.put(
        "assign",
        http.post(
            base + "/assign",
            Map.of("version", version, "officerId", town.person(word).id().toString())));
    tries.put(
        "hand away",
        http.post(
            base + "/assign",
            Map.of("version", version, "agencyId", town.agency("south").toString())));
    tries.put("reveal", http.post(base + "/reveal", Map.of("field", "rater", "ground", "想当面解释一下")));
    return tries;
  }

  private void nothingHelps(String state) {
    JsonNode before = ok(town.person("supervisor1").http().get("/api/matters/" + id));
    assertThat(before.path("state").asString()).isEqualTo(state);
    List<String> through = new ArrayList<>();
    for (String word :
        List.of("clerk1", "clerk2", "officer1", "supervisor1@north", "chief1@north")) {
      everything(word)
          .forEach(
              (what, answer) -> {
                if (answer.status() < 400) {
                  through.add(word + " " + what + ": " + answer.raw().body());
                }
              });
    }
    assertThat(through).isEmpty();
    JsonNode after = ok(town.person("supervisor1").http().get("/api/matters/" + id));
    assertThat(after).as("nothing has changed").isEqualTo(before);
  }

  @Test
  void theRatedCannotCloseDelayHandAwayOrLearnWhoRated() {
    nothingHelps("received");
    act("supervisor1", "call-back", Map.of("callback", "跑了三趟", "demand", "一次告知"), "called");
    nothingHelps("called");
    act("clerk1", "rectify", Map.of("remedy", "已印一次告知单"), "rectified");
    nothingHelps("rectified");
    // Who worked on it does not close it either, promoted or not; the rater's own second rating
    // does.
    act("complaints1", "close", Map.of("second", "good", "raterWord", "现在一次办好"), "closed");
  }

  @Test
  void theRatedSeeNeitherNameNorNumberOfWhoRated() {
    JsonNode seen = ok(town.person("clerk1").http().get("/api/matters/" + id));
    assertThat(seen.toString()).doesNotContain("韩梅").doesNotContain("13900000019");
    JsonNode lines = ok(town.person("clerk1").http().get("/api/matters/" + id + "/timeline"));
    assertThat(lines.toString()).doesNotContain("韩梅").doesNotContain("13900000019");
    assertThat(town.person("officer1@south").http().get("/api/matters/" + id).status())
        .isEqualTo(404);
  }

  private void act(String word, String transition, Map<String, ?> fields, String state) {
    Hand hand = new Hand(town.person(word));
    JsonNode document = tools.jackson.databind.json.JsonMapper.shared().readTree("[\"document\"]");
    List<String> proofs = transition.equals("rectify") ? hand.proofs(id, document) : List.of();
    long version = ok(hand.get(id)).path("version").asLong();
    JsonNode done =
        ok(
            hand.act(
                id,
                Map.of(
                    "version",
                    version,
                    "transition",
                    transition,
                    "fields",
                    fields,
                    "proofIds",
                    proofs)));
    assertThat(done.path("state").asString()).isEqualTo(state);
  }
}
