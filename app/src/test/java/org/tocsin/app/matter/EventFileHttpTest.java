package org.tocsin.app.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.app.foundation.Retention;
import org.tocsin.app.staff.Http;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Ids;
import tools.jackson.databind.JsonNode;

/** The file of a major event from its opening to its after-report (A16). */
@TocsinTest
class EventFileHttpTest {
  @LocalServerPort int port;
  @Autowired EventFiles files;
  @Autowired Retention retention;
  @Autowired JdbcClient jdbc;
  private final Spine spine;
  private AgencyId home = AgencyId.next();
  private Http driver = new Http(0);

  @Autowired
  EventFileHttpTest(ApplicationContext app) {
    spine = new Spine(app);
  }

  @BeforeEach
  void driver() {
    home = spine.station(port);
    driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
  }

  private Map<String, Object> plan(String grade) {
    Instant start = spine.clock.instant().plusSeconds(86_400);
    return new HashMap<>(
        Map.of(
            "title",
            "黄河马拉松",
            "organiser",
            "市体育局",
            "agencyId",
            home.toString(),
            "placeLabel",
            "体育场",
            "startsAt",
            start.toString(),
            "endsAt",
            start.plusSeconds(6 * 3600).toString(),
            "capacity",
            30_000,
            "expected",
            28_000,
            "riskGrade",
            grade,
            "checklistCode",
            "CROWD"));
  }

  private JsonNode ok(Http.Answer answer) {
    assertThat(answer.status()).as("%s", answer.body()).isBetween(200, 299);
    return answer.body();
  }

  private JsonNode open(String grade) {
    return ok(driver.post("/api/event-files", plan(grade)));
  }

  private static String at(JsonNode file, String rest) {
    return "/api/event-files/" + file.path("id").asString() + rest;
  }

  private Http.Answer tick(JsonNode file, String item, boolean done) {
    return driver.post(
        at(file, "/items/" + item), Map.of("version", file.path("version").asLong(), "done", done));
  }

  private Http.Answer move(JsonNode file, String to, String report) {
    return driver.post(
        at(file, "/state"),
        Map.of("version", file.path("version").asLong(), "to", to, "report", report));
  }

  private static List<String> items(JsonNode file) {
    List<String> codes = new ArrayList<>();
    file.path("items").forEach(i -> codes.add(i.path("code").asString()));
    return codes;
  }

  private JsonNode tickAllMandatory(JsonNode file) {
    JsonNode now = file;
    for (JsonNode item : file.path("items")) {
      if (item.path("mandatory").asBoolean() && item.path("checkedAt").isNull()) {
        now = ok(tick(now, item.path("code").asString(), true));
      }
    }
    return now;
  }

  @Test
  void aFileIsNotReadyWithAnOpenMandatoryItem() {
    JsonNode file = open("MEDIUM");
    assertThat(file.path("state").asString()).isEqualTo("PLANNING");
    int mandatory = file.path("mandatoryOpen").asInt();
    assertThat(mandatory).isGreaterThan(5);
    Http.Answer refused = move(file, "READY", "");
    assertThat(refused.code()).isEqualTo("EVENT_FILE_UNCHECKED");
    assertThat(refused.body().path("open")).hasSize(mandatory);

    JsonNode done = tickAllMandatory(file);
    assertThat(done.path("mandatoryOpen").asInt()).isZero();
    assertThat(done.path("items").path(0).path("checkedBy").asString()).isNotBlank();
    JsonNode ready = ok(move(done, "READY", ""));
    assertThat(ready.path("state").asString()).isEqualTo("READY");

    JsonNode again = ok(tick(ready, "PERMIT", false));
    assertThat(again.path("state").asString()).as("opened again").isEqualTo("PLANNING");
    JsonNode back = ok(move(ok(tick(again, "PERMIT", true)), "READY", ""));
    JsonNode running = ok(move(back, "RUNNING", ""));
    assertThat(move(running, "CLOSED", " ").code()).isEqualTo("INVALID");
    JsonNode closed = ok(move(running, "CLOSED", "平稳结束"));
    assertThat(closed.path("report").asString()).isEqualTo("平稳结束");
    assertThat(tick(closed, "PERMIT", false).code()).isEqualTo("EVENT_FILE_OVER");
    assertThat(ok(driver.get(at(closed, "/history"))).size()).isGreaterThan(mandatory + 5);
  }

