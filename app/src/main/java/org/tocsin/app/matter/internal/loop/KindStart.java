package org.tocsin.app.matter.internal.loop;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.Packs;
import org.tocsin.app.foundation.Packs.PackException;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.check.Declarations;
import org.tocsin.matters.check.Defect;

/**
 * Takes the shipped declarations in at start, proved; one with a defect stops the start. A newer
 * version is put in use by itself unless a person has decided on another; a version that matters
 * follow is never rewritten.
 */
@Component
class KindStart implements SmartInitializingSingleton {
  private static final Logger LOG = LoggerFactory.getLogger(KindStart.class);
  static final String FOLDER = "matters";

  /** Beside the declarations stand the examples of the demonstration. */
  private static final String EXAMPLES = "examples.yaml";

  private final Packs packs;
  private final KindReader reader;
  private final KindStore store;
  private final LoopKinds kinds;
  private final InstanceClock clock;
  private final TransactionTemplate transaction;

  KindStart(
      Packs packs,
      KindReader reader,
      KindStore store,
      LoopKinds kinds,
      InstanceClock clock,
      PlatformTransactionManager transactions) {
    this.packs = packs;
    this.reader = reader;
    this.store = store;
    this.kinds = kinds;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  private record Shipped(String file, String yaml, MatterKind kind) {}

  @Override
  public void afterSingletonsInstantiated() {
    List<Shipped> shipped = shipped();
    transaction.executeWithoutResult(
        s -> {
          store.lock();
          shipped.forEach(this::take);
        });
  }

  private List<Shipped> shipped() {
    SortedMap<String, String> texts = packs.texts(FOLDER);
    Declarations read = reader.readAll(texts);
    if (!read.defects().isEmpty()) {
      throw new PackException(
          "packs/%s: %s"
              .formatted(
                  FOLDER,
                  read.defects().stream().map(Defect::toString).collect(Collectors.joining("; "))));
    }
    return texts.entrySet().stream()
        .flatMap(e -> shipped(e.getKey(), e.getValue()).stream())
        .toList();
  }

  /** A file with the kind it declares. */
  private Optional<Shipped> shipped(String file, String yaml) {
    return file.equals(EXAMPLES)
        ? Optional.empty()
        : reader.readKept(file, yaml).kind().map(k -> new Shipped(file, yaml, k));
  }

  private void take(Shipped s) {
    String kind = s.kind().code();
    int version = s.kind().version();
    Instant now = clock.instant();
    Optional<KindStore.Written> kept = store.find(kind, version);
    if (kept.isEmpty()) {
      store.insert(new KindStore.Written(kind, version, "PACK", s.yaml(), now, "pack"));
    } else if (!kept.get().yaml().equals(s.yaml())) {
      changed(s, kept.get());
    }
    Optional<KindStore.InUse> used = store.inUse(kind);
    if (used.isEmpty() || (used.get().version() < version && !used.get().decided())) {
      store.use(new KindStore.InUse(kind, version, false), now, "pack");
    }
  }

  private void changed(Shipped s, KindStore.Written kept) {
    if (kept.source().equals("PROPOSAL")) {
      LOG.warn(
          "packs/{}/{} is version {}, which this installation has decided otherwise: left out",
          FOLDER,
          s.file(),
          kept.version());
    } else if (store.hasMatters(kept.kind(), kept.version())) {
      throw new PackException(
          "packs/%s/%s was changed, but matters follow its version %d: raise version"
              .formatted(FOLDER, s.file(), kept.version()));
    } else {
      store.rewrite(kept.kind(), kept.version(), s.yaml());
      kinds.forget(kept.kind(), kept.version());
    }
  }
}
