package org.tocsin.app.matter.internal;

import java.util.Collection;
import org.tocsin.app.matter.IncidentAction;
import org.tocsin.app.matter.IncidentState;

/**
 * The state of an open incident, from what its units have done. A pure function of the set of
 * facts: whatever order they come in, the state is the same in the end.
 */
final class DerivedState {
  private DerivedState() {}

  /** The state that the tasks of the current round give. */
  static IncidentState of(Collection<Task> tasks) {
    if (tasks.stream().anyMatch(t -> t.fedBackAt() != null)) {
      return IncidentState.FED_BACK;
    }
    if (tasks.stream().anyMatch(t -> t.arrivedAt() != null)) {
      return IncidentState.ON_SCENE;
    }
    boolean sent = tasks.stream().anyMatch(t -> t.withdrawnAt() == null);
    return sent ? IncidentState.DISPATCHED : IncidentState.CREATED;
  }

  /** The action that reaches a derived state, to be looked up in the table of transitions. */
  static IncidentAction actionTo(IncidentState state) {
    return switch (state) {
      case CREATED -> IncidentAction.STAND_DOWN;
      case DISPATCHED -> IncidentAction.DISPATCH;
      case ON_SCENE -> IncidentAction.ARRIVE;
      case FED_BACK -> IncidentAction.FEED_BACK;
      case CLOSED, MERGED -> throw new IllegalArgumentException(state + " is not derived");
    };
  }
}
