package org.tocsin.app.matter.internal;

import static org.tocsin.app.matter.internal.PartStore.Reason.FORMER_OWNER;
import static org.tocsin.app.matter.internal.PartStore.Reason.HANDOVER;
import static org.tocsin.app.matter.internal.PartStore.Reason.OWNER;

import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.matter.Edit;
import org.tocsin.app.matter.IncidentState;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.events.IncidentHandedOver;
import org.tocsin.app.matter.internal.Desk.Work;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;

/**
 * Hands incidents to another agency, which must accept: until then the incident stays with its
 * owner and both see it. Afterwards the former owner still sees what became of it.
 */
@Component
class HandingOver {
  private final Desk desk;
  private final Agencies agencies;

  HandingOver(Desk desk, Agencies agencies) {
    this.desk = desk;
    this.agencies = agencies;
  }

  IncidentView offer(MatterId id, Edit.OfferHandover edit) {
    String why = Limits.required("reason", edit.reason(), Limits.REASON);
    Agency to =
        agencies
            .find(edit.toAgencyId())
            .orElseThrow(() -> Problem.invalid("toAgencyId", "unknown", edit.toAgencyId()));
    Work work = desk.take(id, edit.version(), Permission.INCIDENT_WRITE);
    Incident i = work.incident();
    if (i.state == IncidentState.CLOSED || i.merged()) {
      throw Problem.refused(ProblemCode.INCIDENT_NOT_OPEN, i.number);
    }
    if (to.id().equals(i.agency)) {
      throw Problem.invalid("toAgencyId", "same");
    }
    if (desk.history.pendingOffer(id).isPresent()) {
      throw Problem.refused(ProblemCode.HANDOVER_PENDING, i.number);
    }
    desk.history.offered(id, i.agency, to.id(), why, work.by(), work.now());
    desk.parts.involve(id, to.id(), HANDOVER);
    desk.sign(work);
    return desk.record(
        work,
        "HANDOVER_OFFERED",
        why,
        new Text(
            "申请移交%s：%s".formatted(to.nameZh(), why),
            "Offered to %s: %s".formatted(to.nameEn(), why)),
        data(to.id()));
  }

  IncidentView accept(MatterId id) {
    Work work = desk.takeInSight(id, Desk.ANY_VERSION, Permission.INCIDENT_WRITE);
    Incident i = work.incident();
    HistoryStore.Offer offer = offer(work);
    desk.history.answered(offer.id(), true, work.by(), work.now(), null);
    AgencyId former = i.agency;
    i.agency = offer.to();
    desk.parts.uninvolve(id, former, OWNER);
    desk.parts.involve(id, former, FORMER_OWNER);
    desk.parts.uninvolve(id, offer.to(), HANDOVER);
    desk.parts.involve(id, offer.to(), OWNER);
    desk.sign(work);
    desk.tell(
        new IncidentHandedOver(
            id,
            i.exercise,
            i.agency,
            i.version,
            work.now(),
            work.now(),
            former,
            offer.offeredAt()));
    Agency to = agencies.get(offer.to());
    return desk.record(
        work,
        "HANDOVER_ACCEPTED",
        null,
        new Text(to.nameZh() + "接收移交", to.nameEn() + " accepted the hand-over"),
        data(to.id()));
  }

  IncidentView decline(MatterId id, Edit.DeclineHandover edit) {
    String why = Limits.required("reason", edit.reason(), Limits.REASON);
    Work work = desk.takeInSight(id, Desk.ANY_VERSION, Permission.INCIDENT_WRITE);
    HistoryStore.Offer offer = offer(work);
    desk.history.answered(offer.id(), false, work.by(), work.now(), why);
    desk.parts.uninvolve(id, offer.to(), HANDOVER);
    desk.sign(work);
    Agency to = agencies.get(offer.to());
    IncidentView view =
        desk.record(
            work,
            "HANDOVER_DECLINED",
            why,
            new Text(
                "%s不接收移交：%s".formatted(to.nameZh(), why),
                "%s declined the hand-over: %s".formatted(to.nameEn(), why)),
            data(to.id()));
    // Those who said no see the end of it once more, so that their screens let it go.
    desk.show(id, Set.of(to.id()));
    return view;
  }

  private HistoryStore.Offer offer(Work work) {
    Incident i = work.incident();
    HistoryStore.Offer offer =
        desk.history
            .pendingOffer(i.id)
            .orElseThrow(() -> Problem.refused(ProblemCode.HANDOVER_NONE, i.number));
    if (!work.actor().scope().covers(offer.to())) {
      throw Problem.refused(ProblemCode.OUT_OF_SCOPE, agencies.get(offer.to()).nameZh());
    }
    return offer;
  }

  private static Map<String, String> data(AgencyId to) {
    return Map.of("toAgencyId", to.toString());
  }
}
