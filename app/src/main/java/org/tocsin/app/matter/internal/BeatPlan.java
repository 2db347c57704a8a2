package org.tocsin.app.matter.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.matter.AreaCount;
import org.tocsin.app.matter.Beat;
import org.tocsin.app.matter.IncidentType;
import org.tocsin.kernel.AgencyId;

/**
 * Deals rounds of patrol among precincts by what happened there, by largest remainder, so that the
 * rounds dealt are exactly those there are. Every precinct gets one round before any gets two, as
 * far as they go.
 */
final class BeatPlan {
  private static final Set<IncidentType.Group> PLANNED =
      EnumSet.of(IncidentType.Group.CRIME, IncidentType.Group.PUBLIC_ORDER);
  private static final int BANDS = 4;

  private record Precinct(AgencyId agency, @Nullable String code, @Nullable String name) {}

  private record Area(Precinct precinct, long[] bands) {
    long count() {
      return Arrays.stream(bands).sum();
    }
  }

  private BeatPlan() {}

  /** The precincts where something happened, those with most first. */
  static List<Beat> of(List<AreaCount> counts, int rounds) {
    Map<Precinct, long[]> bands = new LinkedHashMap<>();
    for (AreaCount c : counts) {
      if (PLANNED.contains(c.group())) {
        Precinct precinct = new Precinct(c.agencyId(), c.precinctCode(), c.precinctName());
        bands.computeIfAbsent(precinct, p -> new long[BANDS])[c.band()] += c.count();
      }
    }
    List<Area> areas = new ArrayList<>();
    bands.forEach((precinct, sums) -> areas.add(new Area(precinct, sums)));
    areas.sort(
        Comparator.comparingLong(Area::count)
            .reversed()
            .thenComparing(a -> a.precinct().agency().toString())
            .thenComparing(a -> String.valueOf(a.precinct().code())));
    int[] dealt = deal(areas.stream().mapToLong(Area::count).toArray(), rounds);
    return IntStream.range(0, areas.size()).mapToObj(i -> beat(areas.get(i), dealt[i])).toList();
  }

  private static Beat beat(Area area, int rounds) {
    Precinct p = area.precinct();
    List<Long> bands = Arrays.stream(area.bands()).boxed().toList();
    return new Beat(p.agency(), p.code(), p.name(), bands, area.count(), rounds);
  }

  /** In whole numbers throughout, so that no rounding loses or makes a round. */
  private static int[] deal(long[] counts, int rounds) {
    int[] dealt = new int[counts.length];
    long total = Arrays.stream(counts).sum();
    int first = Math.min(rounds, counts.length);
    Arrays.fill(dealt, 0, first, 1);
    long left = rounds - first;
    if (total == 0 || left <= 0) {
      return dealt;
    }
    long spare = left;
    for (int i = 0; i < counts.length; i++) {
      long whole = left * counts[i] / total;
      dealt[i] += (int) whole;
      spare -= whole;
    }
    IntStream.range(0, counts.length)
        .boxed()
        .sorted(
            Comparator.comparingLong((Integer i) -> left * counts[i] % total)
                .reversed()
                .thenComparing(i -> -counts[i]))
        .limit(spare)
        .forEach(i -> dealt[i]++);
    return dealt;
  }
}
