package org.tocsin.app.staff.internal;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The rules of signing in, from {@code packs/sign-in.yaml}.
 *
 * @param lock how many failures lock a name, and for how long
 * @param session when a screen locks and a session ends, in real time
 * @param password what a password must be
 */
public record SignInPolicy(Lock lock, Session session, Password password) {
  /** Failures in a row before the lock, and its length. */
  public record Lock(int failures, int minutes) {
    public Lock {
      if (failures < 1 || failures > 10 || minutes < 1) {
        throw new IllegalArgumentException("lock: 1 to 10 failures, at least 1 minute");
      }
    }

    Duration length() {
      return Duration.ofMinutes(minutes);
    }
  }

  /** Idle minutes before the screen locks, idle and total hours before the session ends. */
  public record Session(int idleLockMinutes, int idleEndHours, int longestHours) {
    public Session {
      if (idleLockMinutes < 1 || idleEndHours * 60 < idleLockMinutes || longestHours < 1) {
        throw new IllegalArgumentException("session: the screen locks before the session ends");
      }
    }

    /** How long a screen stays open that nobody touches. */
    public Duration idleLock() {
      return Duration.ofMinutes(idleLockMinutes);
    }

    /** How long a session lasts at most. */
    public Duration longest() {
      return Duration.ofHours(longestHours);
    }
  }

  /** Length and refused words. */
  public record Password(int minLength, int maxLength, List<String> refusedWords) {
    public Password {
      refusedWords = refusedWords.stream().map(w -> w.toLowerCase(Locale.ROOT)).toList();
    }

    /**
     * The reason why this is no good password for that person, as a field code; empty if it is one.
     */
    Optional<String> refusal(String password, String signInName, String displayName) {
      if (password.codePointCount(0, password.length()) < minLength) {
        return Optional.of("too-short");
      }
      if (password.length() > maxLength) {
        return Optional.of("too-long");
      }
      if (password.codePoints().distinct().count() < 5) {
        return Optional.of("too-simple");
      }
      String lower = password.toLowerCase(Locale.ROOT);
      List<String> words = new ArrayList<>(refusedWords);
      words.add(signInName.toLowerCase(Locale.ROOT));
      words.add(displayName.toLowerCase(Locale.ROOT));
      return words.stream().anyMatch(w -> w.length() > 1 && lower.contains(w))
          ? Optional.of("too-common")
          : Optional.empty();
    }
  }
}
