package org.tocsin.bench.tracing.ledger;

import java.util.List;
import java.util.Locale;

/** How a planted mule network passes the money on, from its first account. */
public enum Shape {
  /** One after the other. */
  CHAIN,
  /** The first splits it among many. */
  FAN_OUT,
  /** Several victims' money comes together on one account. */
  FAN_IN,
  /** Split among many, who pay it to one. */
  SCATTER_GATHER,
  /** From many to one, who splits it among many. */
  GATHER_SCATTER,
  /** Round, and back to the first. */
  CYCLE,
  /** Two rows of accounts, each of the first pays several of the second. */
  BIPARTITE,
  /** Three rows of accounts. */
  STACK,
  /** As it happens. */
  RANDOM,
  /** Through one mule and into a merchant's account at once. */
  CASH_OUT;

  /** One step: of the network's accounts, who pays whom which share of what it has. */
  record Step(int from, int to, int shareOfThousand) {}

  /** How many accounts there are besides the victims. */
  int size(Draw draw) {
    return switch (this) {
      case CHAIN -> draw.between(3, 8);
      case FAN_OUT, FAN_IN -> draw.between(4, 16);
      case SCATTER_GATHER, GATHER_SCATTER -> draw.between(5, 14);
      case CYCLE -> draw.between(3, 9);
      case BIPARTITE -> draw.between(5, 11);
      case STACK -> draw.between(7, 13);
      case RANDOM -> draw.between(5, 12);
      case CASH_OUT -> 2;
    };
  }

  /** How many victims pay in, each the first account or, gathering, an account of its own. */
  int victims(Draw draw, int size) {
    return switch (this) {
      case FAN_IN -> size - 1;
      case GATHER_SCATTER -> Math.max(2, size / 2 - 1);
      case CHAIN, FAN_OUT, SCATTER_GATHER, CYCLE, BIPARTITE, STACK, RANDOM, CASH_OUT ->
          draw.between(1, 2);
    };
  }

  /** Into which account the victim with this number pays. */
  int entry(int victim) {
    return this == FAN_IN || this == GATHER_SCATTER ? victim + 1 : 0;
  }

  /** The steps in the order in which they happen. */
  List<Step> steps(Draw draw, int size) {
    return switch (this) {
      case CHAIN -> Steps.chain(size);
      case FAN_OUT -> Steps.split(0, 1, size);
      case FAN_IN -> Steps.gather(1, size, 0);
      case SCATTER_GATHER ->
          Steps.joined(Steps.split(0, 1, size - 1), Steps.gather(1, size - 1, size - 1));
      case GATHER_SCATTER -> {
        int middle = Math.max(3, size / 2);
        yield Steps.joined(Steps.gather(1, middle, 0), Steps.split(0, middle, size));
      }
      case CYCLE -> Steps.joined(Steps.chain(size), List.of(new Step(size - 1, 0, 960)));
      case BIPARTITE -> Steps.rows(draw, 1, 1 + (size - 1) / 2, size, size);
      case STACK -> Steps.rows(draw, 1, 1 + (size - 1) / 3, 1 + 2 * (size - 1) / 3, size);
      case RANDOM -> Steps.random(draw, size);
      case CASH_OUT -> List.of(new Step(0, 1, 980));
    };
  }

  /** As in a table. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
