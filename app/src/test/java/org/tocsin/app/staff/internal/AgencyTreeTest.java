package org.tocsin.app.staff.internal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.tocsin.app.foundation.Packs.PackException;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;

class AgencyTreeTest {
  /** A random tree of at most four levels. */
  private static List<Agency> random(Random random) {
    List<Agency> all = new ArrayList<>();
    int size = 1 + random.nextInt(60);
    for (int i = 0; i < size; i++) {
      List<Agency> parents = all.stream().filter(a -> a.level() < 3).toList();
      @Nullable Agency parent = all.isEmpty() ? null : parents.get(random.nextInt(parents.size()));
      all.add(
          new Agency(
              AgencyId.next(),
              "A" + random.nextInt(1_000_000) + "-" + i,
              parent == null ? null : parent.id(),
              parent == null ? 0 : parent.level() + 1,
              "n",
              "n",
              1));
    }
    Collections.shuffle(all, random);
    return all;
  }

  /** The slow, obvious way: everything whose way up passes the agency. */
  private static Set<AgencyId> slowSubtree(List<Agency> all, AgencyId top) {
    Set<AgencyId> found = new HashSet<>();
    for (Agency agency : all) {
      @Nullable AgencyId at = agency.id();
      while (at != null && !at.equals(top)) {
        AgencyId here = at;
        at = all.stream().filter(a -> a.id().equals(here)).findFirst().orElseThrow().parentId();
      }
      if (Objects.equals(at, top)) {
        found.add(agency.id());
      }
    }
    return found;
  }

  @Test
  void subtreesAndWaysUpEqualTheSlowObviousOnes() {
    long seed = 20260301;
    Random random = new Random(seed);
    for (int round = 0; round < 50; round++) {
      List<Agency> all = random(random);
      AgencyTree tree = new AgencyTree(round, all);
      assertThat(tree.list()).as("seed %d round %d", seed, round).hasSameElementsAs(all);
      for (Agency agency : all) {
        assertThat(tree.subtree(agency.id()))
            .as("seed %d round %d", seed, round)
            .isEqualTo(slowSubtree(all, agency.id()));
        assertThat(tree.ancestors(agency.id()))
            .hasSize(agency.level())
            .allSatisfy(a -> assertThat(tree.subtree(a.id())).contains(agency.id()));
      }
    }
  }

  @Test
  void parentsComeBeforeChildren() {
    AgencyTree tree = new AgencyTree(1, random(new Random(7)));
    Set<AgencyId> seen = new HashSet<>();
    for (Agency agency : tree.list()) {
      AgencyId parent = agency.parentId();
      assertThat(parent == null || seen.contains(parent)).isTrue();
      seen.add(agency.id());
    }
  }

  @Test
  void anEmptyTreeAnswersWithNothing() {
    AgencyTree tree = new AgencyTree(1, List.of());
    assertThat(tree.root()).isEmpty();
    assertThat(tree.depth()).isEqualTo(-1);
    assertThat(tree.subtree(AgencyId.next())).isEmpty();
    assertThat(tree.ancestors(AgencyId.next())).isEmpty();
  }

  @Test
  void theLevelsAreWhatThePackSays() {
    Text name = new Text("级", "level");
    AgencyLevels.Pack pack =
        new AgencyLevels.Pack(
            "three",
            Map.of("three", List.of(name, name, name), "four", List.of(name, name, name, name)));
    assertThat(new AgencyLevels(pack, "").allows(2)).isTrue();
    assertThat(new AgencyLevels(pack, "").allows(3)).isFalse();
    assertThat(new AgencyLevels(pack, "four").allows(3)).isTrue();
    assertThatThrownBy(() -> new AgencyLevels(pack, "five"))
        .isInstanceOf(PackException.class)
        .hasMessageContaining("'five'");
  }
}
