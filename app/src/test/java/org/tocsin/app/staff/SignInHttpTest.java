package org.tocsin.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.app.staff.internal.MovableClock;
import org.tocsin.app.staff.internal.People;

@StaffTest
class SignInHttpTest {
  @LocalServerPort int port;
  @Autowired People people;

  @Autowired
  @Qualifier("movableClock")
  MovableClock clock;

  @Autowired JdbcClient jdbc;

  private Http signedIn(People.Person person) {
    Http http = new Http(port);
    Http.Answer answer = http.signIn(person.signInName(), People.PASSWORD);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    return http;
  }

  private static Http.Answer unlock(Http http, String password) {
    return http.post("/api/session/unlock", Map.of("password", password));
  }

  @Test
  void signsInAndOut() {
    People.Person person = people.officer(people.root().id(), "dispatcher");
    Http http = new Http(port);
    Http.Answer in = http.signIn(person.signInName(), People.PASSWORD);
    assertThat(in.status()).isEqualTo(200);
    assertThat(in.body().path("officer").path("signInName").asString())
        .isEqualTo(person.signInName());
    assertThat(in.body().path("permissions").toString()).contains("DISPATCH");
    assertThat(in.body().path("secondFactor").asString()).isEqualTo("OFF");
    assertThat(in.raw().headers().allValues("set-cookie"))
        .anySatisfy(
            c -> assertThat(c).startsWith("TOCSIN=").contains("HttpOnly", "SameSite=Strict"))
        .anySatisfy(c -> assertThat(c).startsWith("XSRF-TOKEN=").contains("SameSite=Strict"));
    assertThat(http.get("/api/session").status()).isEqualTo(200);
    assertThat(http.delete("/api/session").status()).isEqualTo(204);
    assertThat(http.get("/api/session").code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void writesNeedThePageToken() {
    People.Person person = people.officer(people.root().id(), "dispatcher");
    Http bare = new Http(port);
    assertThat(
            bare.post(
                    "/api/session",
                    Map.of("signInName", person.signInName(), "password", People.PASSWORD))
                .code())
        .isEqualTo("CSRF_MISSING");
    Http http = signedIn(person).with("X-XSRF-TOKEN", "forged");
    assertThat(http.post("/api/session/lock", Map.of()).code()).isEqualTo("CSRF_MISSING");
  }

  @Test
  void aPlantedSessionIsNeverTaken() {
    People.Person person = people.officer(people.root().id(), "dispatcher");
    Http http = new Http(port);
    http.signIn(person.signInName(), People.PASSWORD);
    String first = http.cookie("TOCSIN");
    http.signIn(person.signInName(), People.PASSWORD);
    assertThat(http.cookie("TOCSIN")).isNotEqualTo(first);
  }

  @Test
  void fiveFailuresLockForTenMinutesOfRealTime() {
    People.Person person = people.officer(people.root().id(), "dispatcher");
    Http http = new Http(port);
    for (int i = 1; i <= 4; i++) {
      assertThat(http.signIn(person.signInName(), "wrong wrong wrong").code())
          .isEqualTo("SIGN_IN_FAILED");
    }
    assertThat(http.signIn(person.signInName(), "wrong wrong wrong").code())
        .isEqualTo("SIGN_IN_LOCKED");
    Http.Answer locked = http.signIn(person.signInName().toUpperCase(), People.PASSWORD);
    assertThat(locked.status()).isEqualTo(429);
    assertThat(locked.body().path("lockedUntil").asString()).isNotEmpty();
    clock.advance(Duration.ofMinutes(9));
    assertThat(http.signIn(person.signInName(), People.PASSWORD).code())
        .isEqualTo("SIGN_IN_LOCKED");
    clock.advance(Duration.ofMinutes(2));
    assertThat(http.signIn(person.signInName(), People.PASSWORD).status()).isEqualTo(200);
  }

  @Test
  void aNameThatDoesNotExistLocksJustTheSame() {
    Http http = new Http(port);
    List<String> codes = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      codes.add(http.signIn("nobody-of-that-name", "wrong wrong wrong").code());
    }
    assertThat(codes)
        .containsExactly(
            "SIGN_IN_FAILED",
            "SIGN_IN_FAILED",
            "SIGN_IN_FAILED",
            "SIGN_IN_FAILED",
            "SIGN_IN_LOCKED",
            "SIGN_IN_LOCKED");
  }

  @Test
  void manyGuessesAtTheSameMomentAreNotMoreThanFive() throws Exception {
    People.Person person = people.officer(people.root().id(), "dispatcher");
    List<Callable<String>> guesses = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      // The right password comes last: it must find the name locked.
      String password = i == 19 ? People.PASSWORD : "wrong wrong wrong " + i;
      guesses.add(() -> new Http(port).signIn(person.signInName(), password).code());
    }
    List<String> codes = new ArrayList<>();
    try (ExecutorService pool = Executors.newFixedThreadPool(10)) {
      for (Callable<String> guess : guesses) {
        codes.add(pool.submit(guess).get());
      }
      List<Future<String>> futures = pool.invokeAll(guesses);
      for (Future<String> future : futures) {
        codes.add(future.get());
      }
    }
    assertThat(codes.stream().filter("SIGN_IN_FAILED"::equals)).hasSizeLessThan(5);
    assertThat(codes).doesNotContain("");
  }

