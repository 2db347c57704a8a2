package org.tocsin.app.staff.internal;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * One-time codes by time (RFC 6238: six digits, 30 seconds, HMAC-SHA-1, which is what authenticator
 * apps read). Codes follow real time, because the officer's phone does.
 */
@Component
class OneTimeCodes {
  private static final int SECRET_BYTES = 20;
  private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

  private final TimeBasedOneTimePasswordGenerator generator =
      new TimeBasedOneTimePasswordGenerator();
  private final SecureRandom random = new SecureRandom();
  private final Clock clock;
  private final String issuer;

  OneTimeCodes(
      @Qualifier(RealTime.CLOCK) Clock clock, @Value("${tocsin.name:Tocsin}") String issuer) {
    this.clock = clock;
    this.issuer = issuer;
  }

  byte[] newSecret() {
    byte[] secret = new byte[SECRET_BYTES];
    random.nextBytes(secret);
    return secret;
  }

  /**
   * The time step whose code this is: the present one, or its neighbours for clocks that differ a
   * little; empty if it is none of them.
   */
  OptionalLong step(byte[] secret, String code) {
    String digits = code.replaceAll("[\\s-]", "");
    long stepSeconds = generator.getTimeStep().toSeconds();
    long present = clock.instant().getEpochSecond() / stepSeconds;
    OptionalLong found = OptionalLong.empty();
    for (long step = present - 1; step <= present + 1; step++) {
      if (same(code(secret, Instant.ofEpochSecond(step * stepSeconds)), digits)) {
        found = OptionalLong.of(step);
      }
    }
    return found;
  }

  String code(byte[] secret, Instant at) {
    try {
      return generator.generateOneTimePasswordString(
          new SecretKeySpec(secret, generator.getAlgorithm()), at, Locale.ROOT);
    } catch (InvalidKeyException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The secret as people type it. */
  static String base32(byte[] secret) {
    StringBuilder text = new StringBuilder();
    int bits = 0;
    int held = 0;
    for (byte b : secret) {
      held = (held << 8) | (b & 0xFF);
      bits += 8;
      while (bits >= 5) {
        bits -= 5;
        text.append(BASE32.charAt((held >>> bits) & 31));
      }
    }
    return bits == 0
        ? text.toString()
        : text.append(BASE32.charAt((held << (5 - bits)) & 31)).toString();
  }

  /** The secret as authenticator apps scan it. */
  String uri(byte[] secret, String account) {
    return "otpauth://totp/%s:%s?secret=%s&issuer=%s&algorithm=SHA1&digits=6&period=30"
        .formatted(encode(issuer), encode(account), base32(secret), encode(issuer));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  private static boolean same(String a, String b) {
    return MessageDigest.isEqual(
        a.getBytes(StandardCharsets.UTF_8), b.getBytes(StandardCharsets.UTF_8));
  }
}
