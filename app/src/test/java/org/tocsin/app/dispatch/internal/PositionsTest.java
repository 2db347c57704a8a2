package org.tocsin.app.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.tocsin.app.dispatch.Positions;
import org.tocsin.app.dispatch.UnitView;
import org.tocsin.app.dispatch.Units;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.staff.Http;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Ids;

@TocsinTest
@Import(World.class)
class PositionsTest {
  @LocalServerPort int port;
  @Autowired World world;
  @Autowired Positions positions;
  @Autowired Units units;
  @Autowired PositionWriter writer;
  @Autowired PositionStore store;

  private Actor zhou = Actor.system("unset");

  @BeforeEach
  void dispatcher() {
    zhou = world.officer(world.agency(port, null), "周调度");
  }

  private Http driver() {
    return new Http(port).bearer(TocsinTest.DRIVER_TOKEN);
  }

  private UnitView read(UnitView unit) {
    return Acting.as(zhou, () -> units.get(unit.id()));
  }

  @Test
  void aTrackersQueryMovesTheUnit() {
    UnitView car = world.unit(zhou, "PATROL");
    long millis = world.now().toEpochMilli();
    Http.Answer answer =
        driver()
            .get(
                "/api/positions?id=%s&lat=37.77&lon=-122.41&timestamp=%d&speed=10&bearing=90"
                    .formatted(car.callSign(), millis));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(read(car).position())
        .isEqualTo(new UnitView.Position(37.77, -122.41, Instant.ofEpochMilli(millis), 90.0));
    assertThat(
            driver()
                .get(
                    "/api/positions?id=%s&lat=37.78&lon=-122.41&timestamp=%d"
                        .formatted(car.callSign(), world.now().getEpochSecond() + 1))
                .status())
        .isEqualTo(200);
  }

  @Test
  void aBadReportInABatchCostsOnlyItself() {
    UnitView car = world.unit(zhou, "PATROL");
    UnitView other = world.unit(zhou, "PATROL");
    String now = world.now().toString();
    List<Map<String, Object>> batch =
        List.of(
            Map.of("unit", car.callSign(), "lat", 37.7, "lon", -122.4, "at", now),
            Map.of("unit", car.callSign(), "lat", 97.7, "lon", -122.4, "at", now),
            Map.of("unit", "nobody", "lat", 37.7, "lon", -122.4, "at", now),
            Map.of(
                "unit", car.callSign(), "lat", 37.7, "lon", -122.4, "at", "2199-01-01T00:00:00Z"),
            Map.of(
                "unit", car.callSign(), "lat", 37.7, "lon", -122.4, "at", "1999-01-01T00:00:00Z"),
            Map.of("unit", car.callSign(), "lat", 0, "lon", 0, "at", now),
            Map.of("unit", car.callSign(), "lat", 37.7, "lon", -122.4, "at", "yesterday"),
            Map.of("id", other.id().toString(), "lat", 37.71, "lon", -122.4, "at", now));
    Http.Answer answer = driver().post("/api/positions/batch", batch);
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(answer.body().path("accepted").asInt()).isEqualTo(2);
    List<String> rejected = new ArrayList<>();
    answer
        .body()
        .path("rejected")
        .forEach(r -> rejected.add(r.path("index").asInt() + " " + r.path("code").asString()));
    assertThat(rejected)
        .containsExactly(
            "1 POSITION_IMPOSSIBLE",
            "2 UNIT_UNKNOWN",
            "3 POSITION_FROM_FUTURE",
            "4 POSITION_BACKWARDS",
            "5 POSITION_IMPOSSIBLE",
            "6 POSITION_FROM_FUTURE");
    assertThat(read(other).position()).isNotNull();
  }

  @Test
  void positionsNeedAToken() {
    assertThat(new Http(port).get("/api/positions?id=U1&lat=1&lon=1").status()).isEqualTo(401);
  }

  @Test
  void aDeviceReportsForItsOwnUnitOnly() {
    UnitView own = world.unit(zhou, "PATROL");
    UnitView other = world.unit(zhou, "PATROL");
    String token = Ids.next().toString();
    Acting.run(zhou, () -> units.pair(own.id(), token));
    Actor device =
        new Actor(
            ActorKind.DEVICE,
            token,
            "device",
            zhou.agency(),
            Scope.of(List.of(own.agencyId())),
            java.util.EnumSet.of(Permission.POSITION_REPORT),
            "test",
            null);
    Positions.Report silent = new Positions.Report(null, null, 37.7, -122.4, null, null, null);
    Positions.Report foreign =
        new Positions.Report(other.id(), null, 37.7, -122.4, null, null, null);
    Positions.Taken taken = Acting.as(device, () -> positions.report(List.of(silent, foreign)));
    assertThat(taken.accepted()).isEqualTo(1);
    assertThat(taken.rejected()).extracting(Positions.Rejected::index).containsExactly(1);
    assertThat(read(own).position()).isNotNull();
    assertThat(read(other).position()).isNull();
  }

  @Test
  void theLastPositionAndTheTrailAreWrittenAndSwept() {
    UnitView car = world.unit(zhou, "PATROL");
    for (int i = 0; i < 10; i++) {
      Positions.Report report =
          new Positions.Report(car.id(), null, 37.7, -122.4, world.now().plusMillis(i), null, null);
      Acting.as(zhou, () -> positions.report(List.of(report)));
    }
    writer.flush();
    assertThat(count("unit_position", car)).isEqualTo(1);
    assertThat(count("position_trail", car)).isEqualTo(1);
    while (store.deleteTrailBefore(world.now().plusSeconds(60), 5_000) > 0) {
      continue;
    }
    assertThat(count("position_trail", car)).isZero();
    assertThat(count("unit_position", car)).isEqualTo(1);
  }

  @Test
  void aDeviceTokenThatNamesItsUnitNeedsNoPairing() {
    UnitView car = world.unit(zhou, "PATROL");
    Http manager = driver();
    Http.Answer token =
        manager.post(
            "/api/tokens",
            Map.of(
                "kind",
                "DEVICE",
                "name",
                "tracker",
                "subject",
                car.callSign(),
                "agencyId",
                car.agencyId().toString()));
    assumeThat(token.status()).as(token.body().toString()).isEqualTo(201);
    String key = token.body().path("secret").asString();
    Http.Answer answer =
        new Http(port).get("/api/positions?key=%s&lat=37.77&lon=-122.41".formatted(key));
    assertThat(answer.status()).as(answer.body().toString()).isEqualTo(200);
    assertThat(read(car).position()).isNotNull();
  }

  private long count(String table, UnitView unit) {
    return world
        .jdbc()
        .sql("select count(*) from dispatch." + table + " where unit_id = :unit")
        .param("unit", unit.id().value())
        .query(Long.class)
        .single();
  }

  @Test
  void whoseScopeDoesNotCoverAUnitIsNotShownWhereItIs() {
    UnitView car = world.unit(zhou, "PATROL");
    Fix fix = new Fix(World.CENTRE, world.now(), null, null);
    AgencyId elsewhere = world.agency(port, null);
    assertThat(writer.body(Scope.of(List.of(elsewhere)), Map.of(car.id(), fix))).isNull();
    assertThat(writer.body(Scope.of(List.of(car.agencyId())), Map.of(car.id(), fix))).isNotNull();
  }
}
