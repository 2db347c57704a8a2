package org.tocsin.app.staff.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.staff.Officer;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

/**
 * An officer as the administrators see them. Names and numbers of a person are masked in {@link
 * #toString()}.
 *
 * @param externalSubject who they are at the identity provider, where one is used
 * @param disabledAt since when the account is shut; null while it is open
 */
public record OfficerRecord(
    OfficerId id,
    String signInName,
    String displayName,
    @Nullable String badgeNumber,
    @Nullable String phone,
    AgencyId agencyId,
    @Nullable String externalSubject,
    List<String> roles,
    boolean secondFactorOn,
    @Nullable Instant disabledAt,
    long version) {
  public OfficerRecord {
    roles = List.copyOf(roles);
  }

  OfficerRecord withPhone(String other) {
    return new OfficerRecord(
        id,
        signInName,
        displayName,
        badgeNumber,
        other,
        agencyId,
        externalSubject,
        roles,
        secondFactorOn,
        disabledAt,
        version);
  }

  Officer officer() {
    return new Officer(id, displayName, badgeNumber, agencyId);
  }

  @Override
  public String toString() {
    return "OfficerRecord[" + id + ", agency " + agencyId + ", roles " + roles + "]";
  }
}
