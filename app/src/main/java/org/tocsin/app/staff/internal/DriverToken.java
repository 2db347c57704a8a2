package org.tocsin.app.staff.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.foundation.Packs;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.InstanceClock;

/**
 * The token of the program that drives an exercise ({@code tocsin.driver.token}). It is honoured
 * only where the clock is driven or in a demo, so that a setting left over by mistake opens nothing
 * on a real instance; and it neither gives roles nor reads the audit log. It belongs to the root,
 * in a demonstration to the call centre that the pack names: that is where its calls ring.
 */
@Component
class DriverToken {
  private static final int SHORTEST = 16;
  private static final Set<Permission> WITHHELD =
      Set.of(Permission.SECURITY_MANAGE, Permission.AUDIT_READ, Permission.AUDIT_EXPORT);

  private final byte[] token;
  private final CachedAgencies agencies;
  private final String callCentre;

  DriverToken(
      @Value("${tocsin.driver.token:}") String token,
      @Value("${tocsin.demo:false}") boolean demo,
      Packs packs,
      InstanceClock clock,
      CachedAgencies agencies) {
    boolean honoured = (clock.isDriven() || demo) && !token.isBlank();
    if (honoured && token.length() < SHORTEST) {
      throw new IllegalArgumentException(
          "tocsin.driver.token must have at least " + SHORTEST + " characters");
    }
    this.token = honoured ? token.getBytes(StandardCharsets.UTF_8) : new byte[0];
    this.agencies = agencies;
    this.callCentre = demo ? Demonstration.pack(packs).callCentre() : "";
  }

  Optional<Actor> find(String secret, String origin) {
    boolean same =
        token.length > 0 && MessageDigest.isEqual(token, secret.getBytes(StandardCharsets.UTF_8));
    return same ? Optional.of(actor(origin)) : Optional.empty();
  }

  private Actor actor(String origin) {
    return new Actor(
        ActorKind.PARTNER,
        "exercise-driver",
        "exercise driver",
        agencies.byCode(callCentre).or(agencies::findRoot).map(Agency::id).orElse(null),
        Scope.all(),
        EnumSet.complementOf(EnumSet.copyOf(WITHHELD)),
        origin,
        null);
  }
}
