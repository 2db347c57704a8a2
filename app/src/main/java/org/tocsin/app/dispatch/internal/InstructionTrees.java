package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.List;
import java.util.function.Function;
import org.tocsin.app.dispatch.InstructionView;
import org.tocsin.app.dispatch.InstructionView.RollUp;
import org.tocsin.app.dispatch.internal.InstructionRow.Addressee;
import org.tocsin.app.foundation.Scope;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstructionId;

/**
 * Builds the tree under an instruction and rolls its counts up: pure. At each level the counts are
 * those of its own addressees plus the sums of what they passed on, so that going down one level
 * never loses or doubles anybody.
 *
 * @param rows all instructions of one root
 * @param addressees all their addressees
 * @param name names of agencies
 */
record InstructionTrees(
    List<InstructionRow> rows,
    List<Addressee> addressees,
    Function<AgencyId, String> name,
    Instant now) {

  /** The tree under one instruction, with the addressees the scope covers. */
  InstructionView view(InstructionRow row, Scope scope) {
    boolean whole = scope.covers(row.from());
    List<InstructionView.Addressee> shown =
        addressees.stream()
            .filter(a -> a.instruction().equals(row.id()))
            .filter(a -> whole || scope.covers(a.agency()))
            .map(a -> addressee(row, a, scope))
            .toList();
    return new InstructionView(
        row.id(),
        row.number(),
        row.parent(),
        row.from(),
        name.apply(row.from()),
        row.text(),
        row.matter(),
        row.sourceRef(),
        row.dueAt(),
        row.feedbackRequired(),
        row.issuedAt(),
        row.issuedBy(),
        shown,
        shown.stream().map(InstructionTrees::count).reduce(new RollUp(0, 0, 0, 0), RollUp::plus),
        row.exercise(),
        row.version());
  }

  private InstructionView.Addressee addressee(InstructionRow row, Addressee a, Scope scope) {
    return new InstructionView.Addressee(
        a.agency(),
        name.apply(a.agency()),
        a.receivedAt(),
        a.receivedBy(),
        a.completedAt(),
        a.completedBy(),
        a.result(),
        a.despiteOpen(),
        a.completedAt() == null && now.isAfter(row.dueAt()),
        passedOn(row.id(), a.agency()).stream().map(r -> view(r, scope)).toList());
  }

  /** What an addressee passed on. */
  List<InstructionRow> passedOn(InstructionId id, AgencyId agency) {
    return rows.stream().filter(r -> id.equals(r.parent()) && r.from().equals(agency)).toList();
  }

  /** Whether anybody below an addressee has not completed yet. */
  boolean openBelow(InstructionId id, AgencyId agency) {
    return passedOn(id, agency).stream()
        .anyMatch(
            r ->
                addressees.stream()
                    .filter(a -> a.instruction().equals(r.id()))
                    .anyMatch(a -> a.completedAt() == null || openBelow(r.id(), a.agency())));
  }

  private static RollUp count(InstructionView.Addressee a) {
    RollUp own =
        new RollUp(
            1,
            a.receivedAt() == null ? 0 : 1,
            a.completedAt() == null ? 0 : 1,
            a.overdue() ? 1 : 0);
    return a.cascaded().stream().map(InstructionView::rollUp).reduce(own, RollUp::plus);
  }
}
