package org.tocsin.app.registry.places;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tocsin.app.registry.RoadSegment;
import org.tocsin.kernel.Point;

/** All streets: pieces of one name that lie together are one street. */
final class StreetBook {
  // Parks and hills interrupt streets of one name; two towns' Main Streets are further apart.
  private static final double SAME_STREET_METRES = 3000;
  private static final double SAME_CROSSING_METRES = 60;

  private final List<Street> streets = new ArrayList<>();
  private final Map<String, List<Integer>> byName = new HashMap<>();
  private final Map<String, Set<Integer>> atNode = new HashMap<>();
  private final Map<Integer, Map<Integer, Point>> named = new HashMap<>();

  StreetBook(List<RoadSegment> segments, List<PlaceData.Crossing> crossings) {
    Map<String, List<RoadSegment>> groups = new LinkedHashMap<>();
    for (RoadSegment segment : segments) {
      if (!segment.street().isBlank()) {
        groups
            .computeIfAbsent(Words.of(segment.street()).key(), k -> new ArrayList<>())
            .add(segment);
      }
    }
    for (List<RoadSegment> group : groups.values()) {
      for (List<RoadSegment> street : together(group)) {
        add(new Street(street.getFirst().street(), street));
      }
    }
    crossings.forEach(this::addCrossing);
  }

  int add(Street street) {
    int number = streets.size();
    streets.add(street);
    byName.computeIfAbsent(street.words().key(), k -> new ArrayList<>()).add(number);
    street
        .nodes()
        .keySet()
        .forEach(node -> atNode.computeIfAbsent(node, k -> new LinkedHashSet<>()).add(number));
    return number;
  }

  private void addCrossing(PlaceData.Crossing crossing) {
    for (int a : named(crossing.streetA())) {
      for (int b : named(crossing.streetB())) {
        if (a != b) {
          named.computeIfAbsent(a, k -> new HashMap<>()).putIfAbsent(b, crossing.point());
          named.computeIfAbsent(b, k -> new HashMap<>()).putIfAbsent(a, crossing.point());
        }
      }
    }
  }

  /** Streets of exactly this name. */
  List<Integer> named(String name) {
    return byName.getOrDefault(Words.of(name).key(), List.of());
  }

  Street get(int number) {
    return streets.get(number);
  }

  int size() {
    return streets.size();
  }

  /** The streets that meet a street, each with the crossings where they do. */
  Map<Integer, List<Point>> meeting(int number) {
    Map<Integer, List<Point>> met = new LinkedHashMap<>();
    streets
        .get(number)
        .nodes()
        .forEach(
            (node, point) -> {
              for (int other : atNode.getOrDefault(node, Set.of())) {
                if (other != number) {
                  met.computeIfAbsent(other, k -> new ArrayList<>()).add(point);
                }
              }
            });
    named
        .getOrDefault(number, Map.of())
        .forEach((other, point) -> met.computeIfAbsent(other, k -> List.of(point)));
    met.replaceAll((other, points) -> apart(points));
    return met;
  }

  /** The two nodes of a divided road's crossing are one crossing to a caller. */
  private static List<Point> apart(List<Point> points) {
    List<Point> kept = new ArrayList<>();
    for (Point p : points) {
      if (kept.stream().allMatch(k -> k.distanceTo(p) > SAME_CROSSING_METRES)) {
        kept.add(p);
      }
    }
    return kept;
  }

  private static List<List<RoadSegment>> together(List<RoadSegment> group) {
    List<List<RoadSegment>> streets = new ArrayList<>();
    for (RoadSegment segment : group) {
      List<List<RoadSegment>> touching = streets.stream().filter(s -> isNear(s, segment)).toList();
      if (touching.isEmpty()) {
        streets.add(new ArrayList<>(List.of(segment)));
      } else {
        List<RoadSegment> first = touching.getFirst();
        first.add(segment);
        for (List<RoadSegment> other : touching.subList(1, touching.size())) {
          first.addAll(other);
          streets.removeIf(s -> s == other);
        }
      }
    }
    return streets;
  }

  private static boolean isNear(List<RoadSegment> street, RoadSegment segment) {
    Point at = segment.line().getFirst();
    // From the back: files list a street's pieces in order, so the last is likely a neighbour.
    for (int i = street.size() - 1; i >= 0; i--) {
      Point other = street.get(i).line().getFirst();
      if (Math.abs(other.lat() - at.lat()) < 0.03 && other.distanceTo(at) <= SAME_STREET_METRES) {
        return true;
      }
    }
    return false;
  }
}
