package org.tocsin.app.intake.internal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.intake.CallDraft;
import org.tocsin.app.intake.CallState;
import org.tocsin.app.intake.CallView;
import org.tocsin.app.intake.CallView.TakenBy;
import org.tocsin.kernel.MatterId;

/** The ways a call can change, each one version further. */
record Change(CallView call, Instant now) {

  CallView taken(TakenBy taker) {
    return make(CallState.TAKING, answered(), taker, call.draft(), null, null);
  }

  CallView drafted(CallDraft draft) {
    return make(call.state(), call.answeredAt(), call.takenBy(), draft, null, null);
  }

  CallView rejected(CallState outcome, @Nullable String reason) {
    // An abandoned call may never have been answered; then it has no answering time.
    Instant answered = outcome == CallState.ABANDONED ? call.answeredAt() : answered();
    return make(outcome, answered, call.takenBy(), call.draft(), reason, null);
  }

  CallView accepted(MatterId matter, TakenBy taker) {
    TakenBy by = call.takenBy() == null ? taker : call.takenBy();
    return make(CallState.ACCEPTED, answered(), by, call.draft(), null, matter);
  }

  CallView released() {
    return make(CallState.TAKING, answered(), call.takenBy(), call.draft(), null, null);
  }

  private Instant answered() {
    Instant before = call.answeredAt();
    return before == null ? now : before;
  }

  private CallView make(
      CallState state,
      @Nullable Instant answered,
      @Nullable TakenBy taker,
      CallDraft draft,
      @Nullable String rejectedFor,
      @Nullable MatterId matter) {
    return new CallView(
        call.id(),
        call.number(),
        call.channel(),
        state,
        call.callbackNumber(),
        call.callerName(),
        call.text(),
        call.externalRef(),
        call.receivedAt(),
        answered,
        taker,
        draft,
        rejectedFor,
        matter,
        call.agencyId(),
        call.exerciseId(),
        call.version() + 1,
        now);
  }
}
