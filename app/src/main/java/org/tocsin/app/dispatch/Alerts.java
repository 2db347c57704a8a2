package org.tocsin.app.dispatch;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Page;
import org.tocsin.kernel.MatterId;

/** Front door to overdue steps. */
public interface Alerts {
  /** The open alerts in scope, the longest overdue first. */
  Page<AlertView> open(@Nullable String after, int limit);

  /** The open alerts of one incident. */
  List<AlertView> of(MatterId incident);
}