  @Test
  void whoIsNamedInAFileIsForgottenYearsAfterTheEvent() {
    JsonNode over = ok(move(open("LOW"), "CANCELLED", "主办方张三撤回申请"));
    JsonNode planned = open("LOW");
    jdbc.sql(
            """
            update matter.event_file set starts_at = starts_at - interval '1100 days',
                                         ends_at = ends_at - interval '1100 days'
             where id in (cast(:a as uuid), cast(:b as uuid))
            """)
        .param("a", over.path("id").asString())
        .param("b", planned.path("id").asString())
        .update();
    retention.enforce();
    JsonNode emptied = ok(driver.get(at(over, "")));
    assertThat(emptied.path("organiser").asString()).isEmpty();
    assertThat(emptied.path("report").asString()).isEmpty();
    assertThat(emptied.path("number")).isEqualTo(over.path("number"));
    assertThat(ok(driver.get(at(planned, ""))).path("organiser").asString())
        .as("a file that is still at work keeps what it needs")
        .isEqualTo("市体育局");
  }

  @Test
  void aHigherGradeBringsItsItemsAndKeepsWhatIsTicked() {
    JsonNode low = open("LOW");
    assertThat(items(low)).doesNotContain("GATES", "RESERVE");
    JsonNode ticked = ok(tick(low, "PERMIT", true));
    JsonNode high =
        ok(
            driver.put(
                at(low, ""),
                Map.of("version", ticked.path("version").asLong(), "plan", plan("HIGH"))));
    assertThat(items(high)).contains("GATES", "RESERVE");
    assertThat(high.path("items").path(0).path("checkedAt").isNull()).isFalse();
  }

  @Test
  void postsAndIncidentsBelongToTheFile() {
    JsonNode file = open("LOW");
    JsonNode posts =
        ok(
            driver.put(
                at(file, "/posts"),
                Map.of(
                    "version",
                    file.path("version").asLong(),
                    "posts",
                    List.of(Map.of("name", "东门", "required", 6, "filled", 4)))));
    assertThat(posts.path("posts").path(0).path("filled").asInt()).isEqualTo(4);
    JsonNode incident =
        ok(
            driver.post(
                "/api/incidents",
                Map.of(
                    "typeCode", "FIGHT",
                    "addressText", "体育场东门",
                    "narrative", "",
                    "agencyId", home.toString())));
    Map<String, String> link = Map.of("incidentId", incident.path("id").asString());
    assertThat(ok(driver.post(at(file, "/incidents"), link)).path("incidentCount").asInt())
        .isEqualTo(1);
    assertThat(ok(driver.post(at(file, "/incidents"), link)).path("incidentCount").asInt())
        .isEqualTo(1);
    assertThat(ok(driver.get(at(file, "/incidents"))).path(0).path("number").asString())
        .isEqualTo(incident.path("number").asString());
    String remove = "/incidents/" + incident.path("id").asString() + "/remove";
    assertThat(ok(driver.post(at(file, remove), Map.of())).path("incidentCount").asInt()).isZero();
  }

  @Test
  void staleDoubledAndForeignChangesAreRefused() {
    JsonNode file = open("LOW");
    ok(tick(file, "PERMIT", true));
    assertThat(tick(file, "FIRE", true).code()).isEqualTo("STALE");
    driver.with("Idempotency-Key", Ids.next().toString());
    JsonNode first = open("LOW");
    assertThat(open("LOW").path("id").asString()).isEqualTo(first.path("id").asString());
    driver.without("Idempotency-Key");
    Map<String, Object> bad = plan("LOW");
    bad.put("endsAt", spine.clock.instant().toString());
    assertThat(driver.post("/api/event-files", bad).code()).isEqualTo("INVALID");
    assertThat(driver.post("/api/event-files", plan("SEVERE")).code()).isEqualTo("INVALID");
    var stranger = spine.officer("外人", spine.station(port), AgencyId.next());
    var id = new EventFileId(java.util.UUID.fromString(file.path("id").asString()));
    org.assertj.core.api.Assertions.assertThatThrownBy(
            () -> spine.as(stranger, () -> files.get(id)))
        .isInstanceOf(org.tocsin.app.foundation.Problem.class);
  }
}
