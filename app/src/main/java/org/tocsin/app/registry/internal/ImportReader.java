package org.tocsin.app.registry.internal;

import java.nio.file.Path;
import java.util.function.DoubleConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.kernel.ImportId;

/** Reads a file into its own rows and compares them with those in use. */
@Component
class ImportReader {
  private final ImportStore store;
  private final DataKinds kinds;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  ImportReader(
      ImportStore store, DataKinds kinds, JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.store = store;
    this.kinds = kinds;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  void read(ImportView view, Path file, DoubleConsumer progress) {
    DataKind<?> kind = kinds.of(view.kind(), view.dataset());
    transaction.executeWithoutResult(status -> stage(view, kind, file, progress));
  }

  private <T> void stage(ImportView view, DataKind<T> kind, Path file, DoubleConsumer progress) {
    StagedRows<T> rows = new StagedRows<>(jdbc, view.id(), kind, progress);
    kind.read(file, rows);
    rows.finish();
    @Nullable ImportId base = store.active(view.dataset());
    ImportStore.Difference difference = store.difference(kind.table(), view.id(), base);
    boolean same = base != null && difference.isNone();
    if (same) {
      store.deleteRows(kind.table(), view.id());
    }
    store.read(
        view.id(), same ? ImportState.UNCHANGED : ImportState.PREVIEWED, rows, difference, base);
  }
}
