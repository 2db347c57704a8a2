package org.tocsin.app.matter.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.app.matter.internal.loop.Works.path;

import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.app.matter.internal.loop.Works.Seat;
import org.tocsin.app.staff.Http;
import org.tocsin.app.staff.StaffTest;
import org.tocsin.app.staff.internal.People;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import tools.jackson.databind.JsonNode;

/** A matter from raising to closing over HTTP, and what the wrong people meet on the way. */
@StaffTest
@Import(Works.class)
class LoopHttpTest {
  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Works works;
  @Autowired JdbcClient jdbc;

  private AgencyId division = AgencyId.next();
  private AgencyId station = AgencyId.next();
  private Seat one = nobody();
  private Seat two = nobody();

  private static Seat nobody() {
    return new Seat(new People.Person(org.tocsin.kernel.OfficerId.next(), ""), new Http(0), 0);
  }

  @BeforeEach
  void town() {
    works.declare();
    division = people.agency(people.root().id(), "分局").id();
    station = people.agency(division, "派出所").id();
    one = seat(station, "station-officer");
    two = seat(station, "station-officer");
  }

  private Seat seat(AgencyId agency, String... roles) {
    return Works.seat(people, port, agency, roles);
  }

  private static JsonNode act(JsonNode matter, String transition) {
    for (JsonNode act : matter.path("acts")) {
      if (act.path("transition").asString().equals(transition)) {
        return act;
      }
    }
    throw new AssertionError("no act " + transition + " in " + matter);
  }

  @Test
  void fromRaisingToClosingByAnotherPerson() {
    JsonNode m = one.raise();
    assertThat(m.path("state").asString()).isEqualTo("found");
    assertThat(m.path("number").asString()).startsWith("试改〔2026〕");
    assertThat(m.path("title").asString()).contains("东港化工");
    assertThat(m.path("dueClock").asString()).isEqualTo("serve");
    assertThat(act(m, "serve").path("allowed").asBoolean()).isTrue();

    m = one.serve(m, works.day(10));
    m = one.report(m);
    assertThat(act(one.matter(m), "pass").path("allowed").asBoolean()).isFalse();
    assertThat(act(one.matter(m), "pass").path("why").path("code").asString())
        .isEqualTo("ACT_SAME_PERSON");
    assertThat(one.act(m, "pass", Works.passing()).code()).isEqualTo("ACT_SAME_PERSON");
    assertThat(two.act(m, "pass", Map.of("fields", Map.of("findings", "好"))).code())
        .as("without a stamp of place and time")
        .isEqualTo("ACT_PROOF");
    m = two.done(m, "pass", Works.passing());
    assertThat(m.path("closed").asBoolean()).isTrue();
    assertThat(m.path("closedAt").asString()).isNotEmpty();

    JsonNode lines = two.get(path(m) + "/timeline?limit=100").body().path("items");
    List<String> what = lines.findValuesAsString("what");
    assertThat(what).contains("RAISED", "serve", "report", "pass", "CLOCK_STARTED", "CLOCK_MET");
    assertThat(what.getLast()).isEqualTo("RAISED");
    assertThat(lines.toString()).doesNotContain("13812345678").doesNotContain("王小明");
    assertThat(
            jdbc.sql(
                    "select count(*) from foundation.audit_entry where matter_id = cast(:id as uuid)"
                        + " and action in ('matter.raised', 'matter.acted')")
                .param("id", m.path("id").asString())
                .query(Long.class)
                .single())
        .isEqualTo(4);
  }

  @Test
  void theWrongPeopleAreTurnedAway() {
    JsonNode m = one.raise();
    Seat elsewhere = seat(people.agency(division, "派出所乙").id(), "station-officer");
    assertThat(elsewhere.get(path(m)).status()).isEqualTo(404);
    assertThat(elsewhere.get(path(m) + "/timeline").status()).isEqualTo(404);
    assertThat(
            elsewhere.post(path(m) + "/acts", Map.of("version", 1, "transition", "serve")).status())
        .isEqualTo(404);
    Seat desk = seat(station, "call-taker");
    assertThat(desk.act(m, "serve", Map.of()).code()).isEqualTo("ACT_ROLE");
    assertThat(desk.post("/api/matters", one.raising()).code()).isIn("ACT_ROLE", "PROOF_NOT_YOURS");
    Seat auditor = seat(station, "property-keeper");
    assertThat(auditor.act(m, "serve", Map.of()).code()).isEqualTo("ACT_ROLE");
    Http driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
    assertThat(driver.post("/api/matters", Map.of("kind", Works.KIND)).code())
        .isEqualTo("OFFICER_NEEDED");
    assertThat(new Http(port).get(path(m)).status()).isEqualTo(401);
  }

