package org.tocsin.tracing.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Merges changes into parts that are already there: goes through their payments in order, leaves
 * out those taken back and puts the late ones where they belong, behind payments of the same
 * instant and serial.
 */
final class Rebuild {
  private final List<Entry> added;
  private final Map<Entry, Integer> removed = new HashMap<>();
  private int nextAdded;

  /** With the payments to leave out and those to put in, the latter in order. */
  Rebuild(List<Entry> removed, List<Entry> added) {
    this.added = added;
    for (Entry entry : removed) {
      this.removed.merge(entry, 1, Integer::sum);
    }
  }

  /** Goes through the parts and gives every payment to the taker, in order. */
  void run(List<Part> parts, int accounts, Consumer<Entry> taker) {
    for (Part part : parts) {
      InOrder inOrder = new InOrder(part, accounts);
      for (int local = 0; local < inOrder.size(); local++) {
        Entry entry = inOrder.get(local);
        takeAddedBefore(entry, taker);
        if (!isRemoved(entry)) {
          taker.accept(entry);
        }
      }
    }
    while (nextAdded < added.size()) {
      taker.accept(added.get(nextAdded++));
    }
    if (!removed.isEmpty()) {
      throw new IllegalArgumentException("no such payment: " + removed.keySet().iterator().next());
    }
  }

  private void takeAddedBefore(Entry entry, Consumer<Entry> taker) {
    while (nextAdded < added.size() && Entry.compare(added.get(nextAdded), entry) < 0) {
      taker.accept(added.get(nextAdded++));
    }
  }

  private boolean isRemoved(Entry entry) {
    Integer times = removed.isEmpty() ? null : removed.get(entry);
    if (times == null) {
      return false;
    }
    if (times == 1) {
      removed.remove(entry);
    } else {
      removed.put(entry, times - 1);
    }
    return true;
  }

  /** A list of entries in order; equal ones stay as they came. */
  static List<Entry> sorted(List<Entry> entries) {
    List<Entry> copy = new ArrayList<>(entries);
    copy.sort(Entry::compare);
    return copy;
  }
}
