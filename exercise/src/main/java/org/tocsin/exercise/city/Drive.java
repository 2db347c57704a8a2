package org.tocsin.exercise.city;

import java.util.ArrayList;
import java.util.List;

/**
 * One vehicle driving along a way: it gathers speed and brakes like a car, slows down for turns,
 * stops at red lights unless it drives with siren, and stands still at the end. One owner at a
 * time.
 */
public final class Drive {
  /** What a comfortable car does, metres per second squared. */
  static final double GATHERS = 1.8;

  static final double BRAKES = 2.6;

  /** No police car is driven faster in the city, with siren or without; metres per second. */
  public static final double FASTEST = 80 / 3.6;

  private static final double SHARP_TURN = 5.5;
  private static final double WIDE_TURN = 9.5;
  private static final double RED_WITH_SIREN = 7;

  /** A siren does not make the others at a great crossing see. */
  private static final double GREEN_WITH_SIREN = 12.5;

  private static final int LIGHT_CYCLE_SECONDS = 80;
  private static final double LOOK_AHEAD = 150;
  private static final double STOPS_BEFORE = 4;

  /** How somebody drives. */
  public enum Manner {
    /** Looking left and right. */
    PATROL(0.62),
    /** With the traffic. */
    NORMAL(0.9),
    /** With siren: a little faster than the traffic, and red lights only slow it down. */
    SIREN(1.15);

    private final double pace;

    Manner(double pace) {
      this.pace = pace;
    }
  }

  /** Something ahead that limits the speed: a turn, a light, the end. */
  private record Limit(double metres, double speed, int light, boolean northward) {}

  private final City city;
  private final Way way;
  private final Manner manner;
  private final List<Limit> limits = new ArrayList<>();
  private final double length;
  private double driven;
  private double speed;
  private int leg;
  private double legStart;

  public Drive(City city, Way way, Manner manner) {
    this.city = city;
    this.way = way;
    this.manner = manner;
    this.length = way.metres();
    double at = 0;
    for (int i = 0; i + 1 < way.legs().size(); i++) {
      Way.Leg here = way.legs().get(i);
      at += here.metres();
      crossing(at, here, way.legs().get(i + 1));
    }
    limits.add(new Limit(length, 0, -1, false));
  }

  private void crossing(double at, Way.Leg here, Way.Leg next) {
    double turn = Math.abs(next.courseAt(0) - here.courseAt(here.metres()));
    turn = turn > 180 ? 360 - turn : turn;
    if (turn > 30) {
      limits.add(new Limit(at, turn > 60 ? SHARP_TURN : WIDE_TURN, -1, false));
    }
    if (city.hasLights(here.end())) {
      double speedAtRed = manner == Manner.SIREN ? RED_WITH_SIREN : 0;
      if (manner == Manner.SIREN) {
        limits.add(new Limit(at, GREEN_WITH_SIREN, -1, false));
      }
      limits.add(
          new Limit(
              Math.max(0, at - STOPS_BEFORE), speedAtRed, here.end(), here.block().northward()));
    }
  }

  /** Whether a light is red for one direction at a moment. */
  static boolean isRed(int crossing, boolean northward, long second) {
    long phase = Math.floorMod(second + crossing * 17L, (long) LIGHT_CYCLE_SECONDS);
    boolean greenForNorthward = phase < LIGHT_CYCLE_SECONDS / 2;
    return northward != greenForNorthward;
  }

  /**
   * Drives on.
   *
   * @param seconds at most a second or so; longer steps would jump over lights
   * @param now the second of the city's time, for the lights
   */
  public void go(double seconds, long now) {
    if (arrived()) {
      speed = 0;
      return;
    }
    Block block = way.legs().get(leg).block();
    double wanted = Math.min(FASTEST, block.kind().metresPerSecond() * manner.pace);
    for (Limit limit : limits) {
      double ahead = limit.metres() - driven;
      if (ahead < -0.01) {
        continue;
      }
      if (ahead > LOOK_AHEAD) {
        break;
      }
      boolean open = limit.light() >= 0 && !isRed(limit.light(), limit.northward(), now);
      // Whoever is too near to stop when it turns red drives through, as people do.
      boolean tooLate = limit.light() >= 0 && ahead < speed * speed / (2 * BRAKES * 1.6) - 0.5;
      if (!open && !tooLate) {
        wanted = Math.min(wanted, allowed(limit, ahead, seconds));
      }
    }
    double change = wanted - speed;
    speed += Math.clamp(change, -BRAKES * 1.6 * seconds, GATHERS * seconds);
    speed = Math.max(0, speed);
    move(seconds);
  }

  /** The speed from which it can still be braked in time. */
  private static double allowed(Limit limit, double ahead, double seconds) {
    double left = Math.max(0, ahead);
    if (limit.speed() > 0) {
      return Math.sqrt(limit.speed() * limit.speed() + 2 * BRAKES * left);
    }
    return left < 1 ? 0 : Math.min(Math.sqrt(2 * BRAKES * left), left / (2 * seconds));
  }

  private void move(double seconds) {
    driven = Math.min(length, driven + speed * seconds);
    // The last metre is rolled: braking never quite reaches the end.
    if (length - driven < 1.5) {
      driven = length;
      speed = 0;
    }
    while (leg + 1 < way.legs().size() && driven > legStart + way.legs().get(leg).metres()) {
      legStart += way.legs().get(leg).metres();
      leg++;
    }
    limits.removeIf(l -> l.metres() < driven - 1);
  }

  public boolean arrived() {
    return driven >= length;
  }

  /** Metres per second. */
  public double speed() {
    return speed;
  }

  /** Where it is now. */
  public Spot spot() {
    return way.legs().get(leg).at(driven - legStart);
  }

  /** Degrees from north. */
  public double course() {
    return way.legs().get(leg).courseAt(driven - legStart);
  }

  public Way way() {
    return way;
  }
}
