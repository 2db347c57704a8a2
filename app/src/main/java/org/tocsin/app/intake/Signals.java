package org.tocsin.app.intake;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Page;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.SignalId;

/**
 * Front door of intake. A signal is visible to those whose scope covers the agency where it rang;
 * any other is not found.
 */
public interface Signals {
  /**
   * Takes a signal in, stamped with the clock of the instance. The same key gives the same signal.
   *
   * @throws org.tocsin.app.foundation.Problem INVALID, TOO_LARGE, KEY_REUSED
   */
  CallView submit(NewSignal signal, @Nullable String key);

  /** One signal in full; the reading is audited because it shows the caller's number. */
  CallView read(SignalId id);

  /** One signal for a caller inside the platform; not audited. */
  CallView get(SignalId id);

  /**
   * Signals in scope, newest first.
   *
   * @param openOnly only those that wait for a judgement
   */
  Page<CallView> list(boolean openOnly, @Nullable String after, int limit);

  /**
   * Answers: the actor takes the call. Answering again what one already takes changes nothing.
   *
   * @throws org.tocsin.app.foundation.Problem ALREADY_TAKEN when another person takes it,
   *     CALL_SETTLED when it is judged already
   */
  CallView answer(SignalId id);

  /**
   * Saves the whole form.
   *
   * @param version the version that the person saw
   * @throws org.tocsin.app.foundation.Problem STALE, CALL_SETTLED, TOO_LARGE, INVALID
   */
  CallView saveDraft(SignalId id, long version, CallDraft draft);

  /** Judges it a nuisance; no incident comes of it. */
  CallView nuisance(SignalId id, String reason);

  /** Gives it up: the caller has gone. */
  CallView abandon(SignalId id, @Nullable String reason);

  /**
   * Binds the signal to the incident it made or joined, in the caller's transaction.
   *
   * @throws org.tocsin.app.foundation.Problem CALL_SETTLED when it is judged already
   */
  CallView accept(SignalId id, MatterId matter);

  /** Undoes {@link #accept}: the signal waits for a judgement again. */
  CallView release(SignalId id, MatterId matter);

  /** The signals bound to an incident, oldest first. Not bound to scope. */
  List<CallView> ofMatter(MatterId matter);
}
