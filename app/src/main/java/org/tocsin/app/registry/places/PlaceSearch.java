package org.tocsin.app.registry.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.registry.Candidate;
import org.tocsin.kernel.Point;

/** Finds the places that one reading of a text may mean. */
final class PlaceSearch {
  private static final int STREETS_TRIED = 12;
  private static final int CROSSING_STREETS_TRIED = 8;
  private static final int NEAR_MISSES_TRIED = 3;
  private static final int PLACES_SHOWN = 30;
  private static final double OTHER_AREA = 0.6;
  private static final double OTHER_BLOCK = 0.6;
  private static final double MEET_METRES = 120;
  private static final double WEAK = 0.9;
  private static final double GOOD = 0.8;

  private final StreetBook streets;
  private final List<Place> places;
  private final Map<String, List<Place>> houses;
  private final NameIndex streetNames;
  private final NameIndex placeNames;

  PlaceSearch(
      StreetBook streets,
      List<Place> places,
      Map<String, List<Place>> houses,
      NameIndex streetNames,
      NameIndex placeNames) {
    this.streets = streets;
    this.places = places;
    this.houses = houses;
    this.streetNames = streetNames;
    this.placeNames = placeNames;
  }

  int placeCount() {
    return places.size();
  }

  List<Candidate> find(PlaceText reading, @Nullable Point near) {
    return switch (reading) {
      case PlaceText.At at ->
          List.of(
              new Candidate(
                  Labels.point(at.point()), Candidate.Kind.POINT, at.point(), null, 1, null));
      case PlaceText.Block block -> blocks(block, near);
      case PlaceText.House house -> houses(house, near);
      case PlaceText.Crossing crossing -> crossings(crossing, near);
      case PlaceText.Name name -> names(name, near);
    };
  }

  private record Scored(int street, double score) {}

  /** The streets a name may mean, best first; of equals the nearer, then the longer. */
  private List<Scored> streets(String name, String area, @Nullable Point near, int limit) {
    Words typed = Words.of(name);
    List<Scored> scored = new ArrayList<>();
    for (int number : streetNames.find(typed)) {
      Street street = streets.get(number);
      double score = NameMatch.score(typed, street.words());
      if (!street.liesIn(area)) {
        score *= street.isHan() ? OTHER_AREA : WEAK;
      }
      if (score >= NameMatch.FLOOR) {
        scored.add(new Scored(number, score));
      }
    }
    return scored.stream().sorted(order(near)).limit(limit).toList();
  }

  private Comparator<Scored> order(@Nullable Point near) {
    Comparator<Scored> byScore = Comparator.comparingDouble(s -> -s.score());
    Comparator<Scored> byLength =
        Comparator.comparingInt(s -> -streets.get(s.street()).segments().size());
    if (near == null) {
      return byScore.thenComparing(byLength);
    }
    return byScore
        .thenComparing(
            Comparator.comparingDouble(
                (Scored s) -> streets.get(s.street()).middle().distanceTo(near)))
        .thenComparing(byLength);
  }

  private List<Candidate> blocks(PlaceText.Block asked, @Nullable Point near) {
    List<Candidate> found = new ArrayList<>();
    int block = asked.number() - asked.number() % 100;
    for (Scored hit : streets(asked.street(), asked.area(), near, STREETS_TRIED)) {
      Street street = streets.get(hit.street());
      Point at = street.block(asked.number());
      if (at != null) {
        found.add(candidate(Labels.block(street, block), Candidate.Kind.BLOCK, at, hit.score()));
      } else {
        int other = street.nearestBlock(asked.number());
        Point there = other < 0 ? null : street.block(other);
        double score = hit.score() * OTHER_BLOCK;
        found.add(
            there == null
                ? candidate(street.label(), Candidate.Kind.STREET, street.middle(), score)
                : candidate(Labels.block(street, other), Candidate.Kind.BLOCK, there, score));
      }
    }
    return found;
  }

  private List<Candidate> houses(PlaceText.House asked, @Nullable Point near) {
    List<Candidate> found = new ArrayList<>();
    for (Scored hit : streets(asked.street(), asked.area(), near, STREETS_TRIED)) {
      Street street = streets.get(hit.street());
      List<Place> known = houses.getOrDefault(hit.street() + "#" + asked.number(), List.of());
      known.forEach(place -> found.add(place.candidate(hit.score())));
      Point at = known.isEmpty() ? street.house(asked.number()) : null;
      if (at != null) {
        String label = Labels.house(street, asked.number(), asked.detail());
        found.add(candidate(label, Candidate.Kind.ADDRESS, at, hit.score() * 0.99));
      } else if (known.isEmpty()) {
        Point block = street.block(asked.number());
        double score = hit.score() * (block == null ? OTHER_BLOCK : 0.95);
        int number = asked.number() - asked.number() % 100;
        found.add(
            block == null
                ? candidate(street.label(), Candidate.Kind.STREET, street.middle(), score)
                : candidate(Labels.block(street, number), Candidate.Kind.BLOCK, block, score));
      }
    }
    return found;
  }

