package org.tocsin.app.matter.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tocsin.app.matter.AreaCount;
import org.tocsin.app.matter.Beat;
import org.tocsin.app.matter.IncidentType.Group;
import org.tocsin.kernel.AgencyId;

/** Exactly the rounds there are go where most happened. */
class BeatPlanTest {
  private static final AgencyId STATION = AgencyId.next();

  private static AreaCount area(String precinct, Group group, int band, long count) {
    return new AreaCount(STATION, precinct, precinct, group, band, count);
  }

  @Test
  void roundsAreDealtExactlyAndEveryPrecinctGetsOneBeforeAnyGetsTwo() {
    Random random = new Random(45);
    for (int turn = 0; turn < 500; turn++) {
      List<AreaCount> areas = new ArrayList<>();
      int precincts = 1 + random.nextInt(9);
      for (int p = 0; p < precincts; p++) {
        areas.add(area("P" + p, Group.CRIME, random.nextInt(4), 1 + random.nextInt(50)));
      }
      int rounds = random.nextInt(60);
      List<Beat> plan = BeatPlan.of(areas, rounds);
      assertThat(plan).hasSize(precincts);
      assertThat(plan.stream().mapToInt(Beat::rounds).sum()).as("turn %d", turn).isEqualTo(rounds);
      if (rounds >= precincts) {
        assertThat(plan).allSatisfy(b -> assertThat(b.rounds()).isPositive());
      }
      assertThat(plan).isSortedAccordingTo(Comparator.comparingLong(Beat::count).reversed());
      assertThat(plan).isSortedAccordingTo(Comparator.comparingInt(Beat::rounds).reversed());
    }
  }

  @Test
  void crimeAndPublicOrderAreSummedByTimeOfDayAndNothingElseCounts() {
    List<Beat> plan =
        BeatPlan.of(
            List.of(
                area("P", Group.CRIME, 0, 3),
                area("P", Group.PUBLIC_ORDER, 0, 2),
                area("P", Group.CRIME, 3, 1),
                area("Q", Group.MEDICAL, 1, 99)),
            7);
    assertThat(plan).hasSize(1);
    assertThat(plan.getFirst().bands()).containsExactly(5L, 0L, 0L, 1L);
    assertThat(plan.getFirst().count()).isEqualTo(6);
    assertThat(plan.getFirst().rounds()).isEqualTo(7);
    assertThat(BeatPlan.of(List.of(), 7)).isEmpty();
  }
}
