package org.tocsin.bench.study;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.bench.study.Whereabouts.Kind;
import org.tocsin.kernel.Point;

class FleetTest {
  private static final Point STATION = new Point(37.7, -122.4);
  private static final Point FAR = new Point(37.8, -122.5);

  // Two calls at the station's own place put the median there; a third is far off.
  private static final DispatchLog LOG =
      Week.of(
          "c1 E01 ENGINE 01 37.7,-122.4 08:00 08:01 08:05 - 08:30",
          "c2 E01 ENGINE 01 37.7,-122.4 09:00 09:01 09:05 - 09:30",
          "c3 E01 ENGINE 01 37.8,-122.5 10:00 10:01 10:05 - 10:30",
          "c3 77 MEDIC 01 37.8,-122.5 10:00 10:02 10:06 10:20 11:00",
          "c4 77 MEDIC 01 37.7,-122.4 13:00 13:01 13:05 - 13:30",
          "c5 77 MEDIC 01 37.7,-122.4 22:00 22:01 22:05 - 22:30");

  private final Homes homes = Homes.of(LOG.calls());
  private final Fleet fleet = Fleet.of(LOG.calls(), homes, Duration.ofMinutes(10));

  private static Instant at(int hour, int minute) {
    return LocalDateTime.of(2017, 1, 1, hour, minute).atZone(DispatchLog.ZONE).toInstant();
  }

  @Test
  void aStationIsTheMedianOfItsArea() {
    assertThat(homes.of("E01")).contains(STATION);
    assertThat(homes.of("T01")).contains(STATION);
    assertThat(homes.of("E1")).contains(STATION);
    assertThat(homes.of("E02")).isEmpty();
    assertThat(homes.of("77")).isEmpty();
    assertThat(homes.of("EMS5")).isEmpty();
  }

  @Test
  void anEngineIsBusyThenAtTheCallsPlaceThenHome() {
    assertThat(fleet.at("E01", at(7, 0), "x")).isEqualTo(new Whereabouts(Kind.HOME, STATION));
    assertThat(fleet.at("E01", at(10, 15), "x").kind()).isEqualTo(Kind.BUSY);
    assertThat(fleet.at("E01", at(10, 35), "x")).isEqualTo(new Whereabouts(Kind.AFTER_CALL, FAR));
    assertThat(fleet.at("E01", at(10, 40), "x")).isEqualTo(new Whereabouts(Kind.HOME, STATION));
  }

  @Test
  void theCallToBeDecidedDoesNotMakeItsOwnUnitsBusy() {
    assertThat(fleet.at("E01", at(10, 0), "c3").kind()).isEqualTo(Kind.HOME);
    assertThat(fleet.at("E01", at(10, 0), "x").kind()).isEqualTo(Kind.BUSY);
  }

  @Test
  void anAmbulanceIsWhereItsLastCallWasWhileItIsOnDuty() {
    assertThat(fleet.at("77", at(9, 0), "x").kind())
        .as("never seen before")
        .isEqualTo(Kind.UNKNOWN);
    assertThat(fleet.at("77", at(12, 0), "x"))
        .isEqualTo(new Whereabouts(Kind.AFTER_TRANSPORT, FAR));
    assertThat(fleet.at("77", at(15, 0), "x").kind())
        .as("nine hours apart")
        .isEqualTo(Kind.UNKNOWN);
    assertThat(fleet.at("77", at(22, 0), "c5"))
        .as("sent now, so on duty after all")
        .isEqualTo(new Whereabouts(Kind.LAST_CALL, STATION));
  }

  @Test
  void aUnitThatWasNeverFreedIsTakenToBeFreeAfterAnHour() {
    DispatchLog log = Week.of("c1 E01 ENGINE 01 37.7,-122.4 08:00 08:01 08:05 - -");
    Fleet one = Fleet.of(log.calls(), Homes.of(log.calls()), Duration.ZERO);
    assertThat(one.at("E01", at(8, 59), "x").kind()).isEqualTo(Kind.BUSY);
    assertThat(one.at("E01", at(9, 0), "x").kind()).isEqualTo(Kind.HOME);
  }

  @Test
  void unitsAreListedByKind() {
    assertThat(fleet.units("ENGINE")).isEqualTo(List.of("E01"));
    assertThat(fleet.units("TRUCK")).isEmpty();
  }
}
