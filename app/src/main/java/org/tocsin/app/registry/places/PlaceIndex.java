package org.tocsin.app.registry.places;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.registry.Candidate;
import org.tocsin.app.registry.Locator;
import org.tocsin.app.registry.Nearest;
import org.tocsin.app.registry.NumberRange;
import org.tocsin.app.registry.Precinct;
import org.tocsin.app.registry.RoadSegment;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.PrecinctId;

/** Places in memory, ready to be found. Immutable and thread-safe once built. */
public final class PlaceIndex implements Locator {
  private static final double NEAR_METRES = 3000;
  private static final double NEAR_SHARE = 0.15;
  private static final double ADDRESS_REACH_METRES = 40;

  private final PlaceSearch search;
  private final PrecinctMap precincts;
  private final NearestPlaces<RoadSegment> roads;
  private final NearestPlaces<Place> addresses;
  private final StreetBook streets;

  private PlaceIndex(
      PlaceSearch search,
      PrecinctMap precincts,
      NearestPlaces<RoadSegment> roads,
      NearestPlaces<Place> addresses,
      StreetBook streets) {
    this.search = search;
    this.precincts = precincts;
    this.roads = roads;
    this.addresses = addresses;
    this.streets = streets;
  }

  /** Builds the index; takes about a second for a city. */
  public static PlaceIndex build(PlaceData data) {
    StreetBook streets = new StreetBook(data.segments(), data.crossings());
    List<Place> places = new ArrayList<>();
    Map<String, List<Place>> houses = new HashMap<>();
    for (PlaceData.AddressPoint address : data.addresses()) {
      Place place = Place.of(address);
      places.add(place);
      if (!address.street().isBlank()) {
        int street = streetOf(streets, address);
        houses.computeIfAbsent(street + "#" + place.number(), k -> new ArrayList<>()).add(place);
      }
    }
    List<Place> addresses = List.copyOf(places);
    data.landmarks().forEach(landmark -> places.addAll(Place.of(landmark)));
    NameIndex.Builder streetNames = new NameIndex.Builder();
    for (int i = 0; i < streets.size(); i++) {
      streetNames.add(streets.get(i).words());
    }
    NameIndex.Builder placeNames = new NameIndex.Builder();
    places.forEach(place -> placeNames.add(place.words()));
    List<RoadSegment> named = data.segments().stream().filter(s -> !s.street().isBlank()).toList();
    return new PlaceIndex(
        new PlaceSearch(streets, places, houses, streetNames.build(), placeNames.build()),
        new PrecinctMap(data.precincts()),
        new NearestPlaces<>(named, RoadSegment::line),
        new NearestPlaces<>(addresses, place -> List.of(place.point())),
        streets);
  }

  /** The street of an address; one is made where the road table does not know it. */
  private static int streetOf(StreetBook streets, PlaceData.AddressPoint address) {
    return streets.named(address.street()).stream()
        .min(
            Comparator.comparingDouble(
                (Integer i) -> streets.get(i).middle().distanceTo(address.point())))
        .orElseGet(
            () -> streets.add(new Street(address.street(), address.area(), address.point())));
  }

  @Override
  public List<Candidate> search(String text, @Nullable Point near, int limit) {
    Map<String, Candidate> best = new LinkedHashMap<>();
    for (PlaceText reading : PlaceTextReader.read(text)) {
      for (Candidate found : search.find(reading, near)) {
        Candidate ranked = ranked(found, near);
        best.merge(
            ranked.kind() + ranked.label() + Labels.point(ranked.point()),
            ranked,
            (a, b) -> a.score() >= b.score() ? a : b);
      }
    }
    return best.values().stream()
        .sorted(Comparator.comparingDouble(Candidate::score).reversed())
        .limit(Math.clamp(limit, 1, MAX_LIMIT))
        .map(this::withPrecinct)
        .toList();
  }

  private static Candidate ranked(Candidate found, @Nullable Point near) {
    if (near == null || found.kind() == Candidate.Kind.POINT) {
      return found;
    }
    double nearness = Math.exp(-found.point().distanceTo(near) / NEAR_METRES);
    double score = found.score() * (1 - NEAR_SHARE + NEAR_SHARE * nearness);
    return new Candidate(
        found.label(), found.kind(), found.point(), found.addressId(), score, null);
  }

  private Candidate withPrecinct(Candidate found) {
    return new Candidate(
        found.label(),
        found.kind(),
        found.point(),
        found.addressId(),
        Math.round(found.score() * 1000) / 1000.0,
        precincts.at(found.point()).orElse(null));
  }

  @Override
  public Nearest reverse(Point point) {
    Precinct precinct = precincts.at(point).orElse(null);
    Optional<NearestPlaces.Found<Place>> address = addresses.nearest(point);
    Optional<NearestPlaces.Found<RoadSegment>> road = roads.nearest(point);
    boolean atAddress =
        address.isPresent()
            && (road.isEmpty() || address.get().foot().metres() <= ADDRESS_REACH_METRES);
    if (atAddress) {
      Candidate candidate = address.get().item().candidate(1);
      return new Nearest(withPrecinct(candidate), address.get().foot().metres(), precinct);
    }
    return road.map(
            found -> new Nearest(withPrecinct(onRoad(found)), found.foot().metres(), precinct))
        .orElse(new Nearest(null, 0, precinct));
  }

  private Candidate onRoad(NearestPlaces.Found<RoadSegment> found) {
    RoadSegment segment = found.item();
    Street street =
        streets.named(segment.street()).stream()
            .map(streets::get)
            .filter(s -> s.segments().contains(segment))
            .findFirst()
            .orElseThrow();
    Point at = found.foot().point();
    NumberRange range = segment.left().isNone() ? segment.right() : segment.left();
    if (range.isNone()) {
      return new Candidate(street.label(), Candidate.Kind.STREET, at, null, 1, null);
    }
    int number =
        (int) Math.round(range.from() + (range.to() - range.from()) * found.foot().fraction());
    String label = Labels.block(street, street.isHan() ? number : number - number % 100);
    return new Candidate(label, Candidate.Kind.BLOCK, at, null, 1, null);
  }

  @Override
  public Optional<Precinct> precinctAt(Point point) {
    return precincts.at(point);
  }

  @Override
  public Optional<Precinct> findPrecinct(PrecinctId id) {
    return precincts.find(id);
  }

  /** How many streets, and how many places with a name or an address. */
  public String size() {
    return "%d streets, %d places".formatted(streets.size(), search.placeCount());
  }
}
