package org.tocsin.app.staff.internal;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;

/** The tree as it stood at one version: built once, never changed, every answer a look-up. */
final class AgencyTree {
  private final long version;
  private final Map<AgencyId, Agency> byId = new LinkedHashMap<>();
  private final Map<String, Agency> byCode = new HashMap<>();
  private final Map<AgencyId, List<Agency>> children = new HashMap<>();
  private final Map<AgencyId, Set<AgencyId>> subtrees = new HashMap<>();
  private final @Nullable Agency root;

  AgencyTree(long version, List<Agency> agencies) {
    this.version = version;
    Map<AgencyId, List<Agency>> below = new HashMap<>();
    Agency top = null;
    for (Agency agency : agencies.stream().sorted(Comparator.comparing(Agency::code)).toList()) {
      AgencyId parent = agency.parentId();
      if (parent == null) {
        top = agency;
      } else {
        below.computeIfAbsent(parent, p -> new ArrayList<>()).add(agency);
      }
    }
    root = top;
    if (top != null) {
      take(top, below);
    }
  }

  private Set<AgencyId> take(Agency agency, Map<AgencyId, List<Agency>> below) {
    byId.put(agency.id(), agency);
    byCode.put(agency.code().toUpperCase(Locale.ROOT), agency);
    Set<AgencyId> subtree = new LinkedHashSet<>();
    subtree.add(agency.id());
    List<Agency> own = List.copyOf(below.getOrDefault(agency.id(), List.of()));
    children.put(agency.id(), own);
    own.forEach(child -> subtree.addAll(take(child, below)));
    subtrees.put(agency.id(), Set.copyOf(subtree));
    return subtree;
  }

  long version() {
    return version;
  }

  Optional<Agency> root() {
    return Optional.ofNullable(root);
  }

  Optional<Agency> find(AgencyId id) {
    return Optional.ofNullable(byId.get(id));
  }

  Optional<Agency> byCode(String code) {
    return Optional.ofNullable(byCode.get(code.toUpperCase(Locale.ROOT)));
  }

  List<Agency> children(AgencyId id) {
    return children.getOrDefault(id, List.of());
  }

  Set<AgencyId> subtree(AgencyId id) {
    return subtrees.getOrDefault(id, Set.of());
  }

  List<Agency> ancestors(AgencyId id) {
    List<Agency> above = new ArrayList<>();
    Agency at = byId.get(id);
    while (at != null && at.parentId() != null) {
      at = byId.get(at.parentId());
      if (at != null) {
        above.add(at);
      }
    }
    return above;
  }

  List<Agency> list() {
    return List.copyOf(byId.values());
  }

  /** The deepest level in use; -1 for an empty tree. */
  int depth() {
    return byId.values().stream().mapToInt(Agency::level).max().orElse(-1);
  }
}
