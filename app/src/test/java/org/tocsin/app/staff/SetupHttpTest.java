package org.tocsin.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.core.env.Environment;
import org.springframework.test.context.TestPropertySource;
import org.tocsin.app.staff.internal.People;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.InstanceClock;

/** From a blank installation to three administrators who are three people. */
@TocsinTest
@TestPropertySource(properties = "tocsin.name=Blank")
@Import(People.class)
class SetupHttpTest {
  private static final String FIRST = "a beginning is made";
  private static final String GIVEN = "given by the office";
  private static final String OWN = "chosen by myself";

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Environment environment;

  private String key() throws IOException {
    Path folder = Path.of(environment.getRequiredProperty("tocsin.data-dir"));
    return Files.readString(folder.resolve("keys/setup.key")).strip();
  }

  private Http.Answer setUp(String password, String key) {
    Http http = new Http(port);
    http.get("/api/instance");
    return http.post(
        "/api/setup",
        Map.of(
            "key",
            key,
            "agencyName",
            "青澜市公安局",
            "administrator",
            Map.of("signInName", "first", "displayName", "甲", "password", password)));
  }

  private void enrol(Http http) {
    Http.Answer enrolment = http.post("/api/me/totp", Map.of());
    String code =
        people.code(
            enrolment.body().path("secret").asString(),
            InstanceClock.system(ZoneOffset.UTC).instant());
    assertThat(http.post("/api/me/totp/confirm", Map.of("code", code)).status()).isEqualTo(204);
  }

  private static String account(Http system, String name, String agency) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("signInName", name);
    body.put("displayName", "警员" + name);
    body.put("agencyId", agency);
    body.put("password", GIVEN);
    system.with("Idempotency-Key", "make-" + name);
    Http.Answer made = system.post("/api/officers", body);
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    assertThat(system.post("/api/officers", body).body().path("id"))
        .as("a retried request makes one officer")
        .isEqualTo(made.body().path("id"));
    system.without("Idempotency-Key");
    return made.body().path("id").asString();
  }

  private static Http.Answer give(Http http, String officer, String role) {
    return http.post("/api/officers/" + officer + "/roles", Map.of("roles", List.of(role)));
  }

  @Test
  void aBlankInstallationIsSetUpOnceAndByStepsGetsItsThreeAdministrators() throws Exception {
    Http system = new Http(port);
    assertThat(system.get("/api/instance").body().path("setupNeeded").asBoolean()).isTrue();
    String key = key();
    assertThat(setUp(FIRST, "0000-0000-0000-0000").code())
        .as("whoever finds the address first is not yet its administrator")
        .isEqualTo("SETUP_KEY");
    assertThat(setUp(FIRST, " ").code()).isEqualTo("SETUP_KEY");
    assertThat(setUp("qinglan-demo-110", key).body().path("fields").toString())
        .as("the demo password is refused")
        .contains("too-common");
    try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
      var answers =
          pool.invokeAll(
              IntStream.range(0, 4)
                  .<java.util.concurrent.Callable<Integer>>mapToObj(
                      i -> () -> setUp(FIRST, key).status())
                  .toList());
      int made = 0;
      for (var answer : answers) {
        made += answer.get() == 201 ? 1 : 0;
      }
      assertThat(made).as("set up by exactly one of four at the same moment").isEqualTo(1);
    }
    assertThat(setUp(FIRST, key).code()).isEqualTo("ALREADY_SET_UP");
    assertThat(system.get("/api/instance").body().path("setupNeeded").asBoolean()).isFalse();

    assertThat(system.signIn("first", FIRST).body().path("secondFactor").asString())
        .isEqualTo("ENROLL");
    enrol(system);
    String root = system.get("/api/agencies").body().path(0).path("id").asString();
    String second = account(system, "second", root);
    String third = account(system, "third", root);
    assertThat(give(system, second, "dispatcher").code()).isEqualTo("FORBIDDEN");
    assertThat(give(system, second, "security-administrator").status()).isEqualTo(200);
    assertThat(give(system, third, "security-administrator").code())
        .as("only the first one is named so")
        .isEqualTo("FORBIDDEN");

    Http security = new Http(port);
    security.signIn("second", GIVEN);
    assertThat(security.get("/api/officers").code()).isEqualTo("PASSWORD_CHANGE_NEEDED");
    assertThat(security.post("/api/me/password", Map.of("old", GIVEN, "new", OWN)).status())
        .isEqualTo(204);
    assertThat(security.get("/api/officers").code()).isEqualTo("SECOND_FACTOR_NEEDED");
    enrol(security);
    assertThat(give(security, third, "audit-administrator").status()).isEqualTo(200);
    assertThat(give(system, second, "dispatcher").code()).isEqualTo("FORBIDDEN");
    Http.Answer shut =
        system.patch("/api/officers/" + second, Map.of("version", 1, "disabled", true));
    assertThat(shut.code()).as("the last of its kind stays").isEqualTo("LAST_ADMINISTRATOR");
    assertThat(security.get("/api/roles").body().size()).isEqualTo(17);
  }
}
