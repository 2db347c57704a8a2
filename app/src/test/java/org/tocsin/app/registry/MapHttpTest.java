package org.tocsin.app.registry;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.registry.internal.ImportKind;
import org.tocsin.app.registry.internal.ImportService;
import org.tocsin.app.registry.internal.ImportView;
import org.tocsin.app.staff.Http;
import org.tocsin.app.testing.TocsinTest;
import tools.jackson.databind.JsonNode;

/** What a map asks of the server. */
@TocsinTest
class MapHttpTest {
  private static final Actor ADMIN = Actor.system("map-test");
  // The tile of zoom 14 in which the town lies.
  private static final String TILE = "/api/map/roads/14/12916/6430";

  @LocalServerPort int port;
  @Autowired ImportService imports;
  private Http driver;
  private ImportView town;

  @BeforeEach
  void open() {
    driver = new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
    town =
        Acting.as(
            ADMIN,
            () ->
                imports.receive(
                    ImportKind.STREET_TABLE, "map-town", "f", "test", Town.of(Town.STREETS)));
    Acting.as(ADMIN, () -> imports.apply(town.id()));
  }

  @AfterEach
  void leave() {
    Acting.as(ADMIN, () -> imports.rollback(town.id()));
  }

  @Test
  void tilesArePackedTaggedAndKeptForGoodOnlyUnderTheirVersion() {
    String version = driver.get("/api/map/extent").body().path("roadsVersion").asString();
    HttpResponse<String> plain = driver.get(TILE).raw();
    assertThat(plain.statusCode()).isEqualTo(200);
    assertThat(header(plain, "Content-Type")).isEqualTo("application/vnd.mapbox-vector-tile");
    assertThat(header(plain, "Cache-Control")).contains("no-cache").contains("private");
    HttpResponse<String> kept = driver.get(TILE + "?v=" + version).raw();
    assertThat(header(kept, "Cache-Control")).contains("immutable").contains("private");
    assertThat(header(driver.get(TILE + "?v=old").raw(), "Cache-Control"))
        .doesNotContain("immutable");

    String tag = header(plain, "ETag");
    Http again = new Http(port).bearer(TocsinTest.DRIVER_TOKEN).with("If-None-Match", tag);
    assertThat(again.get(TILE).status()).isEqualTo(304);
    Acting.as(ADMIN, () -> imports.rollback(town.id()));
    assertThat(again.get(TILE).status()).isNotEqualTo(304);
    assertThat(driver.get("/api/map/extent").body().path("roadsVersion").asString())
        .isNotEqualTo(version);
    town =
        Acting.as(
            ADMIN,
            () ->
                imports.receive(
                    ImportKind.STREET_TABLE, "map-town", "f", "test", Town.of(Town.STREETS)));
    Acting.as(ADMIN, () -> imports.apply(town.id()));
  }

  @Test
  void aTileWithoutRoadsIsEmptyAndOneThatCannotBeIsRefused() {
    assertThat(driver.get("/api/map/roads/14/0/0").status()).isEqualTo(204);
    assertThat(driver.get("/api/map/roads/14/0/99999").code()).isEqualTo("INVALID");
    assertThat(driver.get("/api/map/roads/40/0/0").code()).isEqualTo("INVALID");
    assertThat(driver.get("/api/map/roads/x/0/0").status()).isEqualTo(400);
  }

  @Test
  void theExtentHoldsTheTown() {
    JsonNode extent = driver.get("/api/map/extent").body();
    assertThat(extent.path("west").asDouble()).isLessThanOrEqualTo(103.80);
    assertThat(extent.path("east").asDouble()).isGreaterThanOrEqualTo(103.81);
    assertThat(extent.path("south").asDouble()).isLessThanOrEqualTo(36.06);
    assertThat(extent.path("north").asDouble()).isGreaterThanOrEqualTo(36.064);
  }

  @Test
  void waysFollowTheRoads() {
    JsonNode ways =
        driver
            .get(
                "/api/map/routes?to=36.064,103.805&from=36.06,103.801&from=36.06,103.809&from=10,10")
            .body();
    assertThat(ways.size()).isEqualTo(3);
    assertThat(ways.path(0).path("found").asBoolean()).isTrue();
    assertThat(ways.path(0).path("metres").asDouble()).isBetween(700.0, 900.0);
    assertThat(ways.path(0).path("line").size()).isGreaterThanOrEqualTo(6);
    assertThat(ways.path(2).path("found").asBoolean()).isFalse();
    assertThat(driver.get("/api/map/routes?to=36.064,103.805&from=36.06,103.801").body().size())
        .isEqualTo(1);
    assertThat(driver.get("/api/map/routes?to=91,0&from=1,1").code()).isEqualTo("INVALID");
    assertThat(driver.get("/api/map/routes?to=1,1&from=1").code()).isEqualTo("INVALID");
    String many = "&from=36,103".repeat(13);
    assertThat(driver.get("/api/map/routes?to=1,1" + many).code()).isEqualTo("INVALID");
  }

  @Test
  void strangersSeeNoMap() {
    Http stranger = new Http(port);
    assertThat(stranger.get(TILE).status()).isEqualTo(401);
    assertThat(stranger.get("/api/map/extent").status()).isEqualTo(401);
  }

  private static String header(HttpResponse<String> answer, String name) {
    return answer.headers().firstValue(name).orElse("");
  }
}
