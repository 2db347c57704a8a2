package org.tocsin.app.staff;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

/**
 * Who is on at an agency, from one instant to another (the end is not part of it).
 *
 * @param postId the post that is manned, if the shift names one
 * @param officers who is on
 * @param callSigns the units that are on, by call sign
 */
public record DutyShift(
    DutyShiftId id,
    AgencyId agencyId,
    @Nullable PostId postId,
    Instant startsAt,
    Instant endsAt,
    Set<OfficerId> officers,
    List<String> callSigns,
    @Nullable String note,
    long version) {
  public DutyShift {
    officers = Set.copyOf(officers);
    callSigns = List.copyOf(callSigns);
    if (!endsAt.isAfter(startsAt)) {
      throw new IllegalArgumentException("a shift ends after it starts");
    }
  }

  /** Whether the shift runs at that instant. */
  public boolean runsAt(Instant at) {
    return !at.isBefore(startsAt) && at.isBefore(endsAt);
  }
}
