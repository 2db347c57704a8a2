package org.tocsin.app.staff;

import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

/**
 * What other rooms may know of an officer.
 *
 * @param displayName a person's name: masked in {@link #toString()} so that it never lands in a log
 * @param badgeNumber 警号, if one is kept
 */
public record Officer(
    OfficerId id, String displayName, @Nullable String badgeNumber, AgencyId agencyId) {
  @Override
  public String toString() {
    return "Officer[" + id + ", agency " + agencyId + "]";
  }
}
