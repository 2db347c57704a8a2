package org.tocsin.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Ids;

@StaffTest
class AgencyHttpTest {
  @LocalServerPort int port;
  @Autowired Agencies agencies;
  private Http driver = new Http(0);

  @BeforeEach
  void driver() {
    driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
    if (agencies.findRoot().isEmpty()) {
      assertThat(create(null, "ROOT", "市局").status()).isEqualTo(201);
    }
  }

  private Http.Answer create(@Nullable AgencyId parent, String code, String name) {
    Map<String, Object> body = new LinkedHashMap<>();
    body.put("code", code);
    body.put("nameZh", name);
    if (parent != null) {
      body.put("parentId", parent.toString());
    }
    return driver.post("/api/agencies", body);
  }

  private static String code(String prefix) {
    return prefix + "-" + Ids.next().toString().substring(0, 18);
  }

  private Agency created(AgencyId parent, String name) {
    Http.Answer answer = create(parent, code("A"), name);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
    return agencies.get(AgencyId.of(answer.body().path("id").asString()));
  }

  @Test
  void aTreeOfThreeLevelsTakesNoFourth() {
    Agency district = created(agencies.root().id(), "分局");
    Agency station = created(district.id(), "派出所");
    assertThat(station.level()).isEqualTo(2);
    assertThat(agencies.ancestors(station.id()))
        .extracting(Agency::id)
        .containsExactly(district.id(), agencies.root().id());
    assertThat(agencies.subtree(district.id()))
        .containsExactlyInAnyOrder(district.id(), station.id());
    assertThat(agencies.byCode(station.code().toLowerCase(java.util.Locale.ROOT)))
        .contains(station);
    Http.Answer fourth = create(station.id(), code("A"), "警务室");
    assertThat(fourth.status()).isEqualTo(409);
    assertThat(fourth.code()).isEqualTo("AGENCY_TOO_DEEP");
  }

  @Test
  void aCodeIsUsedOnceAndARetriedRequestMakesOneAgency() {
    String code = code("C");
    driver.with("Idempotency-Key", code);
    Http.Answer first = create(agencies.root().id(), code, "分局");
    Http.Answer again = create(agencies.root().id(), code, "分局");
    assertThat(again.body().path("id")).isEqualTo(first.body().path("id"));
    driver.without("Idempotency-Key");
    assertThat(create(agencies.root().id(), code, "分局").code()).isEqualTo("CODE_TAKEN");
  }

  @Test
  void anAgencyMovesWithAllBelowItAndNeverBelowItself() {
    Agency here = created(agencies.root().id(), "甲");
    Agency there = created(agencies.root().id(), "乙");
    Agency station = created(here.id(), "所");
    Http.Answer moved =
        driver.patch(
            "/api/agencies/" + station.id(),
            Map.of("version", 1, "parentId", there.id().toString()));
    assertThat(moved.status()).as(moved.body().toString()).isEqualTo(200);
    assertThat(agencies.subtree(there.id())).contains(station.id());
    assertThat(agencies.subtree(here.id())).doesNotContain(station.id());
    Http.Answer circle =
        driver.patch(
            "/api/agencies/" + there.id(),
            Map.of("version", 1, "parentId", station.id().toString()));
    assertThat(circle.code()).isEqualTo("AGENCY_CIRCLE");
    Http.Answer tooDeep =
        driver.patch(
            "/api/agencies/" + there.id(), Map.of("version", 1, "parentId", here.id().toString()));
    assertThat(tooDeep.code()).isEqualTo("AGENCY_TOO_DEEP");
  }

  @Test
  void whoSawAnOlderVersionIsToldWhoChangedIt() {
    Agency agency = created(agencies.root().id(), "旧名");
    String path = "/api/agencies/" + agency.id();
    assertThat(driver.patch(path, Map.of("version", 1, "nameZh", "新名")).status()).isEqualTo(200);
    Http.Answer late = driver.patch(path, Map.of("version", 1, "nameZh", "另一名"));
    assertThat(late.code()).isEqualTo("STALE");
    assertThat(late.body().path("changedBy").asString()).isEqualTo("exercise driver");
    assertThat(agencies.get(agency.id()).nameZh()).isEqualTo("新名");
  }

  @Test
  void nobodyGetsInWithoutOrWithAWrongToken() {
    assertThat(new Http(port).get("/api/agencies").code()).isEqualTo("UNAUTHENTICATED");
    Http.Answer wrong = new Http(port).bearer("wrong-wrong-wrong-wrong").get("/api/agencies");
    assertThat(wrong.status()).isEqualTo(401);
    assertThat(wrong.code()).isEqualTo("TOKEN_REFUSED");
    assertThat(wrong.raw().headers().firstValue("content-type"))
        .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
  }
}
