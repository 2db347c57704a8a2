package org.tocsin.app.matter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;

/**
 * One line of an inbox: a matter or an incident that waits for somebody. Holds no personal data.
 *
 * @param dueAt when the next of its clocks is due; null where none runs
 * @param clock that clock's name
 */
public record InboxLine(
    Type type,
    MatterId id,
    String number,
    String kind,
    Text kindNames,
    String title,
    String state,
    Text stateNames,
    boolean open,
    @Nullable Instant dueAt,
    @Nullable String clock,
    @Nullable Text clockNames,
    boolean overdue,
    MatterView.@Nullable Handler handler,
    AgencyId agencyId,
    String agencyName,
    Instant updatedAt,
    @Nullable ExerciseId exerciseId,
    long version) {
  /** What it is. */
  public enum Type {
    MATTER,
    INCIDENT
  }
}
