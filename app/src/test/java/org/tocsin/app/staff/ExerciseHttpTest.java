package org.tocsin.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.app.staff.internal.People;
import org.tocsin.app.testing.TocsinTest;

@StaffTest
class ExerciseHttpTest {
  @LocalServerPort int port;
  @Autowired People people;
  @Autowired JdbcClient jdbc;

  private Http driver() {
    return new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
  }

  @BeforeEach
  void root() {
    assertThat(people.root().level()).isZero();
  }

  private UUID markOf(String code) {
    return jdbc.sql(
            """
            select coalesce(exercise_id, '00000000-0000-0000-0000-000000000000')
              from foundation.audit_entry where action = 'agency.created' and detail->>'code' = :code
            """)
        .param("code", code)
        .query(UUID.class)
        .single();
  }

  @Test
  void whatIsDoneInAnExerciseIsMarkedUntilItEnds() {
    Http.Answer started = driver().post("/api/exercises", Map.of("name", "地震演练", "note", "季度"));
    assertThat(started.status()).isEqualTo(201);
    String id = started.body().path("id").asString();
    Http inside = driver().with("Tocsin-Exercise", id);
    Map<String, String> agency =
        Map.of(
            "code",
            "EX-" + id.substring(24),
            "nameZh",
            "演练分局",
            "parentId",
            people.root().id().toString());
    assertThat(inside.post("/api/agencies", agency).status()).isEqualTo(201);
    assertThat(markOf("EX-" + id.substring(24).toUpperCase())).isEqualTo(UUID.fromString(id));
    assertThat(new Http(port).get("/api/instance").body().path("exercise").path("id").asString())
        .isEqualTo(id);
    assertThat(driver().post("/api/exercises/" + id + "/end", Map.of()).status()).isEqualTo(200);
    assertThat(inside.get("/api/agencies").code()).isEqualTo("EXERCISE_ENDED");
    assertThat(driver().post("/api/exercises/" + id + "/end", Map.of()).code())
        .isEqualTo("EXERCISE_ENDED");
  }

  @Test
  void onAnExerciseInstanceOfficersTakePartWithoutNamingIt() {
    Http.Answer started = driver().post("/api/exercises", Map.of("name", "日常演练"));
    String id = started.body().path("id").asString();
    People.Person person = people.officer(people.root().id(), "station-officer");
    Http http = new Http(port);
    http.signIn(person.signInName(), People.PASSWORD);
    Http.Answer post =
        http.post("/api/posts", Map.of("agencyId", people.root().id().toString(), "nameZh", "值班室"));
    assertThat(post.status()).isEqualTo(201);
    assertThat(
            jdbc.sql("select exercise_id from foundation.audit_entry where subject = :s")
                .param("s", "post:" + post.body().path("id").asString())
                .query(UUID.class)
                .single())
        .isEqualTo(UUID.fromString(id));
    driver().post("/api/exercises/" + id + "/end", Map.of());
  }

  @Test
  void nonsenseAndUnknownExercisesAreRefused() {
    assertThat(driver().with("Tocsin-Exercise", "x").get("/api/agencies").code())
        .isEqualTo("INVALID");
    assertThat(
            driver()
                .with("Tocsin-Exercise", UUID.randomUUID().toString())
                .get("/api/agencies")
                .code())
        .isEqualTo("EXERCISE_ENDED");
    assertThat(driver().post("/api/exercises", Map.of("note", "no name")).code())
        .isEqualTo("INVALID");
  }
}
