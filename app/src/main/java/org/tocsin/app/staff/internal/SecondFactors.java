package org.tocsin.app.staff.internal;

import java.util.OptionalLong;
import org.springframework.stereotype.Component;

/** The one-time code of an officer: opens the sealed secret, checks the code, and uses it up. */
@Component
class SecondFactors {
  private final OfficerStore officers;
  private final OneTimeCodes codes;
  private final SecretBox box;

  SecondFactors(OfficerStore officers, OneTimeCodes codes, SecretBox box) {
    this.officers = officers;
    this.codes = codes;
    this.box = box;
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

  /** A new secret, and the same sealed for the officer. */
  byte[] newSecret() {
    return codes.newSecret();
  }

  byte[] seal(byte[] secret, Credentials known) {
    return box.seal(secret, belonging(known));
  }

  private static String belonging(Credentials known) {
    return "totp:" + known.id();
  }
}
