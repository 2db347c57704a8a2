package org.tocsin.tracing.store;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Takes payments in order behind parts that stay, for rebuilding: into a tail, and from there into
 * segments where segments are being replaced.
 */
final class Filling {
  private final Ledger ledger;
  private final @Nullable Folder folder;
  private final List<Segment> sealed;
  private final boolean intoSegments;
  private Tail tail;

  Filling(Ledger ledger, @Nullable Folder folder, Parts kept) {
    this.ledger = ledger;
    this.folder = folder;
    this.sealed = new ArrayList<>(kept.sealed());
    this.intoSegments = folder != null && kept.sealed().size() < ledger.parts().sealed().size();
    this.tail = kept.tail();
  }

  void take(Entry entry) {
    Ledger.put(tail, entry);
    if (folder != null && intoSegments && tail.size() >= ledger.options().tailPayments()) {
      seal(folder);
    }
  }

  private void seal(Folder into) {
    Path file = into.newSegment();
    int accounts = ledger.book().count();
    SegmentWriter.write(file, List.of(tail), accounts, ledger.options().backwardIndex());
    sealed.add(Segment.open(file, false));
    tail = tail.successor();
  }

  /** Makes the result what is read, and what is on disk where segments were replaced. */
  void finish(long revision) {
    if (folder == null || !intoSegments) {
      ledger.parts(new Parts(sealed, null, tail, revision));
      return;
    }
    if (tail.size() > 0) {
      seal(folder);
    }
    ledger.parts(new Parts(sealed, null, tail, revision));
    if (!ledger.postponed()) {
      int log = folder.rotate();
      folder.commit(Upkeep.manifest(ledger.parts(), log, folder));
    }
  }
}