  @Test
  void aScreenNobodyTouchesLocksAndKeepsTheSession() {
    Http http = signedIn(people.officer(people.root().id(), "call-taker"));
    clock.advance(Duration.ofMinutes(25));
    assertThat(http.get("/api/agencies").status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(25));
    http.with("Tocsin-Background", "1");
    assertThat(http.get("/api/agencies").status()).isEqualTo(200);
    http.without("Tocsin-Background");
    clock.advance(Duration.ofMinutes(6));
    Http.Answer locked = http.get("/api/agencies");
    assertThat(locked.status()).isEqualTo(423);
    assertThat(locked.code()).isEqualTo("SCREEN_LOCKED");
    assertThat(http.get("/api/session").body().path("locked").asBoolean()).isTrue();
    assertThat(http.put("/api/calls/01890000-0000-7000-8000-000000000000/draft", Map.of()).status())
        .isNotEqualTo(423);
    assertThat(unlock(http, "wrong wrong wrong").code()).isEqualTo("SIGN_IN_FAILED");
    assertThat(unlock(http, People.PASSWORD).body().path("locked").asBoolean()).isFalse();
    assertThat(http.get("/api/agencies").status()).isEqualTo(200);
  }

  @Test
  void aScreenLockedByHandStaysLockedForEveryWindowOfTheSession() {
    Http http = signedIn(people.officer(people.root().id(), "call-taker"));
    assertThat(http.post("/api/session/lock", Map.of()).body().path("locked").asBoolean()).isTrue();
    assertThat(http.get("/api/officers").status()).isEqualTo(423);
    assertThat(http.post("/api/exercises", Map.of("name", "x")).status()).isEqualTo(423);
    assertThat(unlock(http, People.PASSWORD).status()).isEqualTo(200);
    assertThat(http.get("/api/officers").status()).isEqualTo(200);
  }

  @Test
  void nobodyStaysSignedInForLongerThanADay() {
    Http http = signedIn(people.officer(people.root().id(), "call-taker"));
    for (int i = 0; i < 49; i++) {
      clock.advance(Duration.ofMinutes(29));
      http.get("/api/agencies");
    }
    assertThat(http.get("/api/agencies").status()).isEqualTo(200);
    clock.advance(Duration.ofMinutes(29));
    assertThat(http.get("/api/agencies").code()).isEqualTo("UNAUTHENTICATED");
  }

  @Test
  void aNewPasswordEndsTheOtherSessions() {
    People.Person person = people.officer(people.root().id(), "call-taker");
    Http here = signedIn(person);
    Http there = signedIn(person);
    assertThat(change(here, People.PASSWORD, "short").body().path("fields").toString())
        .contains("too-short");
    assertThat(change(here, People.PASSWORD, "my password is long").body().toString())
        .contains("too-common");
    assertThat(change(here, "not the old one at all", "another good phrase").code())
        .isEqualTo("SIGN_IN_FAILED");
    assertThat(change(here, People.PASSWORD, "another good phrase").status()).isEqualTo(204);
    assertThat(here.get("/api/agencies").status()).isEqualTo(200);
    assertThat(there.get("/api/agencies").status()).isEqualTo(401);
    assertThat(new Http(port).signIn(person.signInName(), "another good phrase").status())
        .isEqualTo(200);
  }

  private static Http.Answer change(Http http, String old, String fresh) {
    return http.post("/api/me/password", Map.of("old", old, "new", fresh));
  }

