package org.tocsin.app.matter.internal.loop;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.matter.Matters;
import org.tocsin.app.matter.internal.loop.LoopDesk.Work;
import org.tocsin.app.staff.Agencies;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.matters.flow.Act;
import org.tocsin.matters.flow.Decision;

/** Does transitions. */
@Component
class ActDesk {
  private final LoopDesk desk;
  private final Engine engine;
  private final Handed handed;
  private final References references;
  private final Agencies agencies;

  ActDesk(LoopDesk desk, Engine engine, Handed handed, References references, Agencies agencies) {
    this.desk = desk;
    this.engine = engine;
    this.handed = handed;
    this.references = references;
    this.agencies = agencies;
  }

  Held act(MatterId id, Matters.NewAct in) {
    Work work = desk.take(id, in.version());
    String reason = Limits.optional("reason", in.reason(), Limits.REASON);
    Instant claimed = claimed(in.claimedAt(), work);
    checkAgency(in.toAgencyId());
    OfficerId me = Objects.requireNonNull(work.who().officer());
    Map<String, Object> fields =
        references.settled(work.kind(), in.fields(), work.held().state().fields().plain());
    Handed.In proofs = handed.check(work.kind(), id, me, in.proofIds(), fields, in.place());
    Act act =
        new Act(
            in.transition(),
            fields,
            proofs.counts(),
            reason == null ? "" : reason,
            in.toAgencyId());
    Decision.Allowed allowed =
        desk.allowed(
            work.held(),
            engine.flow().decide(work.kind(), work.held().state(), act, work.who(), work.now()));
    handed.use(proofs, id, in.transition(), me, work.actor().name(), work.now());
    Held after =
        desk.store(
            work.held(),
            work.kind(),
            allowed,
            true,
            desk.told(work.kind(), allowed, reason, claimed, told(fields, proofs, in)),
            work.now());
    desk.audit(
        after,
        Audit.of("matter.acted")
            .why(reason)
            .detail("transition", in.transition())
            .detail("from", work.held().row().state())
            .detail("claimedAt", claimed == null ? null : claimed.toString())
            .detail("toAgency", in.toAgencyId()));
    desk.tell(after);
    return after;
  }

  private static Map<String, Object> told(
      Map<String, Object> fields, Handed.In proofs, Matters.NewAct in) {
    Map<String, Object> told = new LinkedHashMap<>(proofs.told());
    if (!fields.isEmpty()) {
      told.put("fields", fields.keySet().stream().sorted().toList());
    }
    if (in.toAgencyId() != null) {
      told.put("toAgencyId", in.toAgencyId().toString());
    }
    return told;
  }

  private void checkAgency(@Nullable AgencyId to) {
    if (to != null && agencies.find(to).isEmpty()) {
      throw Problem.invalid("toAgencyId", "unknown", to);
    }
  }

  /** A time told later is kept beside the time of telling; it is no later than that. */
  private static @Nullable Instant claimed(@Nullable Instant at, Work work) {
    if (at == null) {
      return null;
    }
    if (at.isAfter(work.now())) {
      throw Problem.invalid("claimedAt", "future");
    }
    if (at.isBefore(work.held().row().raisedAt())) {
      throw Problem.invalid("claimedAt", "beforeEarlier", at, work.held().row().raisedAt());
    }
    // PostgreSQL keeps microseconds.
    return at.truncatedTo(ChronoUnit.MICROS);
  }
}
