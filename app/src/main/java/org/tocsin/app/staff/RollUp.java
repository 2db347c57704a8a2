package org.tocsin.app.staff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;

/**
 * Adds what belongs to single agencies up the tree: the total of an agency is its own plus the
 * totals of those directly below it, at every level, so that nothing is lost between two levels and
 * nothing counted twice.
 */
public final class RollUp {
  /**
   * One agency of the tree with what belongs to it and what belongs to it and all below.
   *
   * @param parentId null for the top of what was asked
   * @param level of the whole tree, 0 the root
   */
  public record Row<T>(AgencyId agencyId, @Nullable AgencyId parentId, int level, T own, T total) {}

  private RollUp() {}

  /**
   * The agencies of a part of the tree with their sums, parents before children.
   *
   * @param agencies the part, parents before children as {@link Agencies#list()} gives them; the
   *     parent of the first may be outside
   * @param own what belongs to single agencies; left out means nothing
   * @param none nothing
   */
  public static <T> List<Row<T>> of(
      Collection<Agency> agencies, Map<AgencyId, T> own, T none, BinaryOperator<T> plus) {
    List<Agency> order = List.copyOf(agencies);
    Map<AgencyId, T> totals = new HashMap<>();
    order.forEach(a -> totals.put(a.id(), own.getOrDefault(a.id(), none)));
    for (Agency agency : order.reversed()) {
      AgencyId parent = agency.parentId();
      T total = totals.getOrDefault(agency.id(), none);
      if (parent != null && totals.containsKey(parent)) {
        totals.merge(parent, total, plus);
      }
    }
    List<Row<T>> rows = new ArrayList<>(order.size());
    for (Agency agency : order) {
      AgencyId parent = agency.parentId();
      rows.add(
          new Row<>(
              agency.id(),
              parent != null && totals.containsKey(parent) ? parent : null,
              agency.level(),
              own.getOrDefault(agency.id(), none),
              totals.getOrDefault(agency.id(), none)));
    }
    return rows;
  }

  /**
   * The part of the tree below an agency, itself first, parents before children.
   *
   * @param top null for the whole tree
   */
  public static List<Agency> part(Agencies agencies, @Nullable AgencyId top) {
    if (top == null) {
      return agencies.list();
    }
    var below = agencies.subtree(top);
    return agencies.list().stream().filter(a -> below.contains(a.id())).toList();
  }
}
