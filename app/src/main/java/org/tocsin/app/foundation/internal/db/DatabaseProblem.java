package org.tocsin.app.foundation.internal.db;

import org.jspecify.annotations.Nullable;

/**
 * The database cannot be started, reached or used; the message is written for the person who runs
 * Tocsin.
 */
public final class DatabaseProblem extends RuntimeException {
  public DatabaseProblem(String message) {
    super(message);
  }

  public DatabaseProblem(String message, @Nullable Throwable cause) {
    super(message, cause);
  }
}
