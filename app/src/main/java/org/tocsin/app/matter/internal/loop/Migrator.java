package org.tocsin.app.matter.internal.loop;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.MatterId;
import org.tocsin.matters.MatterKind;

/** Moves running matters to the version in use by its declared step, some at a time. */
@Component
class Migrator {
  private static final Logger LOG = LoggerFactory.getLogger(Migrator.class);
  private static final int SOME = 100;

  private final LoopKinds kinds;
  private final LoopStore matters;
  private final LoopDesk desk;
  private final Engine engine;
  private final TransactionTemplate transaction;

  /** Steps that were gone through wholly since the start: nothing new begins on an old version. */
  private final Set<String> done = ConcurrentHashMap.newKeySet();

  Migrator(
      LoopKinds kinds,
      LoopStore matters,
      LoopDesk desk,
      Engine engine,
      PlatformTransactionManager transactions) {
    this.kinds = kinds;
    this.matters = matters;
    this.desk = desk;
    this.engine = engine;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** Moves some of those that a step is declared for. */
  void some(Instant now) {
    for (MatterKind kind : kinds.inUse()) {
      for (MatterKind.Migration step : kind.migrations()) {
        String name = "%s %d→%d".formatted(kind.code(), step.from(), kind.version());
        if (step.from() != kind.version() && !done.contains(name) && all(kind, step.from(), now)) {
          done.add(name);
        }
      }
    }
  }

  /** Whether all were moved. */
  private boolean all(MatterKind to, int from, Instant now) {
    boolean all = true;
    MatterId after = null;
    List<MatterId> some;
    do {
      some = matters.openOf(to.code(), from, after, SOME);
      for (MatterId id : some) {
        all &= one(to, id, now);
        after = id;
      }
    } while (some.size() == SOME);
    return all;
  }

  private boolean one(MatterKind to, MatterId id, Instant now) {
    try {
      return Boolean.TRUE.equals(transaction.execute(s -> move(to, id, now)));
    } catch (RuntimeException e) {
      LOG.error("matter {} cannot be moved to version {} of its kind", id, to.version(), e);
      return true;
    }
  }

  /** Whether it was free to be moved. */
  private boolean move(MatterKind to, MatterId id, Instant now) {
    if (matters.lockFree(List.of(id)).isEmpty()) {
      return false;
    }
    Held held = desk.caughtUp(desk.locked(id), now);
    engine
        .flow()
        .migrate(to, held.state(), now)
        .ifPresent(
            moved ->
                Acting.run(
                    Actor.system("migration").in(held.row().exercise()),
                    () -> {
                      List<EntryStore.Line> lines = new ArrayList<>();
                      lines.add(line(held, to));
                      lines.addAll(desk.told(to, moved));
                      Held after = desk.store(held, to, moved, true, lines, now);
                      desk.audit(
                          after,
                          Audit.of("matter.migrated")
                              .detail("from", held.kind().version())
                              .detail("to", to.version()));
                      desk.tell(after);
                    }));
    return true;
  }

  private static EntryStore.Line line(Held held, MatterKind to) {
    return new EntryStore.Line(
        "MIGRATED",
        new Text(
            "转入第 %d 版类别声明".formatted(to.version()),
            "Moved to version %d of its kind".formatted(to.version())),
        null,
        null,
        Map.of("from", held.kind().version(), "to", to.version()));
  }
}
