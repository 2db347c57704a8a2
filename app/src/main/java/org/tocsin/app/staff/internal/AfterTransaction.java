package org.tocsin.app.staff.internal;

import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** What must wait for the end of the current transaction, whichever way it ends. */
final class AfterTransaction {
  private AfterTransaction() {}

  /** Runs the work after the transaction, or now if there is none. */
  static void run(Runnable work) {
    if (!TransactionSynchronizationManager.isSynchronizationActive()) {
      work.run();
      return;
    }
    TransactionSynchronizationManager.registerSynchronization(
        new TransactionSynchronization() {
          @Override
          public void afterCompletion(int status) {
            work.run();
          }
        });
  }
}
