package org.tocsin.app.staff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.kernel.AgencyId;

/** Totals over random trees against the slow way: adding up every agency that lies below. */
class RollUpTest {
  private static List<Agency> tree(Random random) {
    List<Agency> tree = new ArrayList<>();
    int agencies = 1 + random.nextInt(60);
    for (int i = 0; i < agencies; i++) {
      Agency parent = i == 0 ? null : tree.get(random.nextInt(i));
      tree.add(
          new Agency(
              AgencyId.next(),
              "A" + i,
              parent == null ? null : parent.id(),
              parent == null ? 0 : parent.level() + 1,
              "A" + i,
              "A" + i,
              1));
    }
    return tree;
  }

  private static boolean below(List<Agency> tree, Agency agency, AgencyId top) {
    if (agency.id().equals(top)) {
      return true;
    }
    return tree.stream()
        .filter(a -> a.id().equals(agency.parentId()))
        .anyMatch(parent -> below(tree, parent, top));
  }

  @Test
  void ownAndChildrenAreTheTotalAtEveryLevelOfAnyTree() {
    for (long seed = 1; seed <= 200; seed++) {
      Random random = new Random(seed);
      List<Agency> tree = tree(random);
      Map<AgencyId, Long> own = new HashMap<>();
      tree.forEach(a -> own.put(a.id(), random.nextBoolean() ? random.nextLong(1000) : 0L));
      List<RollUp.Row<Long>> rows = RollUp.of(tree, own, 0L, Long::sum);
      Map<AgencyId, RollUp.Row<Long>> byId = new HashMap<>();
      rows.forEach(r -> byId.put(r.agencyId(), r));
      for (RollUp.Row<Long> row : rows) {
        long slow =
            tree.stream()
                .filter(a -> below(tree, a, row.agencyId()))
                .mapToLong(a -> own.getOrDefault(a.id(), 0L))
                .sum();
        long children =
            rows.stream()
                .filter(r -> row.agencyId().equals(r.parentId()))
                .mapToLong(RollUp.Row::total)
                .sum();
        assertThat(row.total()).as("seed " + seed).isEqualTo(slow);
        assertThat(row.own() + children).as("seed " + seed).isEqualTo(row.total());
      }
    }
  }

  @Test
  void aPartOfTheTreeHasItsTopWithoutAParent() {
    Agency root = new Agency(AgencyId.next(), "R", null, 0, "R", "R", 1);
    Agency part = new Agency(AgencyId.next(), "P", root.id(), 1, "P", "P", 1);
    Agency leaf = new Agency(AgencyId.next(), "L", part.id(), 2, "L", "L", 1);
    var rows = RollUp.of(List.of(part, leaf), Map.of(root.id(), 5, leaf.id(), 2), 0, Integer::sum);
    assertThat(rows.getFirst().parentId()).isNull();
    assertThat(rows.getFirst().total()).isEqualTo(2);
    assertThat(rows.getLast().parentId()).isEqualTo(part.id());
  }
}
