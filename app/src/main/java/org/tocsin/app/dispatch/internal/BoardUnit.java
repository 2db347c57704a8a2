package org.tocsin.app.dispatch.internal;

import java.util.List;
import org.tocsin.app.dispatch.UnitStatus;
import org.tocsin.app.dispatch.UnitView;

/** A unit and what it is bound to, as one picture of one revision. */
record BoardUnit(UnitRow unit, List<UnitView.Task> tasks) {
  BoardUnit {
    tasks = List.copyOf(tasks);
  }

  static BoardUnit of(UnitRow unit, List<AssignmentRow> active) {
    return new BoardUnit(
        unit,
        active.stream()
            .filter(a -> a.unit().equals(unit.id()))
            .map(
                a ->
                    new UnitView.Task(
                        a.id(), a.matter(), a.incidentNumber(), a.priority(), a.status()))
            .toList());
  }

  UnitStatus status() {
    return UnitStatus.of(unit.out() != null, tasks.stream().map(UnitView.Task::status).toList());
  }
}
