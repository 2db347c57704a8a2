package org.tocsin.app.staff.internal;

import java.time.Clock;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.kernel.OfficerId;

/**
 * Proving who one is: name and password, then a one-time code where the officer has it on. Wrong
 * name, wrong password, wrong code and shut account all get the same answer.
 *
 * <p>None of this runs inside one transaction: a hash takes long, and a failure must be written
 * down although it is a failure.
 */
@Service
public class SignIns {
  private static final int LONGEST_NAME = 100;

  /**
   * What came of it.
   *
   * @param codeNeeded the password was right, and a one-time code is asked for; nobody is signed in
   */
  public record Outcome(Standing officer, boolean codeNeeded) {}

  private final OfficerStore officers;
  private final AttemptStore attempts;
  private final Passwords passwords;
  private final SecondFactors secondFactors;
  private final SignInPolicy policy;
  private final SignInLog log;
  private final Clock clock;

  SignIns(
      OfficerStore officers,
      AttemptStore attempts,
      Passwords passwords,
      SecondFactors secondFactors,
      SignInPolicy policy,
      SignInLog log,
      @Qualifier(RealTime.CLOCK) Clock clock) {
    this.officers = officers;
    this.attempts = attempts;
    this.passwords = passwords;
    this.secondFactors = secondFactors;
    this.policy = policy;
    this.log = log;
    this.clock = clock;
  }

  /**
   * Signs in.
   *
   * @throws Problem SIGN_IN_FAILED, or SIGN_IN_LOCKED after too many failures
   */
  public Outcome signIn(String name, String password, @Nullable String code, String origin) {
    if (name.isBlank() || name.length() > LONGEST_NAME || name.indexOf('\0') >= 0) {
      throw Problem.refused(ProblemCode.SIGN_IN_FAILED);
    }
    AttemptStore.Attempt attempt = begin(name);
    Optional<Credentials> found = officers.credentials(name);
    Credentials known = found.orElse(null);
    boolean right = passwords.matches(password, known == null ? null : known.passwordHash());
    Standing officer =
        found.flatMap(c -> officers.standing(c.id())).filter(o -> !o.disabled()).orElse(null);
    if (!right || known == null || officer == null) {
      throw failed(attempt, found.map(Credentials::id), "password", origin);
    }
    if (known.totpOn() && (code == null || code.isBlank())) {
      attempts.takeBack(name, policy.lock());
      return new Outcome(officer, true);
    }
    if (known.totpOn() && !secondFactors.use(known, Objects.requireNonNull(code))) {
      throw failed(attempt, found.map(Credentials::id), "code", origin);
    }
    attempts.forget(name);
    renewHash(known, password);
    log.succeeded(officer, origin, "password");
    return new Outcome(officer, false);
  }

  /**
   * Checks the password of an officer who is signed in, to unlock the screen or to change it. The
   * failures count as those of signing in.
   */
  public void prove(Standing officer, String password, String origin) {
    AttemptStore.Attempt attempt = begin(officer.signInName());
    Optional<Credentials> known = officers.credentials(officer.signInName());
    String hash = known.map(Credentials::passwordHash).orElse(null);
    if (!passwords.matches(password, hash)) {
      throw failed(attempt, Optional.of(officer.id()), "password", origin);
    }
    attempts.forget(officer.signInName());
  }

  private AttemptStore.Attempt begin(String name) {
    AttemptStore.Attempt attempt = attempts.begin(name, policy.lock(), clock.instant());
    if (attempt.failures() > policy.lock().failures()) {
      throw locked(attempt);
    }
    return attempt;
  }

  private Problem failed(
      AttemptStore.Attempt attempt, Optional<OfficerId> who, String what, String origin) {
    log.failed(who, what, attempt.lockedUntil().isPresent(), origin);
    return attempt.lockedUntil().isPresent()
        ? locked(attempt)
        : Problem.refused(ProblemCode.SIGN_IN_FAILED);
  }

  private static Problem locked(AttemptStore.Attempt attempt) {
    String until = attempt.lockedUntil().map(Object::toString).orElse("");
    return Problem.refused(ProblemCode.SIGN_IN_LOCKED, until).with("lockedUntil", until);
  }

  private void renewHash(Credentials known, String password) {
    String hash = known.passwordHash();
    if (hash != null && passwords.isOutdated(hash)) {
      officers.rehash(known.id(), passwords.encode(password));
    }
  }
}
