package org.tocsin.app.registry.places;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;
import org.tocsin.app.registry.Precinct;
import org.tocsin.app.registry.RoadSegment;
import org.tocsin.kernel.AddressId;
import org.tocsin.kernel.Point;

/**
 * All that a place index is built from.
 *
 * @param segments streets with their number ranges; also those that may not be driven
 * @param crossings crossings the street table does not show by itself
 * @param landmarks places known by name
 * @param addresses standard addresses
 * @param precincts polygons
 */
public record PlaceData(
    List<RoadSegment> segments,
    List<Crossing> crossings,
    List<Landmark> landmarks,
    List<AddressPoint> addresses,
    List<PrecinctArea> precincts) {

  /** Streets only. */
  public static PlaceData ofStreets(List<RoadSegment> segments) {
    return new PlaceData(segments, List.of(), List.of(), List.of(), List.of());
  }

  /** Where two streets meet, by their names. */
  public record Crossing(String streetA, String streetB, Point point) {}

  /**
   * A place known by name.
   *
   * @param otherNames further names, also found
   * @param category free text such as "hospital"; may be empty
   */
  public record Landmark(String name, List<String> otherNames, String category, Point point) {}

  /**
   * A standard address.
   *
   * @param text the whole address for people
   * @param area province, city, district and town in one text; may be empty
   * @param street street name; may be empty
   * @param number house number as written, such as "12" or "12-3"; may be empty
   */
  public record AddressPoint(
      AddressId id, String text, String area, String street, String number, Point point) {}

  /**
   * A precinct with its ground.
   *
   * @param agencyCode the code its file names, kept for when the agency is made later
   * @param ground polygon or multipolygon, x = longitude, y = latitude
   */
  public record PrecinctArea(Precinct precinct, @Nullable String agencyCode, Geometry ground) {}
}
