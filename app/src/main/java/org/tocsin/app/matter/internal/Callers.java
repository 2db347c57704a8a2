package org.tocsin.app.matter.internal;

import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.intake.CallView;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.intake.Signals;
import org.tocsin.app.matter.Edit;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Step;
import org.tocsin.app.matter.events.CallJoined;
import org.tocsin.app.matter.events.CallSeparated;
import org.tocsin.app.matter.internal.Desk.Work;
import org.tocsin.kernel.MatterId;

/** Several callers, one incident: joins calls and takes them off again. */
@Component
class Callers {
  private final Desk desk;
  private final Signals signals;

  Callers(Desk desk, Signals signals) {
    this.desk = desk;
    this.signals = signals;
  }

  IncidentView join(MatterId id, Edit.Join edit) {
    Work work = desk.takeInSight(id, Desk.ANY_VERSION, Permission.INCIDENT_WRITE);
    Incident i = work.incident();
    if (i.merged()) {
      throw Problem.refused(ProblemCode.INCIDENT_MERGED, i.number).with("mergedInto", i.mergedInto);
    }
    CallView call = signals.accept(edit.signalId(), id);
    if (!Objects.equals(call.exerciseId(), i.exercise)) {
      throw Problem.refused(ProblemCode.EXERCISE_MIXED, call.number(), i.number);
    }
    desk.parts.addCall(id, call, work.now());
    i.stamp(Step.RECEIVED, call.receivedAt());
    machineSign(work);
    tellJoined(desk, work, call);
    return desk.record(
        work,
        "CALL_JOINED",
        null,
        new Text("并入来电 " + call.number(), "Call " + call.number() + " joined"),
        Map.of("call", call.number(), "signalId", call.id().toString()));
  }

  IncidentView separate(MatterId id, Edit.Separate edit) {
    String why = Limits.optional("reason", edit.reason(), Limits.REASON);
    Work work = desk.takeInSight(id, Desk.ANY_VERSION, Permission.INCIDENT_WRITE);
    Incident i = work.incident();
    CallView call = signals.release(edit.signalId(), id);
    if (!desk.parts.removeCall(id, edit.signalId())) {
      throw Problem.refused(ProblemCode.CALL_NOT_JOINED, call.number());
    }
    i.received = desk.parts.firstReceived(id);
    machineSign(work);
    desk.tell(
        new CallSeparated(
            i.id, i.exercise, i.agency, i.version, work.now(), work.now(), call.id()));
    return desk.record(
        work,
        "CALL_SEPARATED",
        why,
        new Text("移出来电 " + call.number(), "Call " + call.number() + " taken off"),
        Map.of("call", call.number(), "signalId", call.id().toString()));
  }

  /** A caller more or less contradicts nobody's edit, so it makes none stale. */
  private void machineSign(Work work) {
    work.incident().touched(work.now());
    desk.incidents.update(work.incident());
    if (!work.incident().root.equals(work.incident().id)) {
      Incident root = desk.incidents.root(work.incident());
      root.touched(work.now());
      desk.incidents.update(root);
      desk.show(root.id, java.util.Set.of());
    }
  }

  static void tellJoined(Desk desk, Work work, CallView call) {
    Incident i = work.incident();
    desk.tell(
        new CallJoined(
            i.id,
            i.exercise,
            i.agency,
            i.version,
            work.now(),
            work.now(),
            call.id(),
            call.receivedAt(),
            call.channel().name()));
  }
}
