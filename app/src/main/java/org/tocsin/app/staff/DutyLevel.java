package org.tocsin.app.staff;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;

/**
 * A duty level set for an area, which is an agency and all below it: who, why, from when until when
 * (A11).
 *
 * @param levelCode of {@code packs/duty-levels.yaml}
 * @param until when it ends by itself
 * @param endedAt null while it holds
 * @param endReason why it was lifted before its time; null otherwise
 * @param exerciseId set where it holds in an exercise only
 */
public record DutyLevel(
    DutyLevelId id,
    AgencyId agencyId,
    String levelCode,
    String reason,
    Instant startsAt,
    Instant until,
    String setBy,
    @Nullable Instant endedAt,
    @Nullable String endedBy,
    @Nullable End endKind,
    @Nullable String endReason,
    @Nullable ExerciseId exerciseId,
    long version) {
  /** How it came to an end. */
  public enum End {
    REPLACED,
    EXPIRED,
    LIFTED
  }

  public DutyLevel {
    if (!until.isAfter(startsAt)) {
      throw new IllegalArgumentException("a duty level ends after it starts");
    }
  }
}
