package org.tocsin.exercise.city;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The calls of the city, hour by hour: the same for the same seed and hour, so that a driver that
 * is started again goes on where it was. How many come in an hour follows the real log.
 */
public final class Demand {
  /** Where the city's clocks are set. */
  public static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");

  private static final String FAMILY = "赵钱孙李周吴郑王冯陈杨朱秦许何吕张孔曹严";
  private static final int KEPT_HOURS = 6;

  private final long seed;
  private final City city;
  private final Rates rates;
  private final Story.Book book;
  private final Describing describing;
  private final double policeWeights;
  private final Map<Long, List<PlannedCall>> hours = new ConcurrentHashMap<>();

  public Demand(long seed, City city, Rates rates, Story.Book book) {
    this.seed = seed;
    this.city = city;
    this.rates = rates;
    this.book = book;
    this.describing = new Describing(city);
    this.policeWeights =
        book.stories().stream().filter(s -> !s.real()).mapToDouble(Story::weight).sum();
  }

  public Story.Book book() {
    return book;
  }

  public Rates rates() {
    return rates;
  }

  /** The calls from one instant (included) to another (not), in order. */
  public List<PlannedCall> between(Instant from, Instant to) {
    List<PlannedCall> calls = new ArrayList<>();
    // A second call may come in the hour after its first.
    for (long hour = hour(from) - 1; hour <= hour(to); hour++) {
      calls.addAll(hour(hour));
    }
    calls.removeIf(c -> c.at().isBefore(from) || !c.at().isBefore(to));
    calls.sort(Comparator.comparing(PlannedCall::at).thenComparing(PlannedCall::reference));
    return calls;
  }

  /** The call of a reference, or null if it is not one of this city's. */
  public @Nullable PlannedCall find(String reference) {
    String[] parts = reference.split("-");
    if (parts.length < 3 || !parts[0].equals("C" + seed) || !parts[1].matches("[0-9]{1,9}")) {
      return null;
    }
    return hour(Long.parseLong(parts[1])).stream()
        .filter(c -> c.reference().equals(reference))
        .findFirst()
        .orElse(null);
  }

  /** Calls to begin with when nothing has happened yet: {@code count} of them, all incidents. */
  public List<PlannedCall> opening(Instant at, int count) {
    List<PlannedCall> calls = new ArrayList<>();
    for (long hour = hour(at) - 1; calls.size() < count; hour--) {
      hour(hour).stream()
          .filter(c -> c.story() != null && c.about() == null && !c.hangsUp())
          .limit(count - calls.size())
          .forEach(calls::add);
    }
    return calls;
  }

  private static long hour(Instant at) {
    return at.getEpochSecond() / 3600;
  }

  private List<PlannedCall> hour(long hour) {
    hours.keySet().removeIf(h -> Math.abs(h - hour) > KEPT_HOURS);
    return hours.computeIfAbsent(hour, this::plan);
  }

  private List<PlannedCall> plan(long hour) {
    Instant start = Instant.ofEpochSecond(hour * 3600);
    int local = start.atZone(ZONE).getHour();
    double expected = rates.perHour().get(local) * book.scale();
    int count = Chance.of(seed, "hour", hour).poisson(expected);
    List<PlannedCall> calls = new ArrayList<>();
    for (int n = 0; n < count; n++) {
      String reference = "C%d-%d-%02d".formatted(seed, hour, n);
      Chance chance = Chance.of(seed, "call", hour, n);
      Instant at =
          start
              .plus(Duration.ofMillis((long) (chance.share() * 3_600_000)))
              .truncatedTo(ChronoUnit.MILLIS);
      PlannedCall call = call(reference, at, local, chance);
      calls.add(call);
      Story story = call.story();
      if (story != null && chance.happens(story.again())) {
        calls.add(again(call, story, chance));
      }
    }
    return List.copyOf(calls);
  }

  private PlannedCall call(String reference, Instant at, int hour, Chance chance) {
    double kind = chance.share();
    boolean hangsUp = kind < book.hangUpShare();
    boolean nuisance = !hangsUp && kind < book.hangUpShare() + book.nuisanceShare();
    Story story = hangsUp || nuisance ? null : story(hour, chance);
    Spot where = where(chance);
    String vaguely = describing.vaguely(where, chance);
    String says =
        hangsUp
            ? ""
            : story == null
                ? chance.pick(book.nuisance())
                : chance.pick(story.texts()).replace("{place}", vaguely);
    return new PlannedCall(
        reference,
        at,
        chance.happens(0.93) ? "PHONE_110" : "SMS",
        caller(chance),
        phone(chance),
        says,
        vaguely,
        describing.clearly(where, chance),
        story,
        where,
        null,
        hangsUp);
  }

  /** The same once more: another person who sees it, or the first one who will not wait. */
  private PlannedCall again(PlannedCall first, Story story, Chance chance) {
    boolean other = !story.second().isEmpty() && chance.happens(0.75);
    String vaguely = other ? describing.vaguely(first.where(), chance) : first.vaguely();
    String says = chance.pick(other ? story.second() : book.stillWaiting());
    return new PlannedCall(
        first.reference() + "-again",
        first.at().plusSeconds((long) chance.between(other ? 60 : 240, other ? 300 : 600)),
        "PHONE_110",
        other ? caller(chance) : first.caller(),
        other ? phone(chance) : first.phone(),
        says.replace("{place}", vaguely),
        vaguely,
        first.clearly(),
        story,
        first.where(),
        first.reference(),
        false);
  }

  private Story story(int hour, Chance chance) {
    List<Double> weights =
        book.stories().stream()
            .map(s -> s.weightAt(hour, rates, policeWeights, book.policeShare()))
            .toList();
    double left = chance.share() * weights.stream().mapToDouble(Double::doubleValue).sum();
    for (int i = 0; i < weights.size(); i++) {
      left -= weights.get(i);
      if (left < 0) {
        return book.stories().get(i);
      }
    }
    return book.stories().getLast();
  }

  /** More happens in the old town and on great streets. */
  private Spot where(Chance chance) {
    Block best = chance.pick(city.blocks());
    Block other = chance.pick(city.blocks());
    if (weight(other) > weight(best) && chance.happens(0.7)) {
      best = other;
    }
    return new Spot(best, Math.round(chance.between(0.05, 0.95) * 100) / 100.0);
  }

  private double weight(Block block) {
    boolean oldTown = city.precincts().get(block.precinct()).districtCode().equals("QL-GC");
    return (oldTown ? 2 : 1) + (block.kind() == RoadKind.RESIDENTIAL ? 0 : 1);
  }

  private static String caller(Chance chance) {
    String name = "" + FAMILY.charAt(chance.below(FAMILY.length()));
    return name + (chance.happens(0.5) ? "先生" : "女士");
  }

  /** Numbers that no network gives out. */
  private static String phone(Chance chance) {
    return "1000000%04d".formatted(chance.below(10_000));
  }

  /** The first call of what a call is about. */
  public PlannedCall first(PlannedCall call) {
    String about = call.about();
    return about == null ? call : Objects.requireNonNullElse(find(about), call);
  }
}
