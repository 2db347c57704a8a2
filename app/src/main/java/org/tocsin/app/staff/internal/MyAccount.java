package org.tocsin.app.staff.internal;

import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.kernel.OfficerId;

/** What officers do with their own account: change the password, set up one-time codes. */
@Service
public class MyAccount {
  /** A new secret to put into an authenticator app; shown this once. */
  public record Enrolment(String otpauthUri, String secret) {
    @Override
    public String toString() {
      return "Enrolment[…]";
    }
  }

  private final OfficerStore officers;
  private final Standings standings;
  private final SignIns signIns;
  private final Passwords passwords;
  private final SecondFactors secondFactors;
  private final StaffChanges changes;
  private final TransactionTemplate tx;

  MyAccount(
      OfficerStore officers,
      Standings standings,
      SignIns signIns,
      Passwords passwords,
      SecondFactors secondFactors,
      StaffChanges changes,
      PlatformTransactionManager transactions) {
    this.officers = officers;
    this.standings = standings;
    this.signIns = signIns;
    this.passwords = passwords;
    this.secondFactors = secondFactors;
    this.changes = changes;
    this.tx = new TransactionTemplate(transactions);
  }

  /** Changes the password; every other session of the officer ends. */
  public void changePassword(String old, String fresh) {
    Actor actor = Acting.current();
    Standing me = me(actor);
    signIns.prove(me, old, actor.origin());
    passwords.check("new", fresh, me.signInName(), me.displayName());
    if (old.equals(fresh)) {
      throw Problem.invalid("new", "unchanged");
    }
    String hash = passwords.encode(fresh);
    tx.executeWithoutResult(
        status -> {
          officers.setPassword(me.id(), hash, false);
          standings.changing(me.id());
          changes.audit(Audit.of("password.changed").about("officer", me.id()));
        });
  }

  /** Makes a secret for an authenticator app. It counts once a code of it has been confirmed. */
  public Enrolment enrol() {
    Standing me = me(Acting.current());
    return secondFactors
        .propose(credentials(me), me.signInName())
        .orElseThrow(() -> Problem.refused(ProblemCode.CODE_TAKEN, "TOTP"));
  }

  /** Takes the first code of the new secret; from now on every sign-in asks for one. */
  public void confirm(String code) {
    Standing me = me(Acting.current());
    if (!secondFactors.use(credentials(me), code)) {
      throw Problem.refused(ProblemCode.CODE_WRONG);
    }
    tx.executeWithoutResult(
        status -> {
          secondFactors.confirm(credentials(me));
          standings.changing(me.id());
          changes.audit(Audit.of("second-factor.confirmed").about("officer", me.id()));
        });
  }

  private Standing me(Actor actor) {
    OfficerId id = actor.officerId();
    return standings.find(id).orElseThrow(Problem::unauthenticated);
  }

  private Credentials credentials(Standing me) {
    return officers.credentials(me.signInName()).orElseThrow(Problem::unauthenticated);
  }
}
