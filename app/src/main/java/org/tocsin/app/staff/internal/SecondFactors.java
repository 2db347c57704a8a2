package org.tocsin.app.staff.internal;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;

/** The one-time codes of an officer: the sealed secret, its first code, and each code used up. */
@Component
class SecondFactors {
  private final OfficerStore officers;
  private final OneTimeCodes codes;
  private final SecretBox box;
  private final Clock clock;

  SecondFactors(
      OfficerStore officers,
      OneTimeCodes codes,
      SecretBox box,
      @Qualifier(RealTime.CLOCK) Clock clock) {
    this.officers = officers;
    this.codes = codes;
    this.box = box;
    this.clock = clock;
  }

  /** Whether the code is right and was never used; from now on it, and any earlier one, is used. */
  boolean use(Credentials known, String code) {
    byte[] sealed = known.totpSecret();
    if (sealed == null) {
      return false;
    }
    OptionalLong step = codes.step(box.open(sealed, belonging(known)), code);
    return step.isPresent() && officers.useTotpStep(known.id(), step.getAsLong());
  }

  /** A new secret that counts once it is confirmed; empty if one counts already. */
  Optional<MyAccount.Enrolment> propose(Credentials known, String account) {
    byte[] secret = codes.newSecret();
    return officers.proposeTotp(known.id(), box.seal(secret, belonging(known)))
        ? Optional.of(
            new MyAccount.Enrolment(codes.uri(secret, account), OneTimeCodes.base32(secret)))
        : Optional.empty();
  }

  /** From now on every sign-in asks for a code. */
  void confirm(Credentials known) {
    officers.confirmTotp(known.id(), clock.instant());
  }

  private static String belonging(Credentials known) {
    return "totp:" + known.id();
  }
}
