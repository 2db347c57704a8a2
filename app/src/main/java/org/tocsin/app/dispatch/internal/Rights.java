package org.tocsin.app.dispatch.internal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;

/** Who may do what with assignments. What lies out of sight is not found. */
@Component
class Rights {
  private final UnitBoard board;

  Rights(UnitBoard board) {
    this.board = board;
  }

  /** Whether the actor sees the assignment: it commands the unit or answers for the incident. */
  boolean sees(Actor actor, AssignmentRow row) {
    return actor.scope().coversAny(List.of(row.unitAgency(), row.incidentAgency()))
        || isDeviceOf(actor, row);
  }

  /** The actor, who may command the assignment: cancel, divert. */
  Actor commands(AssignmentRow row) {
    Actor actor = seen(row);
    if (!actor.may(Permission.DISPATCH)) {
      throw Problem.forbidden(Permission.DISPATCH);
    }
    return actor;
  }

  /**
   * The actor, who may report for the unit: a dispatcher of either side, the crew, an officer of
   * the unit's own agency, its device, a partner's program over that agency.
   */
  Actor reports(AssignmentRow row) {
    Actor actor = seen(row);
    if (actor.may(Permission.DISPATCH) || isDeviceOf(actor, row)) {
      return actor;
    }
    if (!actor.may(Permission.UNIT_REPORT) || !isOwn(actor, row)) {
      throw Problem.forbidden(Permission.UNIT_REPORT);
    }
    return actor;
  }

  private Actor seen(AssignmentRow row) {
    Actor actor = Acting.current();
    if (!sees(actor, row)) {
      throw Problem.notFound("assignment", row.id());
    }
    return actor;
  }

  private boolean isOwn(Actor actor, AssignmentRow row) {
    return switch (actor.kind()) {
      case PARTNER -> actor.scope().covers(row.unitAgency());
      case OFFICER -> row.unitAgency().equals(actor.agency()) || isCrew(actor, row);
      case DEVICE, SYSTEM -> false;
    };
  }

  private boolean isCrew(Actor actor, AssignmentRow row) {
    return board
        .find(row.unit())
        .filter(
            u ->
                u.unit().crew().stream()
                    .anyMatch(
                        c -> c.officerId() != null && c.officerId().equals(actor.officerId())))
        .isPresent();
  }

  private boolean isDeviceOf(Actor actor, AssignmentRow row) {
    return actor.kind() == ActorKind.DEVICE
        && actor.may(Permission.POSITION_REPORT)
        && board.ofDevice(actor).filter(u -> u.unit().id().equals(row.unit())).isPresent();
  }
}
