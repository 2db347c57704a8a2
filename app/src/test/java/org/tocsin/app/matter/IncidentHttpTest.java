package org.tocsin.app.matter;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.app.staff.Http;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Ids;
import tools.jackson.databind.JsonNode;

/** Every door of the room over the wire, each with an idempotency key and asked twice. */
@TocsinTest
class IncidentHttpTest {
  @LocalServerPort int port;
  private final Spine spine;
  private final JdbcClient jdbc;
  private AgencyId home = AgencyId.next();
  private AgencyId other = AgencyId.next();
  private Http driver = new Http(0);

  @Autowired
  IncidentHttpTest(ApplicationContext app, JdbcClient jdbc) {
    spine = new Spine(app);
    this.jdbc = jdbc;
  }

  @BeforeEach
  void driver() {
    home = spine.station(port);
    other = spine.station(port);
    driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
  }

  private JsonNode incident() {
    return twice(
        "",
        Map.of(
            "typeCode", "DISPUTE",
            "addressText", "庆阳路3号",
            "place", Map.of("label", "庆阳路3号", "lat", 36.05, "lon", 103.84),
            "narrative", "邻里纠纷",
            "agencyId", home.toString()),
        201);
  }

  /** Sends it twice with one key: the same answer, one effect. */
  private JsonNode twice(String path, Map<String, ?> body, int status) {
    driver.with("Idempotency-Key", Ids.next().toString());
    Http.Answer first = driver.post("/api/incidents" + path, body);
    assertThat(first.status()).as(path + " " + first.body()).isEqualTo(status);
    Http.Answer again = driver.post("/api/incidents" + path, body);
    driver.without("Idempotency-Key");
    assertThat(again.body()).as(path).isEqualTo(first.body());
    return first.body();
  }

  private JsonNode act(JsonNode on, String verb, Map<String, ?> more) {
    Map<String, Object> body = new HashMap<>(more);
    body.put("version", on.path("version").asLong());
    return twice("/" + on.path("id").asString() + verb, body, 200);
  }

  @Test
  void anIncidentGoesThroughAllDoors() {
    JsonNode a = incident();
    assertThat(a.path("priority").asInt()).as("the type's own").isEqualTo(3);
    assertThat(a.path("help").asBoolean()).isTrue();
    JsonNode b = incident();
    a = act(a, "/classify", Map.of("typeCode", "FIGHT", "priority", 2, "reason", "动手了"));
    assertThat(a.path("typeNameZh").asString()).isEqualTo("打架");
    a = act(a, "/place", Map.of("addressText", "庆阳路5号"));
    assertThat(a.path("place").isNull()).isTrue();
    a = twice("/" + id(a) + "/notes", Map.of("text", "报警人情绪激动"), 200);
    a = act(a, "/merge", Map.of("into", id(b), "reason", "同一起"));
    assertThat(a.path("state").asString()).isEqualTo("MERGED");
    assertThat(a.path("mergedInto").asString()).isEqualTo(id(b));
    a = act(a, "/unmerge", Map.of("reason", "不是同一起"));
    assertThat(a.path("state").asString()).isEqualTo("CREATED");
    a = act(a, "/handover", Map.of("toAgencyId", other.toString(), "reason", "辖区"));
    a = twice("/" + id(a) + "/handover/decline", Map.of("reason", "不是我辖区"), 200);
    a = act(a, "/handover", Map.of("toAgencyId", other.toString(), "reason", "已核实"));
    a = twice("/" + id(a) + "/handover/accept", Map.of(), 200);
    assertThat(a.path("agencyId").asString()).isEqualTo(other.toString());
    a = act(a, "/close", Map.of("dispositionCode", "MEDIATED", "note", "和解"));
    assertThat(a.path("disposition").path("en").asString()).isEqualTo("Settled by mediation");
    a = act(a, "/reopen", Map.of("reason", "又来电"));
    a = act(a, "/nuisance", Map.of("reason", "反复谎报"));
    assertThat(a.path("nuisance").asBoolean()).isTrue();
    JsonNode lines = driver.get("/api/incidents/" + id(a) + "/timeline").body();
    List<String> kinds = lines.valueStream().map(l -> l.path("kind").asString()).toList();
    assertThat(kinds)
        .containsExactly(
            "CREATED",
            "RECLASSIFIED",
            "RELOCATED",
            "NOTE",
            "MERGED",
            "UNMERGED",
            "HANDOVER_OFFERED",
            "HANDOVER_DECLINED",
            "HANDOVER_OFFERED",
            "HANDOVER_ACCEPTED",
            "CLOSED",
            "REOPENED",
            "NUISANCE");
    assertThat(lines.get(1).path("text").path("zh").asString()).contains("矛盾纠纷调解 3 级 → 打架 2 级");
    List<String> audited =
        jdbc.sql("select action from foundation.audit_entry where matter_id = :id order by seq")
            .param("id", UUID.fromString(id(a)))
            .query(String.class)
            .list();
    assertThat(audited).hasSize(kinds.size()).contains("incident.merged", "incident.reopened");
  }

  private static String id(JsonNode incident) {
    return incident.path("id").asString();
  }

  @Test
  void aMissingVersionIsAskedForAndAnOldOneRefused() {
    JsonNode a = incident();
    Http.Answer none =
        driver.post("/api/incidents/" + id(a) + "/close", Map.of("dispositionCode", "MEDIATED"));
    assertThat(none.code()).isEqualTo("INVALID");
    assertThat(none.body().path("fields").get(0).path("field").asString()).isEqualTo("version");
    act(a, "/classify", Map.of("typeCode", "FIGHT", "priority", 2));
    Http.Answer stale =
        driver.post(
            "/api/incidents/" + id(a) + "/close",
            Map.of("dispositionCode", "MEDIATED", "version", a.path("version").asLong()));
    assertThat(stale.status()).isEqualTo(409);
    assertThat(stale.code()).isEqualTo("STALE");
    assertThat(stale.body().path("mend").asString()).isNotEmpty();
  }

  @Test
  void whatIsNotThereIsNotFound() {
    String nowhere = "/api/incidents/" + Ids.next();
    assertThat(driver.get(nowhere).status()).isEqualTo(404);
    assertThat(driver.get(nowhere + "/timeline").status()).isEqualTo(404);
    assertThat(
            driver
                .post(nowhere + "/close", Map.of("version", 1, "dispositionCode", "HANDLED"))
                .status())
        .isEqualTo(404);
    assertThat(driver.get("/api/incidents/not-an-id").status()).isEqualTo(400);
    assertThat(driver.get("/api/incidents?state=odd").status()).isEqualTo(400);
  }
}
