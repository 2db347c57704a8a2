package org.tocsin.app.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Page;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.UnitId;
import org.tocsin.kernel.WhistleId;

/** Front door to whistles (A08): a station calls for specialists and must get a timed answer. */
public interface Whistles {
  /** What is asked for, and where. */
  record Call(
      @Nullable MatterId incidentId,
      WhistleView.@Nullable Spot place,
      String specialty,
      String text,
      @Nullable AgencyId from) {}

  /** Blows the whistle; it is addressed to the nearest agency up the tree with that specialty. */
  WhistleView blow(Call call, @Nullable String key);

  /**
   * Answers for the addressed agency; accepting may send units at once.
   *
   * @throws org.tocsin.app.foundation.Problem WHISTLE_ANSWERED
   */
  WhistleView answer(
      WhistleId id,
      boolean accept,
      @Nullable String reason,
      List<UnitId> units,
      @Nullable String key);

  WhistleView get(WhistleId id);

  /** Newest first. */
  Page<WhistleView> list(boolean openOnly, @Nullable String after, int limit);
}
