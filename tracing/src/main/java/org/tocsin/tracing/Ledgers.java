package org.tocsin.tracing;

import java.nio.file.Path;
import org.tocsin.tracing.store.Ledger;

/** Makes ledgers. */
public final class Ledgers {
  private Ledgers() {}

  /** An empty ledger that lives as long as the program. */
  public static LedgerStore inMemory() {
    return Ledger.inMemory();
  }

  /**
   * The ledger of a folder, made where there is none. One process at a time.
   *
   * @throws org.tocsin.tracing.store.DamagedException where a file is not what it should be
   */
  public static LedgerStore open(Path folder, StoreOptions options) {
    return Ledger.open(folder, options);
  }
}
