package org.tocsin.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.staff.internal.MovableClock;
import org.tocsin.app.staff.internal.People;
import org.tocsin.kernel.MatterId;
import tools.jackson.databind.JsonNode;

@StaffTest
class AuditHttpTest {
  @LocalServerPort int port;
  @Autowired People people;

  @Autowired
  @Qualifier("movableClock")
  MovableClock clock;

  @Autowired Ledger ledger;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  private Http signedIn(People.Person person) {
    Http http = new Http(port);
    assertThat(http.signIn(person.signInName(), People.PASSWORD).status()).isEqualTo(200);
    Http.Answer enrolment = http.post("/api/me/totp", Map.of());
    String code = people.code(enrolment.body().path("secret").asString(), clock.instant());
    assertThat(http.post("/api/me/totp/confirm", Map.of("code", code)).status()).isEqualTo(204);
    return http;
  }

  private void write(Audit entry) {
    Acting.run(
        Actor.system("audit-test"),
        () -> new TransactionTemplate(transactions).executeWithoutResult(s -> ledger.audit(entry)));
  }

  private long reads() {
    return jdbc.sql("select count(*) from foundation.audit_entry where action = 'audit.read'")
        .query(Long.class)
        .single();
  }

  @Test
  void readingTheLogStandsInTheLog() {
    Http auditor = signedIn(people.officer(people.root().id(), "auditor"));
    MatterId matter = MatterId.next();
    write(Audit.of("incident.closed").on(matter).why("=cmd|calc").detail("disposition", "C01"));
    long before = reads();
    Http.Answer page = auditor.get("/api/audit?matter=" + matter);
    assertThat(page.status()).isEqualTo(200);
    JsonNode items = page.body().path("items");
    assertThat(items.size()).isEqualTo(1);
    assertThat(items.path(0).path("detail").path("disposition").asString()).isEqualTo("C01");
    assertThat(reads()).isEqualTo(before + 1);
    Http.Answer again = auditor.get("/api/audit?matter=" + matter);
    assertThat(again.body().path("items").path(0).path("action").asString())
        .as("the look at this matter is itself on this matter")
        .isEqualTo("audit.read");
  }

  @Test
  void pagesGoBackInTimeWithoutGaps() {
    Http auditor = signedIn(people.officer(people.root().id(), "auditor"));
    for (int i = 0; i < 7; i++) {
      write(Audit.of("paging.tried").detail("n", i));
    }
    Http.Answer first = auditor.get("/api/audit?action=paging&limit=4");
    Http.Answer second =
        auditor.get(
            "/api/audit?action=paging&limit=4&after=" + first.body().path("next").asString());
    assertThat(first.body().path("items").size() + second.body().path("items").size()).isEqualTo(7);
    assertThat(second.body().path("next").isNull()).isTrue();
    assertThat(second.body().path("items").path(2).path("detail").path("n").asInt()).isZero();
    assertThat(auditor.get("/api/audit?after=x").code()).isEqualTo("INVALID");
  }

  @Test
  void anAuditorOfADistrictSeesThatDistrict() {
    Agency district = people.agency(people.root().id(), "审计区");
    People.Person inside = people.officer(district.id(), "call-taker");
    People.Person outside = people.officer(people.root().id(), "call-taker");
    new Http(port).signIn(inside.signInName(), People.PASSWORD);
    new Http(port).signIn(outside.signInName(), People.PASSWORD);
    Http auditor = signedIn(people.officer(district.id(), "auditor"));
    String log = auditor.get("/api/audit?action=sign-in&limit=200").body().toString();
    assertThat(log).contains(inside.id().toString()).doesNotContain(outside.id().toString());
  }

  @Test
  void onlyTheAuditAdministratorTakesTheLogOut() {
    MatterId matter = MatterId.next();
    write(Audit.of("incident.closed").on(matter).why("=cmd|calc, \"x\""));
    Http auditor = signedIn(people.officer(people.root().id(), "auditor"));
    assertThat(auditor.get("/api/audit.csv").code()).isEqualTo("FORBIDDEN");
    Http administrator = signedIn(people.officer(people.root().id(), "audit-administrator"));
    Http.Answer csv = administrator.get("/api/audit.csv?matter=" + matter);
    assertThat(csv.status()).isEqualTo(200);
    assertThat(csv.raw().headers().firstValue("content-type").orElse("")).startsWith("text/csv");
    assertThat(csv.raw().body().lines().toList())
        .hasSize(3)
        .anySatisfy(line -> assertThat(line).contains("\"'=cmd|calc, \"\"x\"\"\""))
        .anySatisfy(line -> assertThat(line).contains("audit.exported"));
  }
}
