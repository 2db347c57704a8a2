package org.tocsin.exercise.city;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.feed.CallRecord;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.feed.Stamp;
import org.tocsin.exercise.feed.UnitResponse;
import org.tocsin.kernel.Quantiles;

/**
 * How often and how long, counted from a real log: only sums and quantiles, no record of it. {@code
 * exercise rates FEED} writes {@code packs/city/rates.yaml} anew.
 *
 * @param source the log they were counted from
 * @param calls how many calls it has
 * @param days how many days it spans
 * @param perHour calls per hour, by local hour of the day
 * @param types share of the calls by our type code
 * @param spreads seconds at the quantiles {@link #AT}, by name of the interval
 */
public record Rates(
    String source,
    int calls,
    double days,
    List<Double> perHour,
    Map<String, Double> types,
    Map<String, List<Long>> spreads) {
  /** The quantiles kept of every interval. */
  public static final List<Double> AT = List.of(0.05, 0.1, 0.25, 0.5, 0.75, 0.9, 0.95);

  public static final String RECEIVED_TO_ENTERED = "receivedToEntered";
  public static final String ENTERED_TO_DISPATCHED = "enteredToDispatched";
  public static final String DISPATCHED_TO_DEPARTED = "dispatchedToDeparted";
  public static final String SCENE_TO_TRANSPORT = "sceneToTransport";
  public static final String HOSPITAL_TO_CLEARED = "hospitalToCleared";

  /** Followed by a type code: arrival to being free again, of units that took nobody away. */
  public static final String ON_SCENE = "onScene.";

  private static final int FEWEST = 20;

  /** The shipped rates. */
  public static Rates shipped() {
    return Pack.read("packs/city/rates.yaml", Rates.class);
  }

  /** The length of an interval at a share of all that were counted; null if it was not counted. */
  public @Nullable Duration at(String interval, double share) {
    List<Long> values = spreads.get(interval);
    if (values == null) {
      return null;
    }
    for (int i = 0; i < AT.size(); i++) {
      if (share <= AT.get(i)) {
        long least = i == 0 ? values.get(0) : values.get(i - 1);
        double from = i == 0 ? 0 : AT.get(i - 1);
        double part = (share - from) / (AT.get(i) - from);
        return Duration.ofMillis(Math.round(1000 * (least + (values.get(i) - least) * part)));
      }
    }
    return Duration.ofSeconds(values.getLast());
  }

  /** Counts a feed. */
  public static Rates of(Feed feed, String source) {
    int[] hours = new int[24];
    Map<String, Integer> types = new TreeMap<>();
    Map<String, List<Long>> lengths = new TreeMap<>();
    for (CallRecord call : feed.calls()) {
      hours[call.received().atZone(feed.mapping().zone()).getHour()]++;
      types.merge(call.typeCode(), 1, Integer::sum);
      add(lengths, RECEIVED_TO_ENTERED, call.received(), call.entered());
      call.units().stream()
          .map(UnitResponse::dispatched)
          .min(java.util.Comparator.naturalOrder())
          .ifPresent(first -> add(lengths, ENTERED_TO_DISPATCHED, call.entered(), first));
      call.units().forEach(unit -> count(lengths, call, unit));
    }
    double days =
        Math.ceil(
            Duration.between(feed.first(), feed.calls().getLast().received()).toHours() / 24.0);
    int calls = feed.calls().size();
    Map<String, Double> shares = new TreeMap<>();
    types.forEach((type, n) -> shares.put(type, round(n / (double) calls, 4)));
    Map<String, List<Long>> spreads = new TreeMap<>();
    lengths.forEach(
        (name, list) -> {
          if (list.size() >= FEWEST) {
            spreads.put(name, quantiles(list));
          }
        });
    List<Double> perHour = Arrays.stream(hours).mapToObj(n -> round(n / days, 2)).toList();
    return new Rates(source, calls, days, perHour, shares, spreads);
  }

  private static void count(Map<String, List<Long>> lengths, CallRecord call, UnitResponse unit) {
    add(lengths, DISPATCHED_TO_DEPARTED, unit.dispatched(), unit.at(Stamp.DEPARTED));
    add(lengths, SCENE_TO_TRANSPORT, unit.at(Stamp.ARRIVED), unit.at(Stamp.TRANSPORTING));
    add(lengths, HOSPITAL_TO_CLEARED, unit.at(Stamp.AT_DESTINATION), unit.at(Stamp.CLEARED));
    if (unit.at(Stamp.TRANSPORTING) == null) {
      add(lengths, ON_SCENE + call.typeCode(), unit.at(Stamp.ARRIVED), unit.at(Stamp.CLEARED));
    }
  }

  private static void add(
      Map<String, List<Long>> lengths,
      String name,
      java.time.@Nullable Instant from,
      java.time.@Nullable Instant to) {
    if (from != null && to != null && !to.isBefore(from)) {
      lengths
          .computeIfAbsent(name, n -> new ArrayList<>())
          .add(Duration.between(from, to).toSeconds());
    }
  }

  private static List<Long> quantiles(List<Long> lengths) {
    long[] sorted = lengths.stream().mapToLong(Long::longValue).sorted().toArray();
    return AT.stream().map(p -> Quantiles.nearestRank(sorted, p).orElseThrow()).toList();
  }

  private static double round(double value, int places) {
    double scale = Math.pow(10, places);
    return Math.round(value * scale) / scale;
  }

  /** As {@code packs/city/rates.yaml}. */
  public String yaml() {
    StringBuilder out = new StringBuilder();
    out.append("# Rates and spreads for the generated city, counted from a real log by\n");
    out.append("#   exercise rates FEED\n");
    out.append(
        "# Sums and quantiles only; no record of the log is here. Numbers: calls per hour by\n");
    out.append("# local hour (total / days); share of calls by type; seconds at the quantiles\n");
    out.append("# ")
        .append(AT)
        .append(" (nearest rank) of each interval, over all rows that have\n");
    out.append("# both ends in order; intervals with fewer than ").append(FEWEST);
    out.append(" rows are left out.\n");
    out.append("source: \"").append(source).append("\"\n");
    out.append("calls: ").append(calls).append('\n');
    out.append("days: ").append(String.format(Locale.ROOT, "%.0f", days)).append('\n');
    out.append("perHour: ").append(perHour).append('\n');
    out.append("types: ").append(map(types)).append('\n');
    out.append("spreads:\n");
    spreads.forEach((name, s) -> out.append("  ").append(name).append(": ").append(s).append('\n'));
    return out.toString();
  }

  private static String map(Map<String, Double> shares) {
    return new TreeMap<>(shares)
        .entrySet().stream()
            .map(e -> e.getKey() + ": " + String.format(Locale.ROOT, "%.4f", e.getValue()))
            .collect(Collectors.joining(", ", "{", "}"));
  }
}
