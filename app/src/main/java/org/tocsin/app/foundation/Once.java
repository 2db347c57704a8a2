package org.tocsin.app.foundation;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Does a piece of work once for a key, however often it is asked for. */
public interface Once {
  /**
   * Does the work, or gives the answer of the first time. Must run in the transaction of the work.
   *
   * @param what the operation, so that keys of different operations do not meet
   * @param key the caller's idempotency key; null means no protection
   * @param request what was asked; the same key with another request is refused
   * @param type what the answer is read back as
   * @throws Problem KEY_REUSED
   */
  <T> T run(String what, @Nullable String key, Object request, Class<T> type, Supplier<T> work);
}
