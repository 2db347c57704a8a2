package org.tocsin.app.matter.internal.loop;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.matter.MatterKinds;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.check.KindJson;

/** Shows the declared kinds. */
@Service
@Transactional(readOnly = true)
class KindDesk implements MatterKinds {
  private final LoopKinds kinds;
  private final KindStore store;
  private final RaiseDesk raising;

  KindDesk(LoopKinds kinds, KindStore store, RaiseDesk raising) {
    this.kinds = kinds;
    this.store = store;
    this.raising = raising;
  }

  private static Actor reader() {
    Actor actor = Acting.current();
    if (!actor.may(Permission.KIND_MANAGE)) {
      Sight.of(actor);
    }
    return actor;
  }

  @Override
  public List<KindLine> list() {
    Actor actor = reader();
    return kinds.inUse().stream()
        .map(
            k ->
                new KindLine(
                    k.code(),
                    k.version(),
                    Sayings.text(k.names()),
                    Sayings.text(k.about()),
                    k.rows(),
                    raising.mayRaise(k, actor)))
        .toList();
  }

  @Override
  public Map<String, Object> declaration(String kind, @Nullable Integer version) {
    reader();
    return KindJson.of(find(kind, version));
  }

  @Override
  public List<VersionLine> versions(String kind) {
    reader();
    int current = find(kind, null).version();
    return store.versions(kind).stream()
        .map(
            w -> new VersionLine(w.version(), w.enteredAt(), w.enteredBy(), w.version() == current))
        .toList();
  }

  @Override
  public String yaml(String kind, @Nullable Integer version) {
    reader();
    return store
        .find(kind, find(kind, version).version())
        .map(KindStore.Written::yaml)
        .orElseThrow(() -> Problem.notFound("matter kind", kind));
  }

  private MatterKind find(String kind, @Nullable Integer version) {
    return (version == null ? kinds.findInUse(kind) : kinds.find(kind, version))
        .orElseThrow(() -> Problem.notFound("matter kind", kind));
  }
}
