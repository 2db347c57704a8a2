package org.tocsin.bench.study;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.study.Whereabouts.Kind;
import org.tocsin.kernel.Point;

/**
 * The position model: which units are free at an instant and where they are, from what the log
 * says. True positions are not in it. A unit is busy from dispatch to available. A unit with a
 * station is on duty all week; after a call it stays at the call's place for {@code linger}, then
 * is at its station. A unit without one is at the place of its last call; it is on duty between two
 * of its own dispatches that lie no more than {@link #DUTY_GAP} apart.
 */
public final class Fleet {
  /** A longer pause between two dispatches of a unit without a station is taken as off duty. */
  public static final Duration DUTY_GAP = Duration.ofHours(6);

  // When the log never says that a unit was free again.
  private static final Duration LONGEST_UNKNOWN = Duration.ofHours(1);

  private final Homes homes;
  private final Duration linger;
  private final Map<String, List<Job>> jobs = new TreeMap<>();
  private final Map<String, String> types = new HashMap<>();

  /** A unit's time on one call. */
  private record Job(String call, Point place, Instant from, Instant to, boolean transported) {}

  private Fleet(Homes homes, Duration linger) {
    this.homes = homes;
    this.linger = linger;
  }

  /**
   * The fleet of a log.
   *
   * @param linger how long a unit with a station stays where its last call was
   */
  public static Fleet of(List<StudyCall> calls, Homes homes, Duration linger) {
    Fleet fleet = new Fleet(homes, linger);
    for (StudyCall call : calls) {
      for (Response r : call.responses()) {
        fleet.types.put(r.unit(), r.type());
        fleet
            .jobs
            .computeIfAbsent(r.unit(), u -> new ArrayList<>())
            .add(
                new Job(
                    call.number(),
                    call.place(),
                    r.dispatched(),
                    r.available() == null ? r.dispatched().plus(LONGEST_UNKNOWN) : r.available(),
                    r.transported() != null));
      }
    }
    fleet.jobs.values().forEach(list -> list.sort(Comparator.comparing(Job::from)));
    return fleet;
  }

  /** Every unit of a type, by call sign. */
  public List<String> units(String type) {
    return jobs.keySet().stream().filter(u -> type.equals(types.get(u))).toList();
  }

  /**
   * Where a unit is.
   *
   * @param forCall the call to be decided, which does not make it busy
   */
  public Whereabouts at(String unit, Instant instant, String forCall) {
    List<Job> own = jobs.getOrDefault(unit, List.of());
    Job last = null;
    boolean sentNow = false;
    for (Job job : own) {
      if (job.from().isAfter(instant)) {
        break;
      }
      if (job.call().equals(forCall)) {
        sentNow = true;
      } else if (job.to().isAfter(instant)) {
        return Whereabouts.nowhere(Kind.BUSY);
      } else if (last == null || !job.to().isBefore(last.to())) {
        last = job;
      }
    }
    Optional<Point> home = homes.of(unit);
    if (home.isPresent()) {
      return stationed(home.get(), last, instant);
    }
    return last != null && (sentNow || onDuty(own, last, instant))
        ? new Whereabouts(last.transported() ? Kind.AFTER_TRANSPORT : Kind.LAST_CALL, last.place())
        : Whereabouts.nowhere(Kind.UNKNOWN);
  }

  private Whereabouts stationed(Point home, @Nullable Job last, Instant instant) {
    return last != null && last.to().plus(linger).isAfter(instant)
        ? new Whereabouts(Kind.AFTER_CALL, last.place())
        : new Whereabouts(Kind.HOME, home);
  }

  private static boolean onDuty(List<Job> own, Job last, Instant instant) {
    return own.stream()
        .filter(job -> !job.from().isBefore(instant))
        .findFirst()
        .filter(next -> Duration.between(last.from(), next.from()).compareTo(DUTY_GAP) <= 0)
        .isPresent();
  }
}
