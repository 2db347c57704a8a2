package org.tocsin.app.dispatch.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tocsin.app.dispatch.internal.DispatchPolicy.Gate;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.MatterId;

/** Whether a unit may be ordered: in service, not on this incident yet, not bound elsewhere. */
@Component
class BookingGate {
  private final DispatchPolicy policy;
  private final Agencies agencies;
  private final @Nullable String property;

  BookingGate(
      DispatchPolicy policy,
      Agencies agencies,
      @Value("${tocsin.double-booking:}") String property) {
    this.policy = policy;
    this.agencies = agencies;
    this.property = property.isBlank() ? null : property;
    Gate.of(this.property == null ? policy.doubleBooking().byDefault() : this.property);
  }

  /**
   * @param unit the unit, locked
   * @param active what it is bound to, read under that lock
   * @param allowBusy the dispatcher sends it all the same
   * @return the reason why not
   */
  Optional<Problem> refusal(
      UnitRow unit, List<AssignmentRow> active, MatterId incident, boolean allowBusy) {
    if (unit.out() != null) {
      return Optional.of(
          Problem.refused(ProblemCode.UNIT_OUT_OF_SERVICE, unit.callSign(), unit.out().reason())
              .with("unitId", unit.id()));
    }
    Optional<AssignmentRow> same =
        active.stream().filter(a -> a.matter().equals(incident)).findFirst();
    if (same.isPresent()) {
      return Optional.of(problem(ProblemCode.UNIT_ALREADY_SENT, unit, same.get()));
    }
    Gate gate = policy.gate(agencies.find(unit.agency()).map(Agency::code).orElse(""), property);
    boolean passes = gate == Gate.ALLOW || (gate == Gate.WARN && allowBusy);
    return active.stream()
        .findFirst()
        .filter(a -> !passes)
        .map(a -> problem(ProblemCode.UNIT_BUSY, unit, a).with("policy", gate.name()));
  }

  private static Problem problem(ProblemCode code, UnitRow unit, AssignmentRow other) {
    return Problem.refused(
            code,
            unit.callSign(),
            other.incidentNumber(),
            other.orderedByName(),
            other.instants().dispatched().toString())
        .with("unitId", unit.id())
        .with("incidentId", other.matter())
        .with("incidentNumber", other.incidentNumber())
        .with("orderedBy", other.orderedByName())
        .with("orderedAt", other.instants().dispatched());
  }
}
