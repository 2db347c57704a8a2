package org.tocsin.bench.checks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.matter.DuplicateScore;
import org.tocsin.app.matter.DuplicateScore.Report;
import org.tocsin.app.matter.IncidentType;
import org.tocsin.exercise.feed.CallRecord;
import org.tocsin.kernel.Point;

/**
 * Makes second callers out of recorded calls and asks what would be suggested to them. Each call
 * gets one: 0 to 10 minutes later; 70% of them within 150 m, the others in a neighbouring block
 * (100 to 220 m); 30% name a type that callers confuse with the true one, where there is one. They
 * give no address text and no narrative. What they may be taken for are the true calls that are
 * open then, at most four hours old and within a kilometre, as the matter room looks for them.
 */
final class SecondCallers {
  private static final long SEED = 20170101;
  private static final int SHOWN = 5;
  private static final Duration WINDOW = Duration.ofHours(4);
  private static final double RADIUS_METRES = 1_000;
  private static final double METRES_PER_DEGREE = 111_195;
  private static final Duration NEVER_CLEARED = Duration.ofHours(1);

  private final Map<String, IncidentType> types;
  private final List<Open> calls = new ArrayList<>();

  /** A true call and until when its incident is open. */
  private record Open(Report report, Instant received, Instant until, Point place) {}

  /**
   * What was suggested.
   *
   * @param seconds second callers
   * @param found those whose incident was among the suggestions
   * @param first those whose incident was the first of them
   * @param wrong suggestions to second callers that were another incident
   * @param firsts true first callers, asked about in the same way
   * @param alarmed those of them who were suggested anything
   * @param alarms suggestions to them
   */
  record Measure(
      int seconds, int found, int first, int wrong, int firsts, int alarmed, int alarms) {
    double recall() {
      return found / (double) seconds;
    }

    double firstShare() {
      return first / (double) seconds;
    }

    double precision() {
      return found / (double) (found + wrong);
    }

    double falseAlarms() {
      return alarmed / (double) firsts;
    }

    /** With one second caller to each first, which is more than life has. */
    double precisionOfAll() {
      return found / (double) (found + wrong + alarms);
    }
  }

  SecondCallers(List<CallRecord> recorded, Map<String, IncidentType> types) {
    this.types = types;
    for (CallRecord call : recorded) {
      Point place = call.place();
      if (place != null) {
        Instant cleared = call.allCleared();
        calls.add(
            new Open(
                report(place, types.get(call.typeCode()), call.received()),
                call.received(),
                cleared == null ? call.received().plus(NEVER_CLEARED) : cleared,
                place));
      }
    }
    calls.sort(Comparator.comparing(Open::received));
  }

  private static Report report(Point place, @Nullable IncidentType type, Instant at) {
    return new Report(place, "", type, at.toEpochMilli() / 60_000.0, "");
  }

  /** Asks for all calls received in a span. */
  Measure measure(Instant from, Instant to, double threshold) {
    Random random = new Random(SEED);
    int seconds = 0;
    int found = 0;
    int first = 0;
    int wrong = 0;
    int alarmed = 0;
    int alarms = 0;
    for (Open call : calls) {
      if (call.received().isBefore(from) || !call.received().isBefore(to)) {
        continue;
      }
      seconds++;
      List<Open> suggested = second(call, random, threshold);
      boolean hit = suggested.contains(call);
      found += hit ? 1 : 0;
      first += !suggested.isEmpty() && suggested.getFirst() == call ? 1 : 0;
      wrong += suggested.size() - (hit ? 1 : 0);
      int toFirst = suggested(call.report(), call.received(), call.place(), call, threshold).size();
      alarmed += toFirst > 0 ? 1 : 0;
      alarms += toFirst;
    }
    return new Measure(seconds, found, first, wrong, seconds, alarmed, alarms);
  }

  private List<Open> second(Open call, Random random, double threshold) {
    Instant at = call.received().plusMillis(Math.round(random.nextDouble() * 600_000));
    boolean here = random.nextDouble() < 0.7;
    double metres = here ? random.nextDouble() * 150 : 100 + random.nextDouble() * 120;
    double angle = random.nextDouble() * 2 * Math.PI;
    double lat = call.place().lat() + metres * Math.cos(angle) / METRES_PER_DEGREE;
    double lon =
        call.place().lon()
            + metres * Math.sin(angle) / METRES_PER_DEGREE / Math.cos(Math.toRadians(lat));
    Point place = new Point(lat, lon);
    Report report = report(place, said(call.report().type(), random), at);
    return suggested(report, at, place, null, threshold);
  }

  /** The type a second caller names. */
  private @Nullable IncidentType said(@Nullable IncidentType truth, Random random) {
    if (truth == null) {
      return null;
    }
    List<IncidentType> confused =
        types.values().stream()
            .filter(
                t ->
                    t.confusedWith().contains(truth.code())
                        || truth.confusedWith().contains(t.code()))
            .sorted(Comparator.comparing(IncidentType::code))
            .toList();
    return random.nextDouble() < 0.3 && !confused.isEmpty()
        ? confused.get(random.nextInt(confused.size()))
        : truth;
  }

  private List<Open> suggested(
      Report asked, Instant at, Point place, @Nullable Open itself, double threshold) {
    record Scored(Open call, double score) {}
    List<Scored> scored = new ArrayList<>();
    for (Open call : calls) {
      if (call.received().isAfter(at)) {
        break;
      }
      boolean near =
          call != itself
              && !call.until().isBefore(at)
              && !call.received().isBefore(at.minus(WINDOW))
              && place.distanceTo(call.place()) <= RADIUS_METRES;
      if (near) {
        double score = DuplicateScore.of(asked, call.report()).probability();
        if (score >= threshold) {
          scored.add(new Scored(call, score));
        }
      }
    }
    return scored.stream()
        .sorted(Comparator.comparingDouble(Scored::score).reversed())
        .limit(SHOWN)
        .map(Scored::call)
        .toList();
  }
}
