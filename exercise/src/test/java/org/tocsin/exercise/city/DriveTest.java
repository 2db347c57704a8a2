package org.tocsin.exercise.city;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.tocsin.kernel.Point;

class DriveTest {
  private static final City CITY = City.of(110);
  private static final RoadMap ROADS = new RoadMap(CITY);

  private static Spot spot(Chance chance) {
    return new Spot(chance.pick(CITY.blocks()), chance.share());
  }

  @ParameterizedTest
  @EnumSource(Drive.Manner.class)
  void nobodyJumpsOrRacesAndEverybodyArrives(Drive.Manner manner) {
    for (int trip = 0; trip < 40; trip++) {
      Chance chance = Chance.of(1, "trip", manner, trip);
      Spot from = spot(chance);
      Spot to = spot(chance);
      Drive drive = new Drive(CITY, ROADS.way(from, to), manner);
      double metres = drive.way().metres();
      Point last = drive.spot().point();
      double speed = 0;
      int seconds = 0;
      for (; !drive.arrived(); seconds++) {
        assertThat(seconds).as("trip %d of %.0f m", trip, metres).isLessThan(5_000);
        drive.go(1, 1_000_000 + seconds);
        Point now = drive.spot().point();
        assertThat(last.distanceTo(now)).isLessThan(Drive.FASTEST + 2);
        assertThat(drive.speed()).isLessThanOrEqualTo(Drive.FASTEST);
        assertThat(drive.speed() - speed).as("gathering").isLessThan(Drive.GATHERS + 0.01);
        last = now;
        speed = drive.speed();
      }
      assertThat(last.distanceTo(to.point())).isLessThan(3);
      if (metres > 3_000) {
        assertThat(metres / seconds * 3.6).as("km/h on the whole").isBetween(10.0, 75.0);
      }
    }
  }

  @Test
  void aSirenIsFasterThanAPatrolAndPatrolsStopAtRedLights() {
    int halts = 0;
    double patrol = 0;
    double siren = 0;
    for (int trip = 0; trip < 30; trip++) {
      Chance chance = Chance.of(2, "trip", trip);
      Way way = ROADS.way(spot(chance), spot(chance));
      siren += seconds(new Drive(CITY, way, Drive.Manner.SIREN));
      Drive slow = new Drive(CITY, way, Drive.Manner.PATROL);
      for (int s = 0; !slow.arrived(); s++) {
        double before = slow.speed();
        slow.go(1, s);
        patrol++;
        halts += before > 0 && slow.speed() == 0 && !slow.arrived() ? 1 : 0;
      }
    }
    assertThat(siren).isLessThan(patrol * 0.75);
    assertThat(halts).isGreaterThan(30);
  }

  private static double seconds(Drive drive) {
    int s = 0;
    for (; !drive.arrived(); s++) {
      drive.go(1, s);
    }
    return s;
  }

  @Test
  void aWayIsNeverInterruptedAndNeverMuchLongerThanTheCity() {
    for (int trip = 0; trip < 200; trip++) {
      Chance chance = Chance.of(3, "trip", trip);
      Spot from = spot(chance);
      Spot to = spot(chance);
      Way way = ROADS.way(from, to);
      assertThat(way.start().point().distanceTo(from.point())).isLessThan(2);
      assertThat(way.end().point().distanceTo(to.point())).isLessThan(2);
      for (int i = 1; i < way.legs().size(); i++) {
        Way.Leg before = way.legs().get(i - 1);
        Way.Leg after = way.legs().get(i);
        Point end = before.block().at(before.to());
        assertThat(end.distanceTo(after.block().at(after.from()))).isLessThan(2);
      }
      double straight = from.point().distanceTo(to.point());
      assertThat(way.metres()).isBetween(straight * 0.98, straight * 2.6 + 2_500);
    }
  }
}
