package org.tocsin.app.staff.web;

import java.util.List;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

/**
 * Who is signed in and what they may do.
 *
 * @param secondFactor OFF: none needed; REQUIRED: give the code and sign in again; ENROLL: set one
 *     up before any work; ON
 * @param locked whether the screen is locked
 * @param idleLockMinutes after how long without a touch it locks by itself
 * @param passwordChangeNeeded whether the password must be changed before any work
 */
record SessionView(
    OfficerView officer,
    List<String> roles,
    List<String> permissions,
    SecondFactor secondFactor,
    boolean locked,
    int idleLockMinutes,
    boolean passwordChangeNeeded) {
  /** How the officer stands to one-time codes. */
  enum SecondFactor {
    OFF,
    REQUIRED,
    ENROLL,
    ON
  }

  /** The officer. */
  record OfficerView(
      OfficerId id,
      String signInName,
      String displayName,
      AgencyId agencyId,
      String agencyName,
      String agencyNameEn) {
    @Override
    public String toString() {
      return "OfficerView[" + id + "]";
    }
  }
}
