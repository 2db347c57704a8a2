package org.tocsin.app.matter.internal.loop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Packs.PackException;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.matters.MatterKind;

/**
 * The declared kinds, read from the database and kept in memory: a version never changes once
 * matters follow it. Which one is in use is asked each time, for another node may have decided.
 */
@Component
class LoopKinds {
  private record Version(String kind, int version) {}

  private final KindStore store;
  private final KindReader reader;
  private final Map<Version, MatterKind> read = new ConcurrentHashMap<>();

  LoopKinds(KindStore store, KindReader reader) {
    this.store = store;
    this.reader = reader;
  }

  /** The version of a kind that a matter follows. */
  MatterKind get(String kind, int version) {
    return find(kind, version)
        .orElseThrow(
            () -> new IllegalStateException("kind %s has no version %d".formatted(kind, version)));
  }

  Optional<MatterKind> find(String kind, int version) {
    Version key = new Version(kind, version);
    MatterKind known = read.get(key);
    if (known != null) {
      return Optional.of(known);
    }
    return store
        .find(kind, version)
        .map(
            w -> {
              MatterKind made = parsed(w);
              read.put(key, made);
              return made;
            });
  }

  private MatterKind parsed(KindStore.Written w) {
    KindReader.Reading reading = reader.readKept(w.kind() + ".yaml", w.yaml());
    return reading
        .kind()
        .orElseThrow(
            () ->
                new PackException(
                    "the kept declaration of %s version %d is not understood any more: %s"
                        .formatted(w.kind(), w.version(), reading.defects())));
  }

  /** The kind that new matters begin with. */
  Optional<MatterKind> findInUse(String kind) {
    return store.inUse(kind).flatMap(u -> find(kind, u.version()));
  }

  /**
   * The kind that new matters begin with.
   *
   * @throws Problem KIND_UNKNOWN
   */
  MatterKind inUse(String kind) {
    return findInUse(kind).orElseThrow(() -> Problem.refused(ProblemCode.KIND_UNKNOWN, kind));
  }

  /** All kinds in use, by their code. */
  List<MatterKind> inUse() {
    return store.inUse().stream().flatMap(u -> find(u.kind(), u.version()).stream()).toList();
  }

  /** A version was written anew, while no matter followed it. */
  void forget(String kind, int version) {
    read.remove(new Version(kind, version));
  }
}
