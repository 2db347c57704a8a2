package org.tocsin.app.intake;

import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AddressId;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.PrecinctId;

/**
 * Where something is, as located.
 *
 * @param label the words of the locator, or the coordinates
 * @param lat degrees, WGS-84
 * @param lon degrees, WGS-84
 * @param precinct the precinct the point lies in, if any
 */
public record Place(
    String label,
    double lat,
    double lon,
    @Nullable AddressId addressId,
    @Nullable InPrecinct precinct) {

  /** The precinct and the agency that answers for it, if one does. */
  public record InPrecinct(PrecinctId id, String code, String name, @Nullable AgencyId agencyId) {}

  /**
   * @throws IllegalArgumentException if the coordinates cannot be a place
   */
  public Point point() {
    return new Point(lat, lon);
  }
}
