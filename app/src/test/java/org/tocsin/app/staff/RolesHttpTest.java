package org.tocsin.app.staff;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.app.staff.internal.MovableClock;
import org.tocsin.app.staff.internal.People;

@StaffTest
class RolesHttpTest {
  @LocalServerPort int port;
  @Autowired People people;

  @Autowired
  @Qualifier("movableClock")
  MovableClock clock;

  @Autowired JdbcClient jdbc;

  /** Signs in somebody whose role asks for one-time codes, setting them up first. */
  private Http signedIn(People.Person person) {
    Http http = new Http(port);
    assertThat(http.signIn(person.signInName(), People.PASSWORD).status()).isEqualTo(200);
    Http.Answer enrolment = http.post("/api/me/totp", Map.of());
    String code = people.code(enrolment.body().path("secret").asString(), clock.instant());
    assertThat(http.post("/api/me/totp/confirm", Map.of("code", code)).status()).isEqualTo(204);
    return http;
  }

  private static Http.Answer give(Http http, People.Person to, String... roles) {
    return http.post("/api/officers/" + to.id() + "/roles", Map.of("roles", List.of(roles)));
  }

  @Test
  void theThreeAdministratorsAreThreePeopleWithoutOperationalWork() {
    People.Person security = people.officer(people.root().id(), "security-administrator");
    Http http = signedIn(security);
    People.Person other = people.officer(people.root().id(), "call-taker");
    assertThat(give(http, other, "call-taker", "dispatcher").status()).isEqualTo(200);
    for (String[] pair :
        new String[][] {
          {"system-administrator", "security-administrator"},
          {"system-administrator", "audit-administrator"},
          {"security-administrator", "audit-administrator"},
          {"system-administrator", "dispatcher"},
          {"audit-administrator", "auditor"}
        }) {
      Http.Answer answer = give(http, other, pair);
      assertThat(answer.code()).as(String.join(" + ", pair)).isEqualTo("ROLES_KEPT_APART");
    }
    assertThat(give(http, other, "audit-administrator").status()).isEqualTo(200);
    assertThat(give(http, other, "no-such-role").code()).isEqualTo("INVALID");
    assertThat(give(http, security, "dispatcher").code()).isEqualTo("OWN_ACCOUNT");
  }

  @Test
  void theDatabaseItselfKeepsTheAdministratorsApart() {
    People.Person person = people.officer(people.root().id(), "audit-administrator");
    assertThatThrownBy(
            () ->
                jdbc.sql(
                        """
                        insert into staff.role_grant (officer_id, role, administrator, granted_at, granted_by)
                        values (:id, 'system-administrator', true, :now, 'x')
                        """)
                    .param("id", person.id().value())
                    .param("now", java.sql.Timestamp.from(Instant.EPOCH))
                    .update())
        .isInstanceOf(DuplicateKeyException.class);
  }

  @Test
  void whoKeepsOfficersDoesNotGiveRolesAndTheOtherWayRound() {
    Http system = signedIn(people.officer(people.root().id(), "system-administrator"));
    people.officer(people.root().id(), "security-administrator");
    People.Person other = people.officer(people.root().id(), "call-taker");
    assertThat(give(system, other, "dispatcher").code()).isEqualTo("FORBIDDEN");
    assertThat(give(system, other, "security-administrator").code()).isEqualTo("FORBIDDEN");
    assertThat(system.get("/api/audit").code()).isEqualTo("FORBIDDEN");
    Http security = signedIn(people.officer(people.root().id(), "security-administrator"));
    assertThat(security.post("/api/agencies", Map.of("code", "Q", "nameZh", "q")).code())
        .isEqualTo("FORBIDDEN");
  }

  @Test
  void anAdministratorMakesAnAccountWhosePasswordMustBeChangedFirst() {
    Http system = signedIn(people.officer(people.root().id(), "system-administrator"));
    String name = "new-" + System.nanoTime();
    Http.Answer made =
        system.post(
            "/api/officers",
            Map.of(
                "signInName", name,
                "displayName", "新警员",
                "agencyId", people.root().id().toString(),
                "phone", "13812345678",
                "password", "given by the office"));
    assertThat(made.status()).as(made.body().toString()).isEqualTo(201);
    assertThat(system.post("/api/officers", made.body().toString()).status()).isEqualTo(400);
    Http http = new Http(port);
    assertThat(
            http.signIn(name, "given by the office")
                .body()
                .path("passwordChangeNeeded")
                .asBoolean())
        .isTrue();
    assertThat(http.get("/api/agencies").code()).isEqualTo("PASSWORD_CHANGE_NEEDED");
    assertThat(
            http.post(
                    "/api/me/password",
                    Map.of("old", "given by the office", "new", "chosen by myself"))
                .status())
        .isEqualTo(204);
    assertThat(http.get("/api/agencies").code()).isEqualTo("FORBIDDEN");
    assertThat(system.get("/api/officers?q=" + name).body().toString())
        .contains("****5678")
        .doesNotContain("13812345678");
  }

  @Test
  void theSecurityAdministratorOpensWhatIsLockedAndResetsWhatIsLost() {
    Http security = signedIn(people.officer(people.root().id(), "security-administrator"));
    People.Person person = people.officer(people.root().id(), "call-taker");
    for (int i = 0; i < 5; i++) {
      new Http(port).signIn(person.signInName(), "wrong wrong wrong");
    }
    assertThat(new Http(port).signIn(person.signInName(), People.PASSWORD).status()).isEqualTo(429);
    String path = "/api/officers/" + person.id();
    assertThat(security.post(path + "/unlock", Map.of()).status()).isEqualTo(204);
    Http http = new Http(port);
    assertThat(http.signIn(person.signInName(), People.PASSWORD).status()).isEqualTo(200);
    assertThat(
            security.post(path + "/password", Map.of("password", "a fresh start today")).status())
        .isEqualTo(204);
    assertThat(http.get("/api/agencies").status()).isEqualTo(401);
    assertThat(security.post(path + "/second-factor/reset", Map.of()).status()).isEqualTo(204);
  }
}
