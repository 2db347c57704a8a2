package org.tocsin.app.intake.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
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
import org.tocsin.app.intake.CallDraft;
import org.tocsin.app.intake.CallState;
import org.tocsin.app.intake.CallView;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.intake.NewSignal;
import org.tocsin.app.intake.Place;
import org.tocsin.app.intake.Places;
import org.tocsin.app.intake.Signals;
import org.tocsin.app.intake.events.SignalAccepted;
import org.tocsin.app.intake.events.SignalAnswered;
import org.tocsin.app.intake.events.SignalReceived;
import org.tocsin.app.intake.events.SignalRejected;
import org.tocsin.app.intake.events.SignalReleased;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.SignalId;

/** The life of a signal; every change is audited, shown live and told as an event. */
@Service
@Transactional
class SignalService implements Signals {
  private final CallStore store;
  private final Arrival arrival;
  private final Places places;
  private final Ledger ledger;
  private final Once once;
  private final ApplicationEventPublisher events;
  private final InstanceClock clock;

  SignalService(
      CallStore store,
      Arrival arrival,
      Places places,
      Ledger ledger,
      Once once,
      ApplicationEventPublisher events,
      InstanceClock clock) {
    this.store = store;
    this.arrival = arrival;
    this.places = places;
    this.ledger = ledger;
    this.once = once;
    this.events = events;
    this.clock = clock;
  }

  @Override
  public CallView submit(NewSignal signal, @Nullable String key) {
    Actor actor = Acting.require(Permission.SIGNAL_SUBMIT);
    return once.run("signal", key, signal, CallView.class, () -> receive(signal, actor));
  }

  private CallView receive(NewSignal signal, Actor actor) {
    CallView call = arrival.received(signal, actor);
    store.insert(call, actor.name());
    ledger.audit(
        audit("call.received", call)
            .detail("channel", call.channel().name())
            .detail("callbackNumber", call.maskedNumber()));
    show(call);
    events.publishEvent(
        new SignalReceived(
            call.id(),
            call.exerciseId(),
            call.agencyId(),
            call.receivedAt(),
            call.number(),
            call.channel()));
    return call;
  }

  @Override
  public CallView read(SignalId id) {
    CallView call = get(id);
    ledger.auditRead(audit("call.read", call));
    return call;
  }

