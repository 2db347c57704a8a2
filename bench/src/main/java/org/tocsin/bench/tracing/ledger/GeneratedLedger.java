package org.tocsin.bench.tracing.ledger;

import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A ledger made up for measuring: a quarter of a year of payments in the order in which they
 * happened, among people (few pay often), hubs, employers that pay all their people in one second,
 * and planted mule networks. Equal size and seed give equal payments. It streams, so it may be
 * larger than memory.
 */
public final class GeneratedLedger {
  private static final int MONTHS = 3;
  private static final int PAY_DAY = 9;
  private static final int[] MONTH_STARTS = {0, 31, 59};
  private static final int SALARIES_OF_A_THOUSAND = 50;
  private static final int LARGEST_FEN = 2_000_000_000;

  private final int size;
  private final City city;
  private final Draw draw;
  private final Days days = new Days();
  private final Planned planned = new Planned();
  private final List<Mules.Plan> plans;

  /** Receives the payments one after the other; their number from 0 is their id. */
  @FunctionalInterface
  public interface Sink {
    /**
     * Takes one.
     *
     * @param second after {@link #start()}
     */
    void payment(int from, int to, int amountFen, int second) throws IOException;
  }

  /** What is known when all is written: the planted networks with their victims' payments. */
  public GeneratedLedger(int size, long seed) {
    this.size = size;
    this.city = City.of(size);
    this.draw = new Draw(seed);
    this.plans = new Mules(city, draw, planned).plant(size);
    paySalaries();
  }

  /** The instant of second 0. */
  public static Instant start() {
    return Days.START;
  }

  /** Length of the ledger. */
  public static int seconds() {
    return Days.SECONDS;
  }

  public int size() {
    return size;
  }

  /** Accounts are numbered from 0 to below this. */
  public int accounts() {
    return city.accounts();
  }

  /** Accounts from 0 to below this are merchants, payment institutions and exchanges. */
  public int hubs() {
    return city.hubs();
  }

  /** The first of the people's accounts; employers and hubs come before. */
  public int firstPerson() {
    return city.firstPerson();
  }

  /** How many people's accounts there are. */
  public int people() {
    return city.people();
  }

  /** Writes all payments; once only, for the draws go on. */
  public List<Network> write(Sink sink) throws IOException {
    int[] order = planned.order();
    List<List<Long>> reports = new ArrayList<>();
    plans.forEach(plan -> reports.add(new ArrayList<>()));
    int background = size - order.length;
    int next = 0;
    long id = 0;
    for (int i = 0; i <= background; i++) {
      int second = i == background ? Days.SECONDS : days.second((i + draw.unit()) / background);
      while (next < order.length && planned.second(order[next]) < second) {
        int p = order[next++];
        if (planned.victimOf(p) != Planned.NONE) {
          reports.get(planned.victimOf(p)).add(id);
        }
        sink.payment(planned.from(p), planned.to(p), planned.amountFen(p), planned.second(p));
        id++;
      }
      if (i < background) {
        background(sink, second);
        id++;
      }
    }
    List<Network> networks = new ArrayList<>();
    for (int i = 0; i < plans.size(); i++) {
      long[] ids = reports.get(i).stream().mapToLong(Long::longValue).toArray();
      networks.add(new Network(plans.get(i).shape(), plans.get(i).accounts(), ids));
    }
    return networks;
  }

  private void background(Sink sink, int second) throws IOException {
    int kind = draw.below(100);
    if (kind < 59) {
      sink.payment(city.person(draw), city.person(draw), fen(5.3, 1.4), second);
    } else if (kind < 94) {
      sink.payment(city.person(draw), city.hub(draw), fen(3.8, 1.1), second);
    } else {
      sink.payment(city.hub(draw), city.person(draw), fen(6.2, 1.5), second);
    }
  }

  /** Around so many yuan (its logarithm), to the fen. */
  private int fen(double mean, double deviation) {
    double yuan = StrictMath.exp(mean + deviation * draw.normal());
    return (int) Math.clamp(yuan * 100, 1, LARGEST_FEN);
  }

  private void paySalaries() {
    int each = (int) ((long) size * SALARIES_OF_A_THOUSAND / 1000 / MONTHS / city.employers());
    for (int employer = 0; employer < city.employers(); employer++) {
      int time = 9 * 3600 + draw.below(7200);
      int first = draw.below(city.people());
      for (int i = 0; i < each; i++) {
        int salary = draw.between(3_000, 25_000) * 100;
        int person = city.firstPerson() + (first + i) % city.people();
        for (int month = 0; month < MONTHS; month++) {
          int at = (MONTH_STARTS[month] + PAY_DAY) * Days.DAY + time;
          planned.add(city.hubs() + employer, person, salary, at, Planned.NONE);
        }
      }
    }
  }
}
