package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** When the next timer may be due, in memory, so that asking costs nothing when none is. */
@Component
class NextDue {
  private final AtomicReference<Instant> hint = new AtomicReference<>(Instant.MIN);

  /** Not later than the earliest timer this node knows of. */
  Instant get() {
    return Objects.requireNonNull(hint.get());
  }

  /** Before looking into the database: what commits meanwhile lowers it again. */
  void forget() {
    hint.set(Instant.MAX);
  }

  void notLaterThan(Instant due) {
    hint.accumulateAndGet(due, (a, b) -> a.isBefore(b) ? a : b);
  }

  /** A timer is being set by the current transaction. */
  void atCommit(Instant due) {
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCommit() {
            notLaterThan(due);
          }
        });
  }
}
