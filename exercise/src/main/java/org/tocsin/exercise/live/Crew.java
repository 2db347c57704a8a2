package org.tocsin.exercise.live;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.city.Chance;
import org.tocsin.exercise.city.City;
import org.tocsin.exercise.city.Drive;
import org.tocsin.exercise.city.Post;
import org.tocsin.exercise.city.RoadMap;
import org.tocsin.exercise.city.Spot;

/**
 * A unit in the street: where it is, where it drives to, whether its radio works. What it does
 * about orders is {@link Response}'s.
 */
final class Crew {
  private static final double SILENCES_PER_HOUR = 0.05;

  /** What of the city a crew needs to find its way. */
  record Town(City city, RoadMap roads) {}

  final Post post;
  final String unit;
  private final Town town;
  private final Chance chance;
  private Spot spot;
  private @Nullable Drive drive;
  private Instant restsUntil = Instant.MIN;
  private Instant silentUntil = Instant.MIN;
  private Instant asked = Instant.MIN;
  private boolean onDuty = true;

  Crew(Post post, String unit, Town town, long seed) {
    this.post = post;
    this.unit = unit;
    this.town = town;
    this.chance = Chance.of(seed, "crew at work", post.callSign());
    this.spot = post.patrols() ? beat() : post.home();
  }

  /** Puts it where the instance saw it last. */
  void place(Spot seen) {
    spot = seen;
    drive = null;
  }

  Spot spot() {
    return drive == null ? spot : drive.spot();
  }

  double speed() {
    return drive == null ? 0 : drive.speed();
  }

  double course() {
    return drive == null ? 0 : drive.course();
  }

  Chance chance() {
    return chance;
  }

  boolean isOnDuty() {
    return onDuty;
  }

  void duty(boolean on) {
    onDuty = on;
  }

  /** Whether nothing is heard of it: no positions, no reports. */
  boolean isSilent(Instant now) {
    return now.isBefore(silentUntil);
  }

  /** Drives to a place from wherever it is. */
  void driveTo(Spot target, Drive.Manner manner) {
    drive = new Drive(town.city(), town.roads().way(spot(), target), manner);
  }

  boolean isDriving() {
    return drive != null && !drive.arrived();
  }

  void stop() {
    spot = spot();
    drive = null;
  }

  /** Moves on by so many seconds of the city's time. */
  void move(double seconds, Instant now) {
    Drive driving = drive;
    for (double left = seconds; driving != null && left > 0; left -= 1) {
      driving.go(Math.min(1, left), now.getEpochSecond());
    }
    if (driving != null && driving.arrived()) {
      stop();
    }
  }

  /** What it does when nobody wants anything of it: patrol with halts, or wait at home. */
  void idle(Instant now) {
    loseRadio(now);
    if (isDriving() || now.isBefore(restsUntil)) {
      return;
    }
    if (onDuty && post.patrols()) {
      restsUntil = now.plusSeconds((long) chance.between(15, 150));
      driveTo(beat(), Drive.Manner.PATROL);
    } else if (spot.point().distanceTo(post.home().point()) > 30) {
      driveTo(post.home(), Drive.Manner.NORMAL);
    }
  }

  /** Somewhere in its own precinct; a unit of a district has all the district's. */
  private Spot beat() {
    City city = town.city();
    int precinct = post.precinct();
    boolean wide = post.typeCode().equals("TRAFFIC") || post.typeCode().equals("SPECIAL");
    if (wide) {
      precinct = precinct / 4 * 4 + chance.below(4);
    }
    return new Spot(chance.pick(city.blocksOf(precinct)), chance.between(0.1, 0.9));
  }

  /** A dead spot, a tunnel, an empty battery: some minutes of silence now and then. */
  void loseRadio(Instant now) {
    if (asked.equals(Instant.MIN)) {
      asked = now;
    }
    double hours = Duration.between(asked, now).toMillis() / 3_600_000.0;
    asked = now;
    if (!isSilent(now) && chance.happens(SILENCES_PER_HOUR * hours)) {
      silentUntil = now.plusSeconds((long) chance.between(150, 540));
    }
  }
}