  @Test
  void oneTimeCodesAreSetUpUsedOnceAndKeptSealed() {
    People.Person person = people.officer(people.root().id(), "duty-commander");
    Http http = new Http(port);
    assertThat(
            http.signIn(person.signInName(), People.PASSWORD)
                .body()
                .path("secondFactor")
                .asString())
        .isEqualTo("ENROLL");
    assertThat(http.get("/api/agencies").code()).isEqualTo("SECOND_FACTOR_NEEDED");
    Http.Answer enrolment = http.post("/api/me/totp", Map.of());
    String secret = enrolment.body().path("secret").asString();
    assertThat(enrolment.body().path("otpauthUri").asString())
        .startsWith("otpauth://totp/Tocsin:" + person.signInName() + "?secret=" + secret);
    assertThat(confirm(http, "000000").code()).isEqualTo("CODE_WRONG");
    String first = people.code(secret, clock.instant());
    assertThat(confirm(http, first).status()).isEqualTo(204);
    assertThat(http.get("/api/agencies").status()).isEqualTo(200);
    byte[] kept =
        jdbc.sql("select totp_secret from staff.officer where id = :id")
            .param("id", person.id().value())
            .query(byte[].class)
            .single();
    assertThat(kept).hasSize(1 + 12 + 20 + 16);

    Http later = new Http(port);
    Http.Answer half = later.signIn(person.signInName(), People.PASSWORD);
    assertThat(half.status()).isEqualTo(200);
    assertThat(half.body().path("secondFactor").asString()).isEqualTo("REQUIRED");
    assertThat(half.body().path("permissions").size()).isZero();
    assertThat(later.get("/api/session").status()).isEqualTo(401);
    assertThat(signIn(later, person, first).code()).isEqualTo("SIGN_IN_FAILED");
    clock.advance(Duration.ofSeconds(60));
    String second = people.code(secret, clock.instant());
    assertThat(signIn(later, person, second).body().path("secondFactor").asString())
        .isEqualTo("ON");
    assertThat(signIn(new Http(port), person, second).code()).isEqualTo("CSRF_MISSING");
    Http third = new Http(port);
    third.get("/api/instance");
    assertThat(signIn(third, person, second).code()).isEqualTo("SIGN_IN_FAILED");
  }

  private static Http.Answer confirm(Http http, String code) {
    return http.post("/api/me/totp/confirm", Map.of("code", code));
  }

  private static Http.Answer signIn(Http http, People.Person person, String code) {
    return http.post(
        "/api/session",
        Map.of("signInName", person.signInName(), "password", People.PASSWORD, "code", code));
  }

  @Test
  void everyAnswerCarriesTheStrictHeaders() {
    Http.Answer answer = new Http(port).get("/api/instance");
    assertThat(header(answer, "content-security-policy"))
        .contains("default-src 'none'", "script-src 'self'", "connect-src 'self'")
        .contains("worker-src 'self';", "frame-ancestors 'none'")
        .doesNotContain("unsafe-eval");
    assertThat(header(answer, "x-content-type-options")).isEqualTo("nosniff");
    assertThat(header(answer, "x-frame-options")).isEqualTo("DENY");
    assertThat(header(answer, "referrer-policy")).isEqualTo("no-referrer");
    assertThat(header(answer, "cross-origin-opener-policy")).isEqualTo("same-origin");
    assertThat(header(answer, "cache-control")).contains("no-store");
  }

  private static String header(Http.Answer answer, String name) {
    return answer.raw().headers().firstValue(name).orElse("");
  }

  @Test
  void onlyHealthIsOpenAndUnknownAddressesOfTheApiAreNotPages() {
    Http http = new Http(port);
    assertThat(http.get("/actuator/health").status()).isEqualTo(200);
    assertThat(http.get("/actuator").status()).isEqualTo(401);
    assertThat(http.get("/v3/api-docs").status()).isEqualTo(401);
    Http in = signedIn(people.officer(people.root().id(), "call-taker"));
    assertThat(in.get("/api/no-such-thing").status()).isEqualTo(404);
    assertThat(in.get("/actuator/env").status()).isEqualTo(404);
  }

  @Test
  void signInsStandInTheAuditLogWithoutWhatWasTyped() {
    People.Person person = people.officer(people.root().id(), "call-taker");
    new Http(port).signIn(person.signInName(), "a wrong secret phrase");
    signedIn(person);
    List<String> actions =
        jdbc.sql("select action from foundation.audit_entry where subject = :s order by seq")
            .param("s", "officer:" + person.id())
            .query(String.class)
            .list();
    assertThat(actions).contains("sign-in.failed", "sign-in.succeeded");
    assertThat(
            jdbc.sql(
                    "select count(*) from foundation.audit_entry where convert_from(canonical, 'UTF8') like :x")
                .param("x", "%secret phrase%")
                .query(Long.class)
                .single())
        .isZero();
  }
}
