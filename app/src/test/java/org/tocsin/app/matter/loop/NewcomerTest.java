package org.tocsin.app.matter.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.app.matter.loop.Town.ok;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tocsin.app.staff.Http;
import org.tocsin.app.staff.internal.MovableClock;
import org.tocsin.app.staff.internal.People;
import org.tocsin.kernel.InstanceClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** The guide's own kind, read out of the guide, put in use on a running server and worked. */
@LoopTest
class NewcomerTest {
  private static final int MOST_LINES = 60;

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired InstanceClock clock;

  @Autowired
  @Qualifier("movableClock")
  MovableClock real;

  private Town town;

  @BeforeEach
  void town() {
    town = new Town(port, people, real);
  }

  /** The declaration in docs/matter-kinds.md. */
  private static String declaration() throws IOException {
    Matcher block =
        Pattern.compile("```yaml\\R(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("../docs/matter-kinds.md")));
    assertThat(block.find()).isTrue();
    return block.group(1);
  }

  @Test
  void theGuidesKindIsProvedApprovedByASecondPersonAndWorked() throws IOException {
    String yaml = declaration();
    assertThat(yaml.lines().count()).isLessThan(MOST_LINES);
    Http first = town.person("admin1").http();
    Http second = town.person("admin2").http();

    // Whoever looks at the dog could register it: refused, with the way it could be done.
    String careless =
        yaml.replaceFirst(
            "registered, by: \\{roles: \\[station-officer\\], not: \\[raiser, workers\\]\\}",
            "registered, by: {roles: [station-officer]}");
    assertThat(careless).isNotEqualTo(yaml);
    JsonNode defects = propose(first, careless).path("defects");
    assertThat(defects.size()).isPositive();
    assertThat(defects.path(0).path("line").asInt()).isPositive();
    assertThat(defects.path(0).path("path").valueStream().map(JsonNode::asString))
        .contains("register");
    assertThat(town.person("clerk1").http().get("/api/matter-kinds/dog-licence").status())
        .isEqualTo(404);

    String id = propose(first, yaml).path("id").asString();
    String approve = "/api/kind-proposals/" + id + "/approve";
    assertThat(town.person("officer1").http().post(approve, Map.of()).status()).isEqualTo(403);
    assertThat(first.post(approve, Map.of()).code()).isEqualTo("OWN_WORK");
    assertThat(ok(second.post(approve, Map.of())).path("state").asString()).isEqualTo("APPROVED");

    JsonNode journey =
        YAMLMapper.builder()
            .build()
            .readTree(
                """
                raise: {by: clerk1, proof: [document], fields: {owner: 毛先生, phone: "13900000031", address: {text: 港前街2号}, breed: 柴犬, large: false}}
                steps:
                  - {do: inspect, by: officer1, fields: {seen: 犬只健康，已注射疫苗}, proof: [photo], state: inspected}
                  - {try: register, by: officer1, why: SAME_PERSON}
                  - {do: register, by: officer2, state: registered}
                  - {print: card, by: officer2}
                """);
    new JourneyPlayer(town, new Sheet(town, clock.getZone()), "dog-licence").play(journey);
  }

  private static JsonNode propose(Http by, String yaml) {
    Http.Answer answer = by.post("/api/kind-proposals", Map.of("yaml", yaml, "why", "养犬登记上线"));
    assertThat(answer.body().has("defects")).as(answer.raw().body()).isTrue();
    return answer.body();
  }
}