  private List<Candidate> crossings(PlaceText.Crossing asked, @Nullable Point near) {
    List<Candidate> found = meeting(asked, near);
    if (!asked.b().isEmpty() && found.stream().noneMatch(c -> c.score() > WEAK)) {
      found.addAll(almostMeeting(asked, near));
    }
    return found;
  }

  private List<Candidate> meeting(PlaceText.Crossing asked, @Nullable Point near) {
    List<Scored> first = streets(asked.a(), asked.area(), near, CROSSING_STREETS_TRIED);
    Words other = Words.of(asked.b());
    List<Candidate> found = new ArrayList<>();
    for (Scored a : first) {
      streets
          .meeting(a.street())
          .forEach(
              (number, points) -> {
                Street b = streets.get(number);
                double fit = other.isEmpty() ? 0.9 : NameMatch.score(other, b.words());
                if (fit >= NameMatch.FLOOR) {
                  String label = Labels.crossing(streets.get(a.street()), b);
                  double score = (a.score() + fit) / 2;
                  points.forEach(
                      p -> found.add(candidate(label, Candidate.Kind.INTERSECTION, p, score)));
                }
              });
    }
    return found;
  }

  /** Streets that come close without a common node, as at bridges and divided roads. */
  private List<Candidate> almostMeeting(PlaceText.Crossing asked, @Nullable Point near) {
    List<Candidate> found = new ArrayList<>();
    List<Scored> first = streets(asked.a(), asked.area(), near, NEAR_MISSES_TRIED);
    for (Scored b : streets(asked.b(), asked.area(), near, NEAR_MISSES_TRIED)) {
      for (Scored a : first) {
        Gap gap = Gap.between(streets.get(a.street()), streets.get(b.street()));
        if (a.street() != b.street() && gap.metres() <= MEET_METRES) {
          String label = Labels.crossing(streets.get(a.street()), streets.get(b.street()));
          double score = (a.score() + b.score()) / 2 * WEAK;
          found.add(candidate(label, Candidate.Kind.INTERSECTION, gap.middle(), score));
        }
      }
    }
    return found;
  }

  private List<Candidate> names(PlaceText.Name asked, @Nullable Point near) {
    List<Candidate> found = new ArrayList<>();
    List<Scored> hits = streets(asked.text(), asked.area(), near, PLACES_SHOWN);
    for (Scored hit : hits) {
      Street street = streets.get(hit.street());
      found.add(candidate(street.label(), Candidate.Kind.STREET, street.middle(), hit.score()));
    }
    Words typed = Words.of(asked.text());
    for (int number : placeNames.find(typed)) {
      Place place = places.get(number);
      double score = NameMatch.score(typed, place.words());
      if (!asked.area().isEmpty() && !place.area().isEmpty()) {
        score *= Gap.overlap(asked.area(), place.area()) ? 1 : OTHER_AREA;
      }
      if (score >= NameMatch.FLOOR) {
        found.add(place.candidate(score));
      }
    }
    if (mayHideCrossing(asked.text(), typed) && found.stream().noneMatch(c -> c.score() > GOOD)) {
      found.addAll(unmarkedCrossings(typed.all(), near));
    }
    return found;
  }

  private static boolean mayHideCrossing(String text, Words typed) {
    return !typed.isHan()
        && typed.major().size() >= 2
        && text.chars().noneMatch(c -> "/\\&@+:".indexOf(c) >= 0);
  }

  /** "grove laguna": two streets with nothing between them. */
  private List<Candidate> unmarkedCrossings(List<String> words, @Nullable Point near) {
    List<Candidate> found = new ArrayList<>();
    for (int cut = 1; cut < Math.min(words.size(), 4); cut++) {
      String a = String.join(" ", words.subList(0, cut));
      String b = String.join(" ", words.subList(cut, words.size()));
      for (Candidate c : meeting(new PlaceText.Crossing(a, b, ""), near)) {
        found.add(candidate(c.label(), c.kind(), c.point(), c.score() * 0.97));
      }
    }
    return found;
  }

  private static Candidate candidate(String label, Candidate.Kind kind, Point point, double score) {
    return new Candidate(label, kind, point, null, score, null);
  }
}
