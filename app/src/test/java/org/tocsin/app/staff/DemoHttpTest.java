package org.tocsin.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import org.tocsin.app.TocsinApplication;
import org.tocsin.app.testing.TocsinTest;
import tools.jackson.databind.JsonNode;

/** A demonstration on its tree of four levels, and a second node on the same database. */
@TocsinTest
@TestPropertySource(properties = "tocsin.demo=true")
class DemoHttpTest {
  @LocalServerPort int port;
  @Autowired Environment environment;
  @Autowired Agencies agencies;

  private static String password(Http http) {
    return http.get("/api/instance")
        .body()
        .path("demoAccounts")
        .path(0)
        .path("password")
        .asString();
  }

  @Test
  void everyAccountSignsInWithoutASecondFactor() {
    JsonNode instance = new Http(port).get("/api/instance").body();
    assertThat(instance.path("demoAccounts").size()).isEqualTo(20);
    assertThat(instance.path("setupNeeded").asBoolean()).isFalse();
    for (JsonNode account : instance.path("demoAccounts")) {
      Http http = new Http(port);
      Http.Answer session =
          http.signIn(account.path("signInName").asString(), account.path("password").asString());
      assertThat(session.status()).as(account.toString()).isEqualTo(200);
      assertThat(session.body().path("roles")).isEqualTo(account.path("roles"));
      assertThat(session.body().path("secondFactor").asString()).isEqualTo("OFF");
    }
    assertThat(agencies.list().stream().filter(a -> !a.code().equals("QL-GC-09")))
        .hasSize(1 + 1 + 6 + 24 + 2);
  }

  @Test
  void everyAgencyHasOfficersWhoCanStandTheWatch() {
    Http driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
    Map<String, Long> byAgency =
        driver
            .get("/api/officers?limit=200")
            .body()
            .path("items")
            .valueStream()
            .collect(
                Collectors.groupingBy(o -> o.path("agencyId").asString(), Collectors.counting()));
    assertThat(agencies.list().stream().filter(a -> !a.code().equals("QL-GC-09")))
        .allSatisfy(
            a ->
                assertThat(byAgency.get(a.id().toString())).as(a.code()).isGreaterThanOrEqualTo(4));
    Http station = new Http(port);
    assertThat(
            station.signIn("ql-hg-01.1", password(station)).body().path("roles").path(0).asString())
        .isEqualTo("station-officer");
  }

  @Test
  void theTreeHasFourLevelsAndNoFifthAndScopesFollowIt() {
    Http driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
    assertThat(driver.get("/api/instance").body().path("levelNames").size()).isEqualTo(4);
    Agency station = agencies.byCode("QL-GC-01").orElseThrow();
    Http.Answer fifth = agency(driver, "QL-GC-01-A", station.id().toString());
    assertThat(fifth.code()).isEqualTo("AGENCY_TOO_DEEP");
    Agency district = agencies.byCode("QL-GC").orElseThrow();
    Http.Answer fourth = agency(driver, "QL-GC-09", district.id().toString());
    assertThat(fourth.status()).as(fourth.body().toString()).isEqualTo(201);
    assertThat(fourth.body().path("level").asInt()).isEqualTo(3);
    Http http = new Http(port);
    http.signIn("station", password(http));
    List<String> codes =
        http.get("/api/agencies").body().valueStream().map(a -> a.path("code").asString()).toList();
    assertThat(codes).containsExactly("DL", "QL", "QL-GC", "QL-GC-01");
  }

  @Test
  void theExercisesCallsRingInTheCityWhereItsCallTakersWork() {
    Http driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
    String city = agencies.byCode("QL").orElseThrow().id().toString();
    JsonNode call =
        driver.post("/api/signals", Map.of("channel", "PHONE_110", "text", "喂？")).body();
    assertThat(call.path("agencyId").asString()).isEqualTo(city);
    Http taker = new Http(port);
    taker.signIn("calltaker", password(taker));
    String id = call.path("id").asString();
    assertThat(taker.post("/api/calls/" + id + "/answer", Map.of()).status()).isEqualTo(200);
  }

  private static Http.Answer agency(Http http, String code, String parent) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code);
    body.put("nameZh", "警务室");
    body.put("parentId", parent);
    return http.post("/api/agencies", body);
  }

  /** Nodes of one installation share the keys, each has its own data folder. */
  private Path folderWithTheSameKeys() throws IOException {
    Path from = Path.of(environment.getRequiredProperty("tocsin.data-dir")).resolve("keys");
    Path folder = Files.createTempDirectory("tocsin-test-node");
    Files.createDirectory(
        folder.resolve("keys"),
        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    try (Stream<Path> keys = Files.list(from)) {
      for (Path key : keys.toList()) {
        Files.copy(
            key,
            folder.resolve("keys").resolve(key.getFileName()),
            StandardCopyOption.COPY_ATTRIBUTES);
      }
    }
    return folder;
  }

  @Test
  void aSessionOutlivesTheServerThatOpenedIt() throws IOException {
    Http http = new Http(port);
    http.signIn("dispatcher", password(http));
    String database = environment.getRequiredProperty("tocsin.database.url");
    try (ConfigurableApplicationContext restarted =
        new SpringApplicationBuilder(TocsinApplication.class)
            .run(
                "--server.port=0",
                "--spring.jmx.enabled=false",
                "--tocsin.database.url=" + database,
                "--tocsin.database.pool=6",
                "--tocsin.data-dir=" + folderWithTheSameKeys(),
                "--tocsin.agency-levels=province",
                "--tocsin.clock.mode=driven",
                "--tocsin.clock.start=2026-03-01T00:00:00Z")) {
      String other = restarted.getEnvironment().getProperty("local.server.port");
      Http.Answer session = http.get("http://localhost:" + other + "/api/session");
      assertThat(session.status()).isEqualTo(200);
      assertThat(session.body().path("officer").path("signInName").asString())
          .isEqualTo("dispatcher");
      assertThat(http.delete("http://localhost:" + other + "/api/session").status()).isEqualTo(204);
    }
    assertThat(http.get("/api/session").status()).as("signed out on both").isEqualTo(401);
  }
}