  @Test
  void whomItIsAboutStaysOut() {
    Map<String, Object> body = one.raising();
    Map<String, Object> fields = new HashMap<>();
    ((Map<?, ?>) Objects.requireNonNull(body.get("fields")))
        .forEach((k, v) -> fields.put((String) k, v));
    fields.put("about", Map.of("id", two.id(), "text", "改了的名字"));
    body.put("fields", fields);
    JsonNode m = one.post("/api/matters", body).body();
    assertThat(m.path("fields").path("about").path("text").asString())
        .as("the register's name, not the sender's")
        .startsWith("测试");
    assertThat(two.act(m, "serve", Map.of()).code()).isEqualTo("ACT_SUBJECT");
    assertThat(two.post(path(m) + "/reveal", Map.of("field", "phone", "ground", "联系")).code())
        .isEqualTo("ACT_SUBJECT");
    assertThat(
            one.post(
                    path(m) + "/assign",
                    Map.of("version", m.path("version").asLong(), "officerId", two.id()))
                .code())
        .isEqualTo("ACT_SUBJECT");
    String proof = m.path("proofs").path(0).path("id").asString();
    assertThat(two.bytes(path(m) + "/proofs/" + proof).statusCode()).isEqualTo(403);
    assertThat(one.bytes(path(m) + "/proofs/" + proof).body()).isEqualTo(Works.PNG);
  }

  @Test
  void twiceIsOnceAndStaleIsStale() {
    Map<String, Object> body = one.raising();
    String key = "k-" + System.nanoTime();
    Http.Answer first = one.http().with("Idempotency-Key", key).post("/api/matters", body);
    Http.Answer again = one.http().post("/api/matters", body);
    assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
    assertThat(one.http().post("/api/matters", one.raising()).code()).isEqualTo("KEY_REUSED");
    one.http().without("Idempotency-Key");
    JsonNode m = first.body();
    one.serve(m, works.day(10));
    Http.Answer late = two.act(m, "report", Map.of("version", 1));
    assertThat(late.code()).isEqualTo("STALE");
    assertThat(late.body().path("changedBy").asString()).isNotEmpty();
  }

  @Test
  void proofsAreLookedAtAndCountOnce() {
    JsonNode m = one.raise();
    byte[] text = "<html>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
    assertThat(one.upload(path(m) + "/proofs", "photo", text, Map.of()).statusCode())
        .isEqualTo(415);
    byte[] large = new byte[(10 << 20) + 1];
    System.arraycopy(Works.PNG, 0, large, 0, Works.PNG.length);
    assertThat(one.upload(path(m) + "/proofs", "photo", large, Map.of()).statusCode())
        .isEqualTo(413);
    assertThat(one.upload(path(m) + "/proofs", "gold", Works.PNG, Map.of()).statusCode())
        .isEqualTo(400);
    String signature = one.proof(path(m) + "/proofs", "signature", Works.PNG);
    Map<String, Object> serve =
        Map.of("fields", Map.of("deadline", works.day(5)), "proofIds", List.of(signature));
    one.done(m, "serve", serve);
    String photo = one.proof(path(m) + "/proofs", "photo", Works.PNG);
    assertThat(one.act(m, "report", Map.of("proofIds", List.of(signature))).code())
        .isEqualTo("PROOF_USED");
    one.done(m, "report", Map.of("proofIds", List.of(photo)));
    two.done(m, "fail", Map.of("fields", Map.of("findings", "仍堵", "deadline", works.day(6))));
    assertThat(one.act(m, "report", Map.of("proofIds", List.of(photo))).code())
        .isEqualTo("PROOF_USED");
    String loose = two.proof("/api/matter-proofs", "photo", Works.PNG);
    assertThat(one.act(m, "report", Map.of("proofIds", List.of(loose))).code())
        .isEqualTo("PROOF_NOT_YOURS");
  }

