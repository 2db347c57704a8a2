package org.tocsin.tracing.store;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The parts of a ledger at one moment, in order of payments.
 *
 * @param frozen a full tail that is being sealed; null most of the time
 * @param tail takes new payments
 */
record Parts(List<Segment> sealed, @Nullable Tail frozen, Tail tail, long revision) {
  Parts {
    sealed = List.copyOf(sealed);
  }

  static Parts none(Book book) {
    return new Parts(List.of(), null, new Tail(0, new Positions(book)), 0);
  }

  /** A ledger of segments whose tail begins empty behind them. */
  static Parts of(List<Segment> sealed, Book book, long revision) {
    if (sealed.isEmpty()) {
      return new Parts(sealed, null, new Tail(0, new Positions(book)), revision);
    }
    Segment last = sealed.getLast();
    Tail tail = new Tail(last.firstId() + last.size(), Positions.after(last, book));
    long lastId = tail.firstId() - 1;
    tail.follow(last.millis(lastId), last.notes().serial(last.size() - 1));
    return new Parts(sealed, null, tail, revision);
  }

  Part[] all() {
    List<Part> all = new ArrayList<>(sealed);
    if (frozen != null) {
      all.add(frozen);
    }
    all.add(tail);
    return all.toArray(Part[]::new);
  }

  /**
   * Number of the first part that may hold payments at or after an instant; only when not frozen.
   */
  int firstWith(long millis) {
    int i = 0;
    while (i < sealed.size()
        && sealed.get(i).millis(sealed.get(i).firstId() + sealed.get(i).size() - 1) < millis) {
      i++;
    }
    return i;
  }

  /** The parts before one, with an empty tail. */
  Parts upTo(int part, Book book) {
    return of(sealed.subList(0, part), book, revision);
  }

  /** The parts from one on, the tail included. */
  List<Part> from(int part) {
    List<Part> rest = new ArrayList<>(sealed.subList(part, sealed.size()));
    rest.add(tail);
    return rest;
  }
}
