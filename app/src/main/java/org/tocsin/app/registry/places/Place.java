package org.tocsin.app.registry.places;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.registry.Candidate;
import org.tocsin.kernel.AddressId;
import org.tocsin.kernel.Point;

/**
 * A landmark's name or a standard address, ready for matching.
 *
 * @param number house number as written, without 号; empty for landmarks
 */
record Place(
    String label,
    Candidate.Kind kind,
    Words words,
    String area,
    String number,
    Point point,
    @Nullable AddressId addressId) {

  static Place of(PlaceData.AddressPoint address) {
    return new Place(
        address.text(),
        Candidate.Kind.ADDRESS,
        Words.of(address.text()),
        address.area(),
        number(address.number()),
        address.point(),
        address.id());
  }

  static List<Place> of(PlaceData.Landmark landmark) {
    List<Place> places = new ArrayList<>();
    List<String> names = new ArrayList<>(List.of(landmark.name()));
    names.addAll(landmark.otherNames());
    for (String name : names) {
      places.add(
          new Place(
              landmark.name(),
              Candidate.Kind.LANDMARK,
              Words.of(name),
              "",
              "",
              landmark.point(),
              null));
    }
    return places;
  }

  /** "12号" and "12 " are number "12". */
  static String number(String written) {
    String plain = Words.plain(written);
    return plain.endsWith("号") ? plain.substring(0, plain.length() - 1) : plain;
  }

  Candidate candidate(double score) {
    return new Candidate(label, kind, point, addressId, score, null);
  }
}
