package org.tocsin.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.app.staff.internal.MovableClock;
import org.tocsin.app.staff.internal.People;
import org.tocsin.app.testing.TocsinTest;

@StaffTest
class TokenHttpTest {
  @LocalServerPort int port;
  @Autowired People people;

  @Autowired
  @Qualifier("movableClock")
  MovableClock clock;

  @Autowired JdbcClient jdbc;

  private Http security() {
    People.Person person = people.officer(people.root().id(), "security-administrator");
    Http http = new Http(port);
    http.signIn(person.signInName(), People.PASSWORD);
    Http.Answer enrolment = http.post("/api/me/totp", Map.of());
    String code = people.code(enrolment.body().path("secret").asString(), clock.instant());
    assertThat(http.post("/api/me/totp/confirm", Map.of("code", code)).status()).isEqualTo(204);
    return http;
  }

  private Map<String, Object> token(String kind, String subject) {
    Map<String, Object> body = new HashMap<>();
    body.put("kind", kind);
    body.put("name", "测试 " + subject);
    body.put("subject", subject);
    body.put("agencyId", people.root().id().toString());
    return body;
  }

  @Test
  void aPartnerGetsWhatItsTokenAllowsUntilItIsRevoked() {
    Http security = security();
    Map<String, Object> asked = token("PARTNER", "fire-119");
    asked.put("permissions", new String[] {"SIGNAL_SUBMIT", "STAFF_READ"});
    Http.Answer issued = security.post("/api/tokens", asked);
    assertThat(issued.status()).as(issued.body().toString()).isEqualTo(201);
    String secret = issued.body().path("secret").asString();
    Http partner = new Http(port).bearer(secret);
    assertThat(partner.get("/api/agencies").status()).isEqualTo(200);
    assertThat(partner.get("/api/audit").code()).isEqualTo("FORBIDDEN");
    assertThat(partner.cookie("TOCSIN")).as("programs get no session").isNull();
    assertThat(security.get("/api/tokens?limit=200").body().toString()).doesNotContain(secret);
    assertThat(
            jdbc.sql("select count(*) from staff.token where secret_hash = :plain")
                .param("plain", secret.getBytes(StandardCharsets.UTF_8))
                .query(Long.class)
                .single())
        .isZero();
    String id = issued.body().path("token").path("id").asString();
    assertThat(security.delete("/api/tokens/" + id).status()).isEqualTo(204);
    assertThat(partner.get("/api/agencies").code()).isEqualTo("TOKEN_REFUSED");
    assertThat(security.delete("/api/tokens/" + id).status()).isEqualTo(404);
  }

  @Test
  void aTokenEndsWhenItExpires() {
    Map<String, Object> asked = token("PARTNER", "short-lived");
    asked.put("permissions", new String[] {"STAFF_READ"});
    asked.put("expiresAt", clock.instant().plus(Duration.ofHours(1)).toString());
    Http.Answer issued = security().post("/api/tokens", asked);
    Http partner = new Http(port).bearer(issued.body().path("secret").asString());
    assertThat(partner.get("/api/agencies").status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(61));
    assertThat(partner.get("/api/agencies").code()).isEqualTo("TOKEN_REFUSED");
  }

  @Test
  void aDeviceOnlyReports() {
    Http driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
    Map<String, Object> asked = token("DEVICE", "P-101");
    asked.put("permissions", new String[] {"DISPATCH"});
    assertThat(driver.post("/api/tokens", asked).code()).isEqualTo("INVALID");
    asked.remove("permissions");
    Http.Answer issued = driver.post("/api/tokens", asked);
    assertThat(issued.status()).as(issued.body().toString()).isEqualTo(201);
    assertThat(driver.post("/api/tokens", asked).code()).isEqualTo("CODE_TAKEN");
    assertThat(driver.post("/api/tokens", token("PARTNER", "p")).code()).isEqualTo("FORBIDDEN");
    String secret = issued.body().path("secret").asString();
    assertThat(new Http(port).bearer(secret).get("/api/agencies").code()).isEqualTo("FORBIDDEN");
    assertThat(new Http(port).get("/api/agencies?key=" + secret).code())
        .as("a token in the address opens the trackers' door only")
        .isEqualTo("UNAUTHENTICATED");
    assertThat(new Http(port).get("/api/positions?id=1&lat=1&lon=1&key=nonsense").code())
        .isEqualTo("TOKEN_REFUSED");
    assertThat(new Http(port).get("/api/positions?id=1&lat=1&lon=1&key=" + secret).status())
        .isNotIn(401, 403);
  }
}
