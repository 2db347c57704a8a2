package org.tocsin.app.staff.internal;

import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.Scope;
import org.tocsin.kernel.OfficerId;

/**
 * Writes sign-ins into the audit log, each in a transaction of its own. What was typed as a name is
 * never written: people type their password there.
 */
@Component
public class SignInLog {
  private final Ledger ledger;
  private final Standings standings;
  private final TransactionTemplate own;

  SignInLog(Ledger ledger, Standings standings, PlatformTransactionManager transactions) {
    this.ledger = ledger;
    this.standings = standings;
    this.own = new TransactionTemplate(transactions);
    this.own.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /** The officer has signed in. */
  public void succeeded(Standing officer, String origin, String how) {
    write(
        standings.actor(officer, origin),
        entry("sign-in.succeeded", officer.id()).detail("how", how));
  }

  /**
   * Somebody failed to sign in.
   *
   * @param who whose account it was, if the name was one
   * @param what what was wrong
   * @param locked whether the name is locked now
   */
  public void failed(Optional<OfficerId> who, String what, boolean locked, String origin) {
    Audit entry = Audit.of(locked ? "sign-in.locked" : "sign-in.failed").detail("wrong", what);
    Audit about = who.map(id -> entry.about("officer", id)).orElse(entry);
    write(nobody(who, origin), about);
  }

  /** The officer has signed out; their open streams end. */
  public void signedOut(Standing officer, String origin) {
    session(officer, origin, "sign-out.done");
    standings.closeStreams(officer.id());
  }

  /** An officer who is signed in locked or unlocked the screen. */
  public void session(Standing officer, String origin, String action) {
    write(standings.actor(officer, origin), entry(action, officer.id()));
  }

  private void write(Actor actor, Audit entry) {
    Acting.run(actor, () -> own.executeWithoutResult(status -> ledger.audit(entry)));
  }

  private static Audit entry(String action, OfficerId about) {
    return Audit.of(action).about("officer", about);
  }

  /** Whoever it was did not prove it: the entry is the system's, in the agency of the account. */
  private Actor nobody(Optional<OfficerId> who, String origin) {
    return new Actor(
        ActorKind.SYSTEM,
        "sign-in",
        "sign-in",
        who.flatMap(standings::find).map(Standing::agencyId).orElse(null),
        Scope.of(Set.of()),
        Set.of(),
        origin,
        null);
  }
}
