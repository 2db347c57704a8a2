package org.tocsin.app.intake;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.registry.Locator;
import org.tocsin.kernel.Point;

/**
 * Makes places out of what clients send: checked, and with the precinct that the registry knows.
 */
@Component
public class Places {
  private static final int LABEL_LIMIT = 300;
  private final Locator locator;

  Places(Locator locator) {
    this.locator = locator;
  }

  /** A bare pair of coordinates; null when both are missing. */
  public @Nullable Place at(@Nullable Double lat, @Nullable Double lon) {
    if (lat == null && lon == null) {
      return null;
    }
    if (lat == null || lon == null) {
      throw Problem.invalid(lat == null ? "lat" : "lon", "required");
    }
    return checked(new Place("", lat, lon, null, null), "");
  }

  /**
   * The place with its precinct looked up anew: the client's word for it is not taken.
   *
   * @param field the path of the place in the input, for the error
   */
  public Place checked(Place place, String field) {
    String prefix = field.isEmpty() ? "" : field + ".";
    if (!Point.isValid(place.lat(), place.lon())) {
      boolean lat = Math.abs(place.lat()) <= 90;
      throw Problem.invalid(prefix + (lat ? "lon" : "lat"), "latlon");
    }
    String label = Limits.text(prefix + "label", place.label(), LABEL_LIMIT);
    var precinct =
        locator
            .precinctAt(place.point())
            .map(p -> new Place.InPrecinct(p.id(), p.code(), p.name(), p.agencyId()))
            .orElse(null);
    String words = label.isBlank() ? "%.5f, %.5f".formatted(place.lat(), place.lon()) : label;
    return new Place(words, place.lat(), place.lon(), place.addressId(), precinct);
  }
}
