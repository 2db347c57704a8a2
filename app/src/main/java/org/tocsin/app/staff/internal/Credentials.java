package org.tocsin.app.staff.internal;

import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.OfficerId;

/**
 * What proves who an officer is. Never leaves this package, never printed.
 *
 * @param totpSecret the sealed secret; confirmed or not, see {@code totpOn}
 */
record Credentials(
    OfficerId id, @Nullable String passwordHash, byte @Nullable [] totpSecret, boolean totpOn) {
  @Override
  public String toString() {
    return "Credentials[" + id + "]";
  }
}