  @Override
  @Transactional(readOnly = true)
  public CallView get(SignalId id) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    return store.find(id, actor.scope()).orElseThrow(() -> Problem.notFound("call", id));
  }

  @Override
  @Transactional(readOnly = true)
  public Page<CallView> list(boolean openOnly, @Nullable String after, int limit) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    SignalId from = after == null ? null : cursor(after);
    Page<CallView> page = store.list(openOnly, from, limit, actor.scope());
    return new Page<>(page.items().stream().map(CallView::masked).toList(), page.next());
  }

  private static SignalId cursor(String after) {
    try {
      return SignalId.of(after);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("after", "format", after);
    }
  }

  @Override
  public CallView answer(SignalId id) {
    Actor actor = Acting.require(Permission.CALL_TAKE);
    CallView call = lockOpen(id, actor);
    CallView.TakenBy taker = call.takenBy();
    if (call.state() == CallState.TAKING && taker != null) {
      if (taker.id().equals(actor.id())) {
        return call;
      }
      throw Problem.refused(ProblemCode.ALREADY_TAKEN, call.number(), taker.name())
          .with("takenBy", taker);
    }
    CallView taken = save(new Change(call, clock.instant()).taken(taker(actor)), actor);
    ledger.audit(audit("call.answered", taken));
    events.publishEvent(
        new SignalAnswered(
            taken.id(),
            taken.exerciseId(),
            taken.agencyId(),
            taken.updatedAt(),
            taken.receivedAt()));
    return taken;
  }

  @Override
  public CallView saveDraft(SignalId id, long version, CallDraft draft) {
    Actor actor = Acting.require(Permission.CALL_TAKE);
    CallView call = lockOpen(id, actor);
    if (version != call.version()) {
      throw Problem.stale("call", call.number(), store.lastEditor(id), call.updatedAt())
          .with("current", call);
    }
    CallView saved = save(new Change(call, clock.instant()).drafted(checked(draft)), actor);
    ledger.audit(audit("call.draft-saved", saved).detail("version", saved.version()));
    return saved;
  }

  private CallDraft checked(CallDraft draft) {
    Limits.text("draft.addressText", draft.addressText(), Limits.ADDRESS);
    Limits.text("draft.narrative", draft.narrative(), Limits.NARRATIVE);
    Limits.text("draft.typeCode", draft.typeCode(), Limits.CODE);
    Limits.priority(draft.priority());
    Limits.answers(draft.answers());
    Place place = draft.place();
    return place == null ? draft : draft.withPlace(places.checked(place, "draft.place"));
  }

  @Override
  public CallView nuisance(SignalId id, String reason) {
    String why = Limits.required("reason", reason, Limits.REASON);
    return reject(id, CallState.NUISANCE, why, "call.nuisance");
  }

  @Override
  public CallView abandon(SignalId id, @Nullable String reason) {
    String why = Limits.optional("reason", reason, Limits.REASON);
    return reject(id, CallState.ABANDONED, why, "call.abandoned");
  }

  private CallView reject(SignalId id, CallState outcome, @Nullable String why, String action) {
    Actor actor = Acting.require(Permission.CALL_TAKE);
    CallView call = lockOpen(id, actor);
    Instant now = clock.instant();
    CallView rejected = save(new Change(call, now).rejected(outcome, why), actor);
    ledger.audit(audit(action, rejected).why(why));
    events.publishEvent(
        new SignalRejected(
            rejected.id(), rejected.exerciseId(), rejected.agencyId(), now, outcome, why));
    return rejected;
  }

  @Override
  public CallView accept(SignalId id, MatterId matter) {
    Actor actor = Acting.current();
    CallView call = lockOpen(id, actor);
    Instant now = clock.instant();
    CallView accepted = save(new Change(call, now).accepted(matter, taker(actor)), actor);
    ledger.audit(audit("call.accepted", accepted).on(matter));
    events.publishEvent(
        new SignalAccepted(
            accepted.id(),
            accepted.exerciseId(),
            accepted.agencyId(),
            now,
            matter,
            accepted.channel(),
            accepted.receivedAt()));
    return accepted;
  }

  @Override
  public CallView release(SignalId id, MatterId matter) {
    Actor actor = Acting.current();
    CallView call = store.lock(id, actor.scope()).orElseThrow(() -> Problem.notFound("call", id));
    if (!matter.equals(call.matterId())) {
      throw Problem.refused(ProblemCode.CALL_NOT_JOINED, call.number());
    }
    Instant now = clock.instant();
    CallView released = save(new Change(call, now).released(), actor);
    ledger.audit(audit("call.released", released).on(matter));
    events.publishEvent(
        new SignalReleased(released.id(), released.exerciseId(), released.agencyId(), now, matter));
    return released;
  }

  @Override
  @Transactional(readOnly = true)
  public List<CallView> ofMatter(MatterId matter) {
    return store.ofMatter(matter);
  }

  private CallView lockOpen(SignalId id, Actor actor) {
    CallView call = store.lock(id, actor.scope()).orElseThrow(() -> Problem.notFound("call", id));
    if (!call.state().open()) {
      throw Problem.refused(ProblemCode.CALL_SETTLED, call.number(), call.state().name())
          .with("state", call.state())
          .with("matterId", call.matterId());
    }
    return call;
  }

  private CallView save(CallView call, Actor actor) {
    store.update(call, actor.name());
    show(call);
    return call;
  }

  private void show(CallView call) {
    // Everybody in the room hears of a call; whose it is they learn by opening it, which is
    // audited.
    ledger.publish(
        LiveEntry.of("call", call.id(), call.version(), List.of(call.agencyId()), call.masked()));
  }

  private static Audit audit(String action, CallView call) {
    Audit audit = Audit.of(action).about("call", call.id()).detail("number", call.number());
    return call.matterId() == null ? audit : audit.on(call.matterId());
  }

  private static CallView.TakenBy taker(Actor actor) {
    return new CallView.TakenBy(actor.id(), actor.name());
  }
}
