package org.tocsin.app.dispatch.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.tocsin.app.dispatch.AssignmentView;
import org.tocsin.app.dispatch.UnitView;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.LiveEntry;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.UnitId;

/** Tells everybody what a transaction changed: audit log, open screens, other rooms, the board. */
@Component
class Changes {
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final UnitStore units;
  private final AssignmentStore assignments;
  private final UnitBoard board;
  private final Views views;

  Changes(
      Ledger ledger,
      ApplicationEventPublisher events,
      UnitStore units,
      AssignmentStore assignments,
      UnitBoard board,
      Views views) {
    this.ledger = ledger;
    this.events = events;
    this.units = units;
    this.assignments = assignments;
    this.board = board;
    this.views = views;
  }

  void audit(Audit entry) {
    ledger.audit(entry);
  }

  void event(Object fact) {
    events.publishEvent(fact);
  }

  /** Assignments as they are now, told to both sides: the incident's agency and the unit's. */
  List<AssignmentView> assignments(List<AssignmentRow> rows) {
    List<AssignmentView> shown = views.assignments(rows);
    for (int i = 0; i < rows.size(); i++) {
      AssignmentRow row = rows.get(i);
      ledger.publish(
          LiveEntry.of(
              "assignment",
              row.id(),
              row.version(),
              Columns.both(row.incidentAgency(), row.unitAgency()),
              shown.get(i)));
    }
    return shown;
  }

  /** Units whose rows are locked and which changed, themselves or in their assignments. */
  List<UnitView> units(Collection<UnitId> ids) {
    List<UnitRow> rows = units.touch(ids);
    List<AssignmentRow> active = assignments.active(ids);
    List<BoardUnit> pictures = rows.stream().map(u -> BoardUnit.of(u, active)).toList();
    atCommit(pictures);
    return pictures.stream().map(p -> publish(p, active)).toList();
  }

  private UnitView publish(BoardUnit picture, List<AssignmentRow> active) {
    UnitView view = views.unit(picture);
    Set<AgencyId> agencies = new HashSet<>(Set.of(view.agencyId()));
    active.stream()
        .filter(a -> a.unit().equals(view.id()))
        .forEach(a -> agencies.add(a.incidentAgency()));
    ledger.publish(LiveEntry.of("unit", view.id(), view.version(), agencies, view));
    return view;
  }

  private void atCommit(List<BoardUnit> pictures) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            pictures.forEach(board::put);
          }
        });
  }
}
