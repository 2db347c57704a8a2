package org.tocsin.app.dispatch.internal;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.dispatch.AlertView;
import org.tocsin.app.dispatch.AssignmentView;
import org.tocsin.app.dispatch.UnitView;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.InstructionId;
import org.tocsin.kernel.WhistleId;

/** Rows as the API shows them. */
@Component
class Views {
  private final Agencies agencies;
  private final UnitTypes types;
  private final TimerRules timers;
  private final PositionBoard positions;
  private final AssignmentStore assignments;

  Views(
      Agencies agencies,
      UnitTypes types,
      TimerRules timers,
      PositionBoard positions,
      AssignmentStore assignments) {
    this.agencies = agencies;
    this.types = types;
    this.timers = timers;
    this.positions = positions;
    this.assignments = assignments;
  }

  /** The agency's name as screens show it. */
  String agencyName(AgencyId id) {
    return agencies.find(id).map(Agency::nameZh).orElse("?");
  }

  UnitView unit(BoardUnit picture) {
    UnitRow unit = picture.unit();
    Text type = types.name(unit.typeCode());
    return new UnitView(
        unit.id(),
        unit.callSign(),
        unit.typeCode(),
        type.zh(),
        type.en(),
        unit.agency(),
        agencyName(unit.agency()),
        unit.home(),
        unit.crew(),
        unit.shift(),
        picture.status(),
        picture.tasks(),
        positions.find(unit.id()).map(Views::position).orElse(null),
        unit.out(),
        unit.exercise(),
        unit.revision());
  }

  private static UnitView.Position position(Fix fix) {
    return new UnitView.Position(fix.at().lat(), fix.at().lon(), fix.when(), fix.course());
  }

  AssignmentView assignment(AssignmentRow row) {
    return assignments(List.of(row)).getFirst();
  }

  List<AssignmentView> assignments(Collection<AssignmentRow> rows) {
    List<AssignmentId> withLate =
        rows.stream().filter(AssignmentRow::late).map(AssignmentRow::id).toList();
    Map<AssignmentId, List<AssignmentView.Late>> late =
        withLate.isEmpty()
            ? Map.of()
            : assignments.late(withLate).stream()
                .collect(
                    Collectors.groupingBy(
                        AssignmentStore.LateFact::assignment,
                        Collectors.mapping(
                            f -> new AssignmentView.Late(f.step(), f.occurred(), f.entered()),
                            Collectors.toList())));
    return rows.stream().map(r -> view(r, late.getOrDefault(r.id(), List.of()))).toList();
  }

  private static AssignmentView view(AssignmentRow row, List<AssignmentView.Late> late) {
    AssignmentRow.Instants at = row.instants();
    return new AssignmentView(
        row.id(),
        row.matter(),
        row.incidentNumber(),
        row.unit(),
        row.callSign(),
        row.unitType(),
        row.unitAgency(),
        row.status(),
        at.dispatched(),
        at.acknowledged(),
        at.departed(),
        at.arrived(),
        at.transport(),
        at.destination(),
        at.fedBack(),
        at.cleared(),
        at.checkedIn(),
        row.expectedSeconds(),
        row.feedback(),
        row.orderedByName(),
        row.orderReason(),
        row.endReason(),
        late,
        row.exercise(),
        row.version());
  }

  AlertView alert(TimerRow row) {
    return new AlertView(
        row.id(),
        row.kind(),
        timers.name(row.kind()),
        row.assignment(),
        thing(row, AlertView.Kind.INSTRUCTION_OVERDUE, InstructionId::new),
        thing(row, AlertView.Kind.WHISTLE_UNANSWERED, WhistleId::new),
        row.matter(),
        row.incidentNumber(),
        row.about(),
        row.since(),
        row.level(),
        row.agency(),
        row.settledAt() == null ? AlertView.State.OPEN : AlertView.State.SETTLED,
        row.settledAt() == null ? row.dueAt() : null,
        row.exercise(),
        row.version());
  }

  private static <T> @Nullable T thing(TimerRow row, AlertView.Kind kind, Function<UUID, T> make) {
    UUID thing = row.thing();
    return thing == null || row.kind() != kind ? null : make.apply(thing);
  }

  /** The name of a unit type. */
  Text unitType(@Nullable String code) {
    return types.name(code == null ? "" : code);
  }
}
