package org.tocsin.app.staff.internal;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Actor;

/**
 * Tells who bears a token. The secrets are 256 random bits, so a plain SHA-256 is enough to keep
 * them: there is nothing to guess.
 */
@Component
public class Bearers {
  private static final int LONGEST = 200;

  private final TokenStore tokens;
  private final DriverToken driver;
  private final Standings standings;
  private final Clock clock;
  private final Fresh<String, Token> fresh = new Fresh<>();

  Bearers(
      TokenStore tokens,
      DriverToken driver,
      Standings standings,
      @Qualifier(RealTime.CLOCK) Clock clock) {
    this.tokens = tokens;
    this.driver = driver;
    this.standings = standings;
    this.clock = clock;
  }

  /** The bearer as an actor; empty if the token is unknown, expired or revoked. */
  public Optional<Actor> find(String secret, String origin) {
    if (secret.isBlank() || secret.length() > LONGEST) {
      return Optional.empty();
    }
    return driver.find(secret, origin).or(() -> findToken(secret).map(t -> actor(t, origin)));
  }

  private Optional<Token> findToken(String secret) {
    byte[] hash = hash(secret);
    return fresh
        .get(HexFormat.of().formatHex(hash), key -> tokens.findByHash(hash))
        .filter(t -> t.expiresAt() == null || clock.instant().isBefore(t.expiresAt()));
  }

  private Actor actor(Token token, String origin) {
    return new Actor(
        token.kind().actor(),
        token.subject(),
        token.name(),
        token.agencyId(),
        standings.scope(token.agencyId()),
        token.permissions(),
        origin,
        null);
  }

  /** Tokens change with this transaction. */
  void changing() {
    AfterTransaction.run(fresh::forgetAll);
  }

  static byte[] hash(String secret) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