  @Test
  void personalValuesAreMaskedAndShownWithAGround() {
    JsonNode m = one.raise();
    assertThat(m.path("fields").path("phone").asString()).isEqualTo("138****5678");
    assertThat(m.path("fields").path("contact").asString()).isEqualTo("王**");
    assertThat(m.path("masked").toString()).contains("phone", "contact");
    Map<String, Object> ask = Map.of("field", "phone", "ground", "联系复查");
    assertThat(one.post(path(m) + "/reveal", ask).body().path("value").asString())
        .isEqualTo("13812345678");
    assertThat(one.post(path(m) + "/reveal", Map.of("field", "phone")).status()).isEqualTo(400);
    assertThat(seat(station, "call-taker").post(path(m) + "/reveal", ask).code())
        .isEqualTo("REVEAL_NO_NEED");
    assertThat(
            jdbc.sql(
                    "select why from foundation.audit_entry where action = 'matter.revealed'"
                        + " and matter_id = cast(:id as uuid)")
                .param("id", m.path("id").asString())
                .query(String.class)
                .list())
        .containsExactly("联系复查");
    assertThat(one.get("/api/inbox?view=station&text=13812345678").body().path("items")).isEmpty();
  }

  @Test
  void aLateEntryKeepsBothInstants() {
    JsonNode m = one.raise();
    works.pass(port, Duration.ofHours(2));
    String claimed = works.instant(Duration.ofHours(-1)).toString();
    String signature = one.proof(path(m) + "/proofs", "signature", Works.PNG);
    Map<String, Object> serve =
        Map.of(
            "fields", Map.of("deadline", works.day(5)),
            "proofIds", List.of(signature),
            "claimedAt", works.instant(Duration.ofHours(1)).toString());
    assertThat(one.act(m, "serve", serve).status()).isEqualTo(400);
    Map<String, Object> told = new HashMap<>(serve);
    told.put("claimedAt", claimed);
    one.done(m, "serve", told);
    for (JsonNode line : one.get(path(m) + "/timeline").body().path("items")) {
      if (line.path("what").asString().equals("serve")) {
        assertThat(line.path("claimedAt").asString()).isEqualTo(claimed);
        assertThat(line.path("at").asString()).isGreaterThan(claimed);
        return;
      }
    }
    throw new AssertionError("no line");
  }

  @Test
  void inboxesShowWhatWaits() {
    Seat chief = seat(division, "station-officer");
    Set<String> raised = new HashSet<>();
    for (int i = 0; i < 5; i++) {
      raised.add(one.raise().path("id").asString());
    }
    JsonNode first = one.matter(one.get("/api/inbox?view=station").body().path("items").path(0));
    assertThat(
            chief
                .post(
                    path(first) + "/assign",
                    Map.of("version", first.path("version").asLong(), "officerId", two.id()))
                .status())
        .isEqualTo(200);
    assertThat(ids(two, "view=mine")).containsExactly(first.path("id").asString());
    assertThat(ids(one, "view=mine")).hasSize(4);
    assertThat(ids(one, "view=station")).containsExactlyInAnyOrderElementsOf(raised);
    assertThat(ids(chief, "view=below&kind=" + Works.KIND))
        .containsExactlyInAnyOrderElementsOf(raised);
    assertThat(ids(chief, "view=station")).isEmpty();
    assertThat(ids(one, "view=station&due=overdue")).isEmpty();
    assertThat(ids(one, "view=station&due=week")).hasSize(5);
    assertThat(ids(one, "view=station&state=served")).isEmpty();
    assertThat(ids(one, "view=station&text=消防通道")).hasSize(5);
    assertThat(ids(one, "view=station&text=没有这个")).isEmpty();
    Set<String> paged = new HashSet<>();
    String after = "";
    for (int i = 0; i < 3; i++) {
      JsonNode page = one.get("/api/inbox?view=station&limit=2&after=" + after).body();
      page.path("items").forEach(l -> paged.add(l.path("id").asString()));
      after = page.path("next").asString("");
    }
    assertThat(paged).isEqualTo(raised);
    assertThat(after).isEmpty();
    assertThat(one.get("/api/inbox?view=nowhere").status()).isEqualTo(400);
    assertThat(one.get("/api/inbox?after=x").status()).isEqualTo(400);
    one.post("/api/inbox/filters", Map.of("name", "急", "query", "due=overdue"));
    JsonNode filters = one.get("/api/inbox/filters").body();
    assertThat(filters.path(0).path("query").asString()).isEqualTo("due=overdue");
    assertThat(two.get("/api/inbox/filters").body()).isEmpty();
    assertThat(
            two.http()
                .delete("/api/inbox/filters/" + filters.path(0).path("id").asString())
                .status())
        .isEqualTo(404);
  }

