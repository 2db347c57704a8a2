package org.tocsin.app.foundation.internal.db;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Prints what is wrong with the database as a sentence instead of a stack trace. */
class DatabaseProblemAnalyzer extends AbstractFailureAnalyzer<DatabaseProblem> {
  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, DatabaseProblem cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), "", cause);
  }
}
