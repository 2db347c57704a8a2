package org.tocsin.app.matter.internal.loop;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.internal.loop.LoopDesk.Work;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.app.staff.Officer;
import org.tocsin.app.staff.Officers;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.matters.flow.MatterState;

/**
 * Gives matters to officers and agencies: done by whoever commands the handling agency, to an
 * officer of that agency or below, or to another agency within the same command. Never to those
 * whom the matter is about, and never by them.
 */
@Component
class AssignDesk {
  private final LoopDesk desk;
  private final Engine engine;
  private final Agencies agencies;
  private final Officers officers;
  private final Lines lines;

  AssignDesk(LoopDesk desk, Engine engine, Agencies agencies, Officers officers, Lines lines) {
    this.desk = desk;
    this.engine = engine;
    this.agencies = agencies;
    this.officers = officers;
    this.lines = lines;
  }

  Held assign(MatterId id, long version, @Nullable OfficerId officer, @Nullable AgencyId agency) {
    Work work = desk.take(id, version);
    MatterState state = work.held().state();
    commands(work, state.handling());
    apart(work, work.who());
    MatterState next = agency == null ? state : handed(work, state, agency);
    next = next.withHandler(officer == null ? null : candidate(work, next, officer).id());
    if (next.equals(state)) {
      return work.held();
    }
    Held after = desk.touch(work.held(), next, true, List.of(line(next, state)), work.now());
    desk.audit(
        after,
        Audit.of("matter.assigned").detail("officer", officer).detail("agency", next.handling()));
    desk.tell(after);
    return after;
  }

  private void commands(Work work, AgencyId agency) {
    if (!work.held().row().open()) {
      throw Problem.refused(
          ProblemCode.ILLEGAL_TRANSITION,
          work.held().row().number(),
          Lines.stateNames(work.kind(), work.held().row().state()),
          new Text("指派", "assign"));
    }
    if (!work.actor().scope().covers(agency)) {
      throw Problem.refused(ProblemCode.OUT_OF_SCOPE, lines.agencyName(agency));
    }
  }

  private void apart(Work work, org.tocsin.matters.flow.Who who) {
    engine
        .flow()
        .mayHandle(work.kind(), work.held().state(), who)
        .ifPresent(
            no -> {
              throw lines.sayings().problem(work.kind(), work.held().row().number(), no);
            });
  }

  private MatterState handed(Work work, MatterState state, AgencyId to) {
    if (agencies.find(to).isEmpty() || !work.actor().scope().covers(to)) {
      throw Problem.invalid("agencyId", "unknown", to);
    }
    return to.equals(state.handling()) ? state : state.withHandling(to);
  }

  private Officer candidate(Work work, MatterState state, OfficerId id) {
    Officer officer =
        officers
            .find(id)
            .filter(o -> agencies.subtree(state.handling()).contains(o.agencyId()))
            .orElseThrow(() -> Problem.invalid("officerId", "unknown", id));
    apart(work, engine.candidate(id, officer.agencyId()));
    return officer;
  }

  private EntryStore.Line line(MatterState next, MatterState before) {
    Map<String, Object> data = new HashMap<>();
    OfficerId handler = next.handler();
    String to = handler == null ? "—" : lines.names(List.of(handler)).getOrDefault(handler, "?");
    if (handler != null) {
      data.put("officerId", handler.toString());
    }
    if (next.handling().equals(before.handling())) {
      return new EntryStore.Line(
          "ASSIGNED", new Text("指派", "Assigned"), new Text(to, to), null, data);
    }
    data.put("agencyId", next.handling().toString());
    Agency agency = agencies.get(next.handling());
    return new EntryStore.Line(
        "TRANSFERRED",
        new Text("转交", "Transferred"),
        new Text(agency.nameZh() + " " + to, agency.nameEn() + " " + to),
        null,
        data);
  }
}