  private static List<String> ids(Seat seat, String query) {
    Http.Answer answer =
        seat.get(
            "/api/inbox?"
                + query
                    .replace("消防通道", "%E6%B6%88%E9%98%B2%E9%80%9A%E9%81%93")
                    .replace("没有这个", "%E6%B2%A1%E6%9C%89"));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    return answer.body().path("items").findValuesAsString("id");
  }

  @Test
  void manyAreAssignedEachByItself() {
    JsonNode a = one.raise();
    JsonNode b = one.raise();
    Http.Answer answer =
        one.post(
            "/api/matters/assign",
            Map.of(
                "items",
                List.of(
                    Map.of("id", a.path("id").asString(), "version", a.path("version").asLong()),
                    Map.of("id", b.path("id").asString(), "version", 0)),
                "officerId",
                two.id()));
    assertThat(answer.status()).as("%s", answer.body()).isEqualTo(200);
    JsonNode items = answer.body().path("items");
    assertThat(items.path(0).path("version").asLong()).isGreaterThan(a.path("version").asLong());
    assertThat(items.path(1).path("problem").path("code").asString()).isEqualTo("STALE");
    assertThat(two.matter(a).path("handler").path("officerId").asString()).isEqualTo(two.id());
    assertThat(two.matter(b).path("handler").isNull()).isTrue();
  }

  @Test
  void countsAreConservedThroughTransfers() {
    Seat chief = seat(division, "station-officer");
    AgencyId second = people.agency(division, "派出所丙").id();
    JsonNode m = one.raise();
    one.raise();
    assertThat(counts(chief, division)).containsExactly(2L, 0L);
    Http.Answer moved =
        chief.post(
            path(m) + "/assign",
            Map.of("version", m.path("version").asLong(), "agencyId", second.toString()));
    assertThat(moved.status()).as("%s", moved.body()).isEqualTo(200);
    assertThat(counts(chief, division)).containsExactly(2L, 0L);
    assertThat(counts(chief, second)).containsExactly(1L, 1L);
    assertThat(counts(chief, station)).containsExactly(1L, 1L);
    assertThat(one.matter(m).path("id").asString())
        .as("who raised it still sees it")
        .isEqualTo(m.path("id").asString());
    assertThat(one.get("/api/matters/counts?agency=" + division).status()).isEqualTo(404);
  }

  /** Total and own open matters of an agency. */
  private static List<Long> counts(Seat seat, AgencyId agency) {
    JsonNode top =
        seat.get("/api/matters/counts?kind=%s&agency=%s".formatted(Works.KIND, agency))
            .body()
            .path("rows")
            .path(0);
    return List.of(top.path("total").path("open").asLong(), top.path("own").path("open").asLong());
  }

  @Test
  void linksLeadBothWaysToWhatIsInSight() {
    JsonNode a = one.raise();
    JsonNode b = one.raise();
    Map<String, Object> link = Map.of("name", "before", "toMatterId", b.path("id").asString());
    JsonNode linked = one.post(path(a) + "/links", link).body();
    assertThat(linked.path("links").path(0).path("number")).isEqualTo(b.path("number"));
    assertThat(one.matter(b).path("links").path(0).path("incoming").asBoolean()).isTrue();
    assertThat(
            one.post(path(a) + "/links", Map.of("name", "x", "toMatterId", b.path("id").asString()))
                .status())
        .isEqualTo(400);
    assertThat(
            one.post(
                    path(a) + "/links",
                    Map.of("name", "incident", "toMatterId", b.path("id").asString()))
                .status())
        .isEqualTo(400);
    JsonNode foreign = seat(people.agency(division, "远").id(), "station-officer").raise();
    assertThat(
            one.post(
                    path(a) + "/links",
                    Map.of("name", "before", "toMatterId", foreign.path("id").asString()))
                .status())
        .isEqualTo(404);
  }
}
