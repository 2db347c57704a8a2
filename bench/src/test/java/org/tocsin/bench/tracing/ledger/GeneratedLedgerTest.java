package org.tocsin.bench.tracing.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tocsin.bench.tracing.engine.Mixer;

class GeneratedLedgerTest {
  private static final int SIZE = 60_000;

  private record Payment(int from, int to, int fen, int second) {}

  private static List<Payment> payments(long seed, List<Network> networks) throws IOException {
    List<Payment> payments = new ArrayList<>();
    networks.addAll(
        new GeneratedLedger(SIZE, seed)
            .write((from, to, fen, second) -> payments.add(new Payment(from, to, fen, second))));
    return payments;
  }

  @Test
  void isTheSameOnEveryMachine() throws IOException {
    long hash = 0;
    for (Payment p : payments(5, new ArrayList<>())) {
      hash = Mixer.mix(hash ^ p.from()) ^ Mixer.mix(p.to() + ((long) p.fen() << 32)) + p.second();
    }
    assertThat(hash).isEqualTo(HASH);
  }

  private static final long HASH = -5885554193926584184L;

  @Test
  void runsInOrderOfTimeThroughAQuarterOfAYear() throws IOException {
    List<Payment> payments = payments(5, new ArrayList<>());
    assertThat(payments).hasSize(SIZE);
    for (int i = 1; i < SIZE; i++) {
      assertThat(payments.get(i).second()).isGreaterThanOrEqualTo(payments.get(i - 1).second());
    }
    assertThat(payments.get(0).second()).isLessThan(Days.DAY);
    assertThat(payments.get(SIZE - 1).second())
        .isBetween(Days.SECONDS - Days.DAY, Days.SECONDS - 1);
  }

  @Test
  void hasAHubWithATenthOfAllPaymentsAndSalariesInOneSecond() throws IOException {
    List<Payment> payments = payments(5, new ArrayList<>());
    long hub = payments.stream().filter(p -> p.from() == 0 || p.to() == 0).count();
    assertThat(hub).isBetween(SIZE / 10L, SIZE / 7L);
    int employer = City.of(SIZE).hubs();
    List<Payment> salaries = payments.stream().filter(p -> p.from() == employer).toList();
    assertThat(salaries).hasSizeGreaterThan(100);
    assertThat(salaries.stream().map(Payment::second).distinct()).hasSize(3);
  }

  @Test
  void plantsEveryShapeAndSaysWhereTheVictimsPaid() throws IOException {
    List<Network> networks = new ArrayList<>();
    List<Payment> payments = payments(7, networks);
    Set<Shape> shapes = new HashSet<>();
    for (Network network : networks) {
      shapes.add(network.shape());
      Set<Integer> mules = new HashSet<>();
      for (int account : network.accounts()) {
        mules.add(account);
      }
      assertThat(mules).as(network.shape().text()).hasSize(network.accounts().length);
      assertThat(network.reports()).as(network.shape().text()).isNotEmpty();
      for (long id : network.reports()) {
        Payment report = payments.get((int) id);
        assertThat(mules).as(network.shape().text()).contains(report.to());
        assertThat(report.fen()).isBetween(1_000_000, 80_000_000);
      }
    }
    assertThat(shapes).containsExactlyInAnyOrder(Shape.values());
  }

  @Test
  void passesOnAtMostWhatAMuleHas() {
    Draw draw = new Draw(3);
    for (Shape shape : Shape.values()) {
      int size = shape.size(draw);
      for (Shape.Step step : shape.steps(draw, size)) {
        assertThat(step.from()).as(shape.text()).isBetween(0, size - 1);
        assertThat(step.to()).as(shape.text()).isBetween(0, size - 1).isNotEqualTo(step.from());
        assertThat(step.shareOfThousand()).as(shape.text()).isBetween(1, 1000);
      }
      assertThat(shape.entry(shape.victims(draw, size) - 1)).as(shape.text()).isLessThan(size);
    }
  }
}
