package org.tocsin.app.registry.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.registry.events.DatasetSwitched;
import org.tocsin.kernel.ImportId;

/** Switches which import of a dataset is in use, in one transaction, and renews the indexes. */
@Component
class ImportSwitch {
  // Rows of this many former imports stay, so that they can be rolled back to.
  private static final int FORMER_KEPT = 3;

  private final ImportStore store;
  private final PlateStore plates;
  private final RegistryIndexes indexes;
  private final Ledger ledger;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transaction;

  ImportSwitch(
      ImportStore store,
      PlateStore plates,
      RegistryIndexes indexes,
      Ledger ledger,
      ApplicationEventPublisher events,
      TransactionTemplate transaction) {
    this.store = store;
    this.plates = plates;
    this.indexes = indexes;
    this.ledger = ledger;
    this.events = events;
    this.transaction = transaction;
  }

  void apply(ImportId id, String by, Instant at) {
    transaction.executeWithoutResult(status -> applyNow(id, by, at));
    indexes.renew();
  }

  private void applyNow(ImportId id, String by, Instant at) {
    String dataset = find(id).dataset();
    @Nullable ImportId inUse = store.lockDataset(dataset);
    ImportView view = find(id);
    if (view.state() == ImportState.UNCHANGED || id.equals(inUse)) {
      return;
    }
    if (view.state() != ImportState.PREVIEWED) {
      throw Problem.refused(ProblemCode.IMPORT_NOT_READY, view.state());
    }
    if (view.accepted() == 0) {
      throw Problem.refused(ProblemCode.IMPORT_EMPTY);
    }
    if (!Objects.equals(inUse, store.base(id).orElse(null))) {
      throw Problem.refused(ProblemCode.IMPORT_OUTDATED);
    }
    if (inUse != null) {
      store.state(inUse, ImportState.SUPERSEDED);
    }
    store.activate(dataset, id);
    store.applied(id, at, by);
    if (view.kind() == ImportKind.ADDRESSES) {
      plates.activateNew(id, at);
    }
    dropOld(view);
    tell("import.applied", view, at);
  }

  void rollback(ImportId id, String by, Instant at) {
    transaction.executeWithoutResult(status -> rollbackNow(id, by, at));
    indexes.renew();
  }

  private void rollbackNow(ImportId id, String by, Instant at) {
    ImportView view = find(id);
    @Nullable ImportId inUse = store.lockDataset(view.dataset());
    @Nullable ImportId former = store.base(id).orElse(null);
    if (!id.equals(inUse) || (former != null && !store.rowsKept(former))) {
      throw Problem.refused(ProblemCode.IMPORT_NOT_ACTIVE);
    }
    store.activate(view.dataset(), former);
    store.rolledBack(id, at, by);
    if (former != null) {
      store.state(former, ImportState.APPLIED);
    }
    tell("import.rolled-back", view, at);
  }

  private void dropOld(ImportView view) {
    List<ImportId> old = store.beyondKeeping(view.dataset(), FORMER_KEPT);
    for (ImportId id : old) {
      for (String table : RegistryRows.TABLES) {
        store.deleteRows(table, id);
      }
      store.rowsDropped(id);
    }
  }

  private void tell(String action, ImportView view, Instant at) {
    ledger.audit(
        Audit.of(action)
            .about("import", view.id())
            .detail("dataset", view.dataset())
            .detail("file", view.fileName())
            .detail("rows", view.accepted()));
    events.publishEvent(new DatasetSwitched(view.id(), view.dataset(), at));
  }

  private ImportView find(ImportId id) {
    return store.find(id).orElseThrow(() -> Problem.notFound("import", id));
  }
}
