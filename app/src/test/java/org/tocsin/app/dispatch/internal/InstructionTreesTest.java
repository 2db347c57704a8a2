package org.tocsin.app.dispatch.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tocsin.app.dispatch.InstructionView;
import org.tocsin.app.dispatch.InstructionView.RollUp;
import org.tocsin.app.dispatch.internal.InstructionRow.Addressee;
import org.tocsin.app.foundation.Scope;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Ids;
import org.tocsin.kernel.InstructionId;

class InstructionTreesTest {
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  private final List<InstructionRow> rows = new ArrayList<>();
  private final List<Addressee> addressees = new ArrayList<>();

  /** Issues from an agency and passes on at random until the given level. */
  private InstructionRow issue(
      Random random, AgencyId from, @Nullable InstructionRow above, int levelsBelow) {
    InstructionId id = InstructionId.next();
    Instant due = NOW.plus(Duration.ofMinutes(random.nextInt(120) - 60));
    InstructionRow row =
        new InstructionRow(
            id,
            "1",
            above == null ? id : above.root(),
            above == null ? null : above.id(),
            from,
            "text",
            null,
            null,
            due,
            true,
            NOW,
            "by",
            null,
            1);
    rows.add(row);
    int to = 1 + random.nextInt(4);
    for (int i = 0; i < to; i++) {
      AgencyId agency = AgencyId.next();
      boolean received = random.nextBoolean();
      boolean completed = received && random.nextBoolean();
      addressees.add(
          new Addressee(
              Ids.next(),
              id,
              agency,
              received ? NOW : null,
              null,
              completed ? NOW : null,
              null,
              null,
              null));
      // One that has passed it on may have done so twice.
      for (int n = random.nextInt(3); levelsBelow > 1 && n > 0; n--) {
        issue(random, agency, row, levelsBelow - 1);
      }
    }
    return row;
  }

  private InstructionTrees trees() {
    return new InstructionTrees(rows, addressees, AgencyId::toString, NOW);
  }

  private static List<InstructionView> all(InstructionView view) {
    List<InstructionView> views = new ArrayList<>(List.of(view));
    view.addressees().forEach(a -> a.cascaded().forEach(c -> views.addAll(all(c))));
    return views;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void rolledUpCountsAreThoseOfTheRowsAtEveryLevel(int levels) {
    for (int seed = 0; seed < 200; seed++) {
      rows.clear();
      addressees.clear();
      InstructionRow root = issue(new Random(seed), AgencyId.next(), null, levels - 1);
      InstructionView view = trees().view(root, Scope.all());
      assertThat(view.rollUp()).as("seed %d", seed).isEqualTo(slow(Set.copyOf(rows)));
      for (InstructionView part : all(view)) {
        assertThat(part.rollUp()).as("seed %d", seed).isEqualTo(slow(below(part.id())));
      }
    }
  }

  /** The instruction and everything that came of it. */
  private Set<InstructionRow> below(InstructionId id) {
    Set<InstructionRow> found = new HashSet<>();
    rows.stream().filter(r -> r.id().equals(id)).forEach(found::add);
    rows.stream().filter(r -> id.equals(r.parent())).forEach(r -> found.addAll(below(r.id())));
    return found;
  }

  private RollUp slow(Set<InstructionRow> of) {
    RollUp sum = new RollUp(0, 0, 0, 0);
    for (InstructionRow row : of) {
      for (Addressee a : addressees) {
        if (a.instruction().equals(row.id())) {
          sum =
              sum.plus(
                  new RollUp(
                      1,
                      a.receivedAt() == null ? 0 : 1,
                      a.completedAt() == null ? 0 : 1,
                      a.completedAt() == null && row.dueAt().isBefore(NOW) ? 1 : 0));
        }
      }
    }
    return sum;
  }

  @ParameterizedTest
  @ValueSource(ints = {3, 4})
  void anAddresseeSeesItsOwnBranchOnly(int levels) {
    InstructionRow root = issue(new Random(levels), AgencyId.next(), null, levels - 1);
    Addressee one =
        addressees.stream()
            .filter(a -> a.instruction().equals(root.id()))
            .findFirst()
            .orElseThrow();
    InstructionView view = trees().view(root, Scope.of(List.of(one.agency())));
    assertThat(view.addressees())
        .extracting(InstructionView.Addressee::agencyId)
        .containsExactly(one.agency());
  }
}
