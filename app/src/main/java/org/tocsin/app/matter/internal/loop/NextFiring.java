package org.tocsin.app.matter.internal.loop;

import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * When the next clock of a matter may do something, in memory, so that asking costs nothing while
 * none is due.
 */
@Component
class NextFiring {
  private final AtomicReference<Instant> hint = new AtomicReference<>(Instant.MIN);

  /** Not later than the earliest firing this node knows of. */
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

  /** A firing is being set by the current transaction. */
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
