package org.tocsin.app.staff.internal;

import java.util.Set;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

/**
 * What must be known of an officer to let them act.
 *
 * @param credentialVersion raised when password or second factor change, or the account is shut:
 *     sessions opened under an earlier one end
 * @param secondFactorOn whether a one-time code is asked at sign-in
 * @param passwordChangeNeeded whether nothing else may be done before the password is changed
 */
public record Standing(
    OfficerId id,
    String signInName,
    String displayName,
    AgencyId agencyId,
    long credentialVersion,
    boolean disabled,
    boolean secondFactorOn,
    boolean passwordChangeNeeded,
    Set<String> roles) {
  public Standing {
    roles = Set.copyOf(roles);
  }

  @Override
  public String toString() {
    return "Standing[" + id + ", roles " + roles + "]";
  }
}
