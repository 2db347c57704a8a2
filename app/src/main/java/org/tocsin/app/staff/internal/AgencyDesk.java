package org.tocsin.app.staff.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;

/** Keeping the tree of agencies. Changes of the tree take turns on one row lock. */
@Service
public class AgencyDesk implements SmartInitializingSingleton {
  /** A new agency; without a parent it becomes the root, if there is none yet. */
  public record NewAgency(
      String code, @Nullable AgencyId parentId, String nameZh, @Nullable String nameEn) {}

  /** What is to change; null leaves as it is. */
  public record AgencyChange(
      long version,
      @Nullable String code,
      @Nullable AgencyId parentId,
      @Nullable String nameZh,
      @Nullable String nameEn) {}

  private final AgencyStore store;
  private final CachedAgencies agencies;
  private final AgencyLevels levels;
  private final Once once;
  private final Standings standings;
  private final StaffChanges changes;

  AgencyDesk(
      AgencyStore store,
      CachedAgencies agencies,
      AgencyLevels levels,
      Once once,
      Standings standings,
      StaffChanges changes) {
    this.store = store;
    this.agencies = agencies;
    this.levels = levels;
    this.once = once;
    this.standings = standings;
    this.changes = changes;
  }

  /** An instance whose tree is deeper than its configuration says does not start. */
  @Override
  public void afterSingletonsInstantiated() {
    int depth = store.load().depth();
    if (depth >= 0 && !levels.allows(depth)) {
      throw new IllegalStateException(
          "the tree of agencies has %d levels, but the configuration (tocsin.agency-levels) has %d"
              .formatted(depth + 1, levels.names().size()));
    }
  }

  /**
   * What the actor sees of the tree: its own subtree, and the way up from there for orientation.
   */
  public List<Agency> visible() {
    Actor actor = Acting.require(Permission.STAFF_READ);
    AgencyId own = actor.agency();
    List<Agency> above = own == null ? List.of() : agencies.ancestors(own);
    return agencies.list().stream()
        .filter(a -> actor.scope().covers(a.id()) || above.contains(a))
        .toList();
  }

  /** Adds an agency below one that the actor commands. */
  @Transactional
  public Agency create(NewAgency asked, @Nullable String key) {
    Actor actor = Acting.require(Permission.STAFF_MANAGE);
    return once.run("agency.create", key, asked, Agency.class, () -> create(actor, asked));
  }

  private Agency create(Actor actor, NewAgency asked) {
    agencies.changing();
    AgencyTree tree = store.load();
    AgencyId parentId = asked.parentId();
    int level = parentId == null ? 0 : commanded(actor, tree, parentId).level() + 1;
    if (parentId == null && tree.root().isPresent()) {
      throw Problem.invalid("parentId", "required");
    }
    checkLevel(level);
    String code = Check.code("code", asked.code());
    checkCodeFree(tree, code, null);
    String zh = Check.text("nameZh", asked.nameZh(), 100);
    String en = asked.nameEn() == null ? zh : Check.text("nameEn", asked.nameEn(), 100);
    Agency agency = new Agency(AgencyId.next(), code, parentId, level, zh, en, 1);
    store.insert(agency, changes.now(), actor.name());
    changes.audit(
        Audit.of("agency.created")
            .about("agency", agency.id())
            .detail("code", code)
            .detail("parent", parentId));
    return agency;
  }

  /** Renames, recodes or moves an agency. */
  @Transactional
  public Agency change(AgencyId id, AgencyChange asked) {
    Actor actor = Acting.require(Permission.STAFF_MANAGE);
    agencies.changing();
    AgencyTree tree = store.load();
    Agency before = commanded(actor, tree, id);
    if (before.version() != asked.version()) {
      throw changes.stale("agency", id);
    }
    Agency after = changed(actor, tree, before, asked);
    if (!store.update(after, changes.now(), actor.name())) {
      throw changes.stale("agency", id);
    }
    if (!Objects.equals(after.parentId(), before.parentId())) {
      standings.changingTree();
    }
    if (after.level() != before.level()) {
      store.shiftLevels(below(tree, id), after.level() - before.level());
    }
    changes.audit(
        Audit.of("agency.changed")
            .about("agency", id)
            .detail("code", after.code())
            .detail("parent", after.parentId()));
    return after;
  }

  private Agency changed(Actor actor, AgencyTree tree, Agency before, AgencyChange asked) {
    AgencyId parent = asked.parentId() == null ? before.parentId() : asked.parentId();
    int level = before.level();
    if (!Objects.equals(parent, before.parentId())) {
      level = levelAfterMove(actor, tree, before, Objects.requireNonNull(parent));
    }
    String code = asked.code() == null ? before.code() : Check.code("code", asked.code());
    checkCodeFree(tree, code, before.id());
    String zh =
        asked.nameZh() == null ? before.nameZh() : Check.text("nameZh", asked.nameZh(), 100);
    String en =
        asked.nameEn() == null ? before.nameEn() : Check.text("nameEn", asked.nameEn(), 100);
    return new Agency(before.id(), code, parent, level, zh, en, before.version() + 1);
  }

  private int levelAfterMove(Actor actor, AgencyTree tree, Agency moved, AgencyId to) {
    if (moved.parentId() == null || tree.subtree(moved.id()).contains(to)) {
      throw Problem.refused(ProblemCode.AGENCY_CIRCLE, moved.code());
    }
    int level = commanded(actor, tree, to).level() + 1;
    int deepest =
        tree.subtree(moved.id()).stream()
            .map(tree::find)
            .flatMap(Optional::stream)
            .mapToInt(Agency::level)
            .max()
            .orElse(moved.level());
    checkLevel(deepest - moved.level() + level);
    return level;
  }

  private static UUID[] below(AgencyTree tree, AgencyId id) {
    List<UUID> ids = new ArrayList<>();
    tree.subtree(id).stream().filter(a -> !a.equals(id)).forEach(a -> ids.add(a.value()));
    return ids.toArray(UUID[]::new);
  }

  private void checkLevel(int level) {
    if (!levels.allows(level)) {
      throw Problem.refused(ProblemCode.AGENCY_TOO_DEEP, levels.names().size());
    }
  }

  private static void checkCodeFree(AgencyTree tree, String code, @Nullable AgencyId own) {
    if (tree.byCode(code).filter(a -> !a.id().equals(own)).isPresent()) {
      throw Problem.refused(ProblemCode.CODE_TAKEN, code);
    }
  }

  private static Agency commanded(Actor actor, AgencyTree tree, AgencyId id) {
    return tree.find(id)
        .filter(a -> actor.scope().covers(a.id()))
        .orElseThrow(() -> Problem.notFound("agency", id));
  }
}
