package org.tocsin.app.staff.internal;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Problem;

/**
 * Hashes and checks passwords with Argon2id (19 MiB, 2 passes, 1 lane: OWASP's first choice). Each
 * hash holds its 19 MiB while it runs, so only as many run at once as there are processors: a crowd
 * at the change of shift waits a moment instead of filling the memory.
 */
@Component
class Passwords {
  private static final int KIB = 19 * 1024;

  private final Argon2PasswordEncoder argon2 = new Argon2PasswordEncoder(16, 32, 1, KIB, 2);
  private final Semaphore turns = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
  private final SignInPolicy policy;
  private final String nobodys;

  Passwords(SignInPolicy policy) {
    this.policy = policy;
    this.nobodys = encode("nobody has this password");
  }

  /** The hash of a password. */
  final String encode(String password) {
    return inTurn(() -> String.valueOf(argon2.encode(password)));
  }

  /**
   * Whether the password is right. Takes as long where there is nobody, or nobody with a password,
   * so that time does not tell which names exist.
   */
  boolean matches(String password, @Nullable String hash) {
    if (password.length() > policy.password().maxLength()) {
      return false;
    }
    boolean same = inTurn(() -> argon2.matches(password, hash == null ? nobodys : hash));
    return same && hash != null;
  }

  /** Whether the hash was made with weaker parameters than those of today. */
  boolean isOutdated(String hash) {
    return argon2.upgradeEncoding(hash);
  }

  /**
   * Refuses a password that the policy does not allow.
   *
   * @param field the field to name in the refusal
   */
  void check(String field, @Nullable String password, String signInName, String displayName) {
    if (password == null || password.isEmpty()) {
      throw Problem.invalid(field, "required");
    }
    policy
        .password()
        .refusal(password, signInName, displayName)
        .ifPresent(
            reason -> {
              int limit =
                  reason.equals("too-long")
                      ? policy.password().maxLength()
                      : policy.password().minLength();
              throw Problem.invalid(field, reason, limit);
            });
  }

  private <T> T inTurn(Supplier<T> work) {
    turns.acquireUninterruptibly();
    try {
      return work.get();
    } finally {
      turns.release();
    }
  }
}
