package org.tocsin.app.matter;

import java.util.List;
import org.tocsin.app.foundation.Text;

/**
 * The states of an incident and the moves between them, for people to read.
 *
 * @param start the state a new incident is in
 */
public record StateMap(
    IncidentState start, List<State> states, List<Action> actions, List<Move> moves) {
  /** A state; open means that something is still to be done. */
  public record State(IncidentState code, Text name, boolean open) {}

  /** What can be done. */
  public record Action(IncidentAction code, Text name) {}

  /** One line of the table. */
  public record Move(IncidentState from, IncidentAction action, IncidentState to) {}
}
