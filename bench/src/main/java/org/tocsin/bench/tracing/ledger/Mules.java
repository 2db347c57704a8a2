package org.tocsin.bench.tracing.ledger;

import java.util.ArrayList;
import java.util.List;

/** Lays down the mule networks, every shape in turn. */
final class Mules {
  private static final int PAYMENTS_PER_NETWORK = 20_000;
  private static final int FEWEST_OF_A_SHAPE = 2;
  private static final int MARGIN = 5 * Days.DAY;

  private final City city;
  private final Draw draw;
  private final Planned planned;

  /** What is known of a network before the ledger's ids are. */
  record Plan(Shape shape, int[] accounts, int victims) {}

  Mules(City city, Draw draw, Planned planned) {
    this.city = city;
    this.draw = draw;
    this.planned = planned;
  }

  List<Plan> plant(int payments) {
    Shape[] shapes = Shape.values();
    int each = Math.max(FEWEST_OF_A_SHAPE, payments / PAYMENTS_PER_NETWORK / shapes.length);
    List<Plan> plans = new ArrayList<>();
    for (int i = 0; i < each * shapes.length; i++) {
      plans.add(plant(shapes[i % shapes.length], i));
    }
    return plans;
  }

  private Plan plant(Shape shape, int number) {
    int[] accounts = distinctMules(shape.size(draw));
    int victims = shape.victims(draw, accounts.length);
    long[] received = new long[accounts.length];
    long[] held = new long[accounts.length];
    int at = MARGIN + draw.below(Days.SECONDS - 3 * MARGIN);
    for (int victim = 0; victim < victims; victim++) {
      int entry = shape.entry(victim);
      int fen = draw.between(100, 8_000) * 10_000;
      at += draw.between(0, 1800);
      planned.add(person(), accounts[entry], fen, at, number);
      received[entry] += fen;
      held[entry] += fen;
    }
    for (Shape.Step step : shape.steps(draw, accounts.length)) {
      long wanted = received[step.from()] * step.shareOfThousand() / 1000;
      // Whole yuan, as people type them; a single transfer is limited.
      int fen = (int) Math.min(Math.min(wanted, held[step.from()]), 2_000_000_000L) / 100 * 100;
      if (fen > 0) {
        at += pause();
        planned.add(accounts[step.from()], accounts[step.to()], fen, at, Planned.NONE);
        held[step.from()] -= fen;
        held[step.to()] += fen;
        received[step.to()] += fen;
      }
    }
    cashOut(accounts, held, at);
    return new Plan(shape, accounts, victims);
  }

  /** What is left goes into merchants' accounts, mostly. */
  private void cashOut(int[] accounts, long[] held, int from) {
    int at = from;
    for (int i = 0; i < accounts.length; i++) {
      if (held[i] >= 100_000 && draw.below(10) < 6) {
        at += pause();
        int fen = (int) Math.min(held[i] * 9 / 10, 2_000_000_000L) / 100 * 100;
        planned.add(accounts[i], city.hub(draw), fen, at, Planned.NONE);
      }
    }
  }

  /** Minutes, sometimes the same second, sometimes hours. */
  private int pause() {
    int kind = draw.below(10);
    return kind == 0 ? 0 : kind == 9 ? draw.between(3600, 36_000) : draw.between(20, 2400);
  }

  private int person() {
    return city.firstPerson() + draw.below(city.people());
  }

  private int[] distinctMules(int count) {
    int[] accounts = new int[count];
    for (int i = 0; i < count; ) {
      int mule = city.mule(draw);
      boolean taken = false;
      for (int k = 0; k < i; k++) {
        taken |= accounts[k] == mule;
      }
      if (!taken) {
        accounts[i++] = mule;
      }
    }
    return accounts;
  }
}
