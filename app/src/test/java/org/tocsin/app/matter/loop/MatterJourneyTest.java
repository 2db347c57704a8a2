package org.tocsin.app.matter.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.tocsin.app.staff.internal.MovableClock;
import org.tocsin.app.staff.internal.People;
import org.tocsin.kernel.InstanceClock;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Every shipped kind from raising to closing over HTTP, with the wrong people trying. */
@LoopTest
class MatterJourneyTest {
  /** The rows of the catalogue that issue 4 serves. */
  private static final Set<String> ROWS =
      Set.of(
          "A20", "A21", "A23", "A27", "A35", "A38", "A41", "A56", "A57", "A58", "A59", "A60", "A65",
          "A75", "A77", "A82", "A83", "A84", "A85", "A87", "A90", "A91", "A92", "A94", "A114");

  private static final YAMLMapper YAML = YAMLMapper.builder().build();

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

  private static List<JsonNode> journeys() throws IOException {
    List<JsonNode> all = new ArrayList<>();
    for (Resource file :
        new PathMatchingResourcePatternResolver()
            .getResources("classpath:matters/*.journey.yaml")) {
      try (var in = file.getInputStream()) {
        all.add(YAML.readTree(in));
      }
    }
    return all;
  }

  @TestFactory
  Stream<DynamicTest> everyKindFromRaisingToClosing() throws IOException {
    return journeys().stream()
        .flatMap(
            j -> {
              String kind = j.path("kind").asString();
              JsonNode second = j.path("second");
              Stream<DynamicTest> first = Stream.of(test(kind, kind, j));
              return second.isMissingNode()
                  ? first
                  : Stream.concat(
                      first,
                      Stream.of(test(kind + ", " + second.path("name").asString(), kind, second)));
            });
  }

  private DynamicTest test(String name, String kind, JsonNode journey) {
    return DynamicTest.dynamicTest(
        name, () -> new JourneyPlayer(town, new Sheet(town, clock.getZone()), kind).play(journey));
  }

  @Test
  void everyShippedKindHasAJourneyAndEveryRowItsKind() throws IOException {
    JsonNode kinds = Town.ok(town.person("officer1").http().get("/api/matter-kinds"));
    Set<String> told = new TreeSet<>();
    journeys().forEach(j -> told.add(j.path("kind").asString()));
    Set<String> shipped = new TreeSet<>();
    Set<String> rows = new TreeSet<>();
    for (JsonNode kind : kinds) {
      if (kind.path("kind").asString().equals("dog-licence")) {
        continue; // the newcomer of the guide's own test, where it ran before
      }
      shipped.add(kind.path("kind").asString());
      kind.path("rows").forEach(r -> rows.add(r.asString()));
    }
    assertThat(shipped).hasSize(25).isEqualTo(told);
    assertThat(rows).isEqualTo(new TreeSet<>(ROWS));
  }
}
