package org.tocsin.app.staff.internal;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;

/**
 * The tree in memory. Once a second the version in the database is compared, so that other nodes'
 * changes are seen; a change made here drops the copy when its transaction has ended. Real time,
 * not the instance's: a replay must not make it ask the database for every call.
 */
@Component
class CachedAgencies implements Agencies {
  private static final long TRUSTED_NANOS = Duration.ofSeconds(1).toNanos();

  private record Copy(AgencyTree tree, long checkedAt) {}

  private final AgencyStore store;
  private final AtomicLong changes = new AtomicLong();
  private volatile @Nullable Copy copy;

  CachedAgencies(AgencyStore store) {
    this.store = store;
  }

  AgencyTree tree() {
    Copy held = copy;
    long now = System.nanoTime();
    if (held != null && now - held.checkedAt() < TRUSTED_NANOS) {
      return held.tree();
    }
    return refresh(held, now);
  }

  private AgencyTree refresh(@Nullable Copy held, long now) {
    long before = changes.get();
    boolean current = held != null && store.treeVersion() == held.tree().version();
    AgencyTree tree = current && held != null ? held.tree() : store.load();
    keep(new Copy(tree, now), before);
    return tree;
  }

  /**
   * A copy that was read while a change ended may be the old one: it answers once and is not kept.
   */
  private synchronized void keep(Copy read, long before) {
    if (changes.get() == before) {
      copy = read;
    }
  }

  private synchronized void forget() {
    changes.incrementAndGet();
    copy = null;
  }

  /** Called inside the transaction that changes the tree. */
  void changing() {
    store.raiseVersion();
    AfterTransaction.run(this::forget);
  }

  @Override
  public Agency get(AgencyId id) {
    return find(id).orElseThrow(() -> Problem.notFound("agency", id));
  }

  @Override
  public Optional<Agency> find(AgencyId id) {
    return tree().find(id);
  }

  @Override
  public Optional<Agency> byCode(String code) {
    return tree().byCode(code);
  }

  @Override
  public Agency root() {
    return findRoot().orElseThrow(() -> new IllegalStateException("blank installation: no agency"));
  }

  @Override
  public Optional<Agency> findRoot() {
    return tree().root();
  }

  @Override
  public Optional<Agency> parent(AgencyId id) {
    return ancestors(id).stream().findFirst();
  }

  @Override
  public List<Agency> children(AgencyId id) {
    return tree().children(id);
  }

  @Override
  public List<Agency> ancestors(AgencyId id) {
    return tree().ancestors(id);
  }

  @Override
  public Set<AgencyId> subtree(AgencyId id) {
    return tree().subtree(id);
  }

  @Override
  public List<Agency> list() {
    return tree().list();
  }
}
