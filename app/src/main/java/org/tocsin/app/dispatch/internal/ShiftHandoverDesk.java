package org.tocsin.app.dispatch.internal;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.dispatch.ShiftHandover;
import org.tocsin.app.dispatch.ShiftHandoverId;
import org.tocsin.app.dispatch.ShiftHandovers;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.LiveEntry;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.CommandedPart;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstanceClock;

/** Hands the watch over: offered by one, taken by another, both stamped. */
@Service
@Transactional
class ShiftHandoverDesk implements ShiftHandovers {
  private static final int LONGEST_NOTES = 8_000;

  private final ShiftHandoverStore store;
  private final WatchSnapshots snapshots;
  private final Agencies agencies;
  private final Ledger ledger;
  private final Once once;
  private final InstanceClock clock;

  ShiftHandoverDesk(
      ShiftHandoverStore store,
      WatchSnapshots snapshots,
      Agencies agencies,
      Ledger ledger,
      Once once,
      InstanceClock clock) {
    this.store = store;
    this.snapshots = snapshots;
    this.agencies = agencies;
    this.ledger = ledger;
    this.once = once;
    this.clock = clock;
  }

  /** What open screens are told: enough to know that they must read the hand-over. */
  record Touched(
      ShiftHandoverId id, AgencyId agencyId, String offeredBy, boolean waiting, long version) {}

  private record Asked(@Nullable Object on, @Nullable String words) {}

  @Override
  @Transactional(readOnly = true)
  public ShiftHandover.Snapshot preview(@Nullable AgencyId agency) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    return snapshots.of(seen(actor, agency), actor);
  }

  private AgencyId seen(Actor actor, @Nullable AgencyId agency) {
    return CommandedPart.of(agencies, actor, agency).top().id();
  }

  @Override
  @Transactional(readOnly = true)
  public Page<ShiftHandover> list(
      @Nullable AgencyId agency, @Nullable ShiftHandoverId after, int limit) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    return Page.of(
        store.list(agency, actor.scope(), after, limit + 1), limit, h -> h.id().toString());
  }

  @Override
  @Transactional(readOnly = true)
  public ShiftHandover get(ShiftHandoverId id) {
    return get(id, Acting.require(Permission.INCIDENT_READ));
  }

  private ShiftHandover get(ShiftHandoverId id, Actor actor) {
    return store.find(id, actor.scope()).orElseThrow(() -> Problem.notFound("shift hand-over", id));
  }

  @Override
  public ShiftHandover offer(@Nullable AgencyId agency, String notes, @Nullable String key) {
    Actor actor = Acting.require(Permission.INCIDENT_WRITE);
    AgencyId of = seen(actor, agency);
    String words = Limits.required("notes", notes, LONGEST_NOTES);
    return once.run(
        "shift-handover.offer",
        key,
        new Asked(of, words),
        ShiftHandover.class,
        () -> offer(actor, of, words));
  }

  private ShiftHandover offer(Actor actor, AgencyId of, String words) {
    store.lock(of);
    Optional<ShiftHandover> waiting = store.waiting(of, actor.exercise());
    if (waiting.isPresent()) {
      throw Problem.refused(ProblemCode.SHIFT_HANDOVER_OPEN, waiting.get().offeredBy())
          .with("handoverId", waiting.get().id());
    }
    ShiftHandover offer =
        new ShiftHandover(
            ShiftHandoverId.next(),
            of,
            words,
            snapshots.of(of, actor),
            clock.instant(),
            actor.name(),
            actor.id(),
            null,
            actor.exercise(),
            1);
    store.insert(offer);
    return tell("shift-handover.offered", offer);
  }

  @Override
  public ShiftHandover accept(ShiftHandoverId id, @Nullable String remark, @Nullable String key) {
    return answer(id, true, remark, key);
  }

  @Override
  public ShiftHandover withdraw(ShiftHandoverId id, @Nullable String remark, @Nullable String key) {
    return answer(id, false, remark, key);
  }

  private ShiftHandover answer(
      ShiftHandoverId id, boolean accepted, @Nullable String remark, @Nullable String key) {
    Actor actor = Acting.require(Permission.INCIDENT_WRITE);
    String words = Limits.optional("remark", remark, Limits.REASON);
    return once.run(
        accepted ? "shift-handover.accept" : "shift-handover.withdraw",
        key,
        new Asked(id, words),
        ShiftHandover.class,
        () -> answer(actor, get(id, actor), accepted, words));
  }

  private ShiftHandover answer(
      Actor actor, ShiftHandover offer, boolean accepted, @Nullable String remark) {
    boolean own = offer.offeredById().equals(actor.id());
    if (own && accepted) {
      throw Problem.refused(ProblemCode.OWN_WORK);
    }
    if (!own && !accepted) {
      throw Problem.refused(ProblemCode.SHIFT_HANDOVER_OPEN, offer.offeredBy());
    }
    if (!store.answer(offer.id(), accepted, remark, clock.instant(), actor)) {
      ShiftHandover.Answer by = get(offer.id(), actor).answer();
      throw Problem.refused(
          ProblemCode.SHIFT_HANDOVER_ANSWERED, by == null ? "?" : by.answeredBy());
    }
    return tell(
        accepted ? "shift-handover.accepted" : "shift-handover.withdrawn", get(offer.id(), actor));
  }

  private ShiftHandover tell(String action, ShiftHandover handover) {
    ledger.audit(
        Audit.of(action)
            .about("shift-handover", handover.id())
            .detail("agency", handover.agencyId())
            .detail("open", handover.snapshot().openCount()));
    ledger.publish(
        LiveEntry.of(
            "shift-handover",
            handover.id(),
            handover.version(),
            Set.of(handover.agencyId()),
            new Touched(
                handover.id(),
                handover.agencyId(),
                handover.offeredBy(),
                handover.answer() == null,
                handover.version())));
    return handover;
  }
}
