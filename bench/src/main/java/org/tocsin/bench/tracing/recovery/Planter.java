package org.tocsin.bench.tracing.recovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.tracing.engine.Mixer;
import org.tocsin.bench.tracing.ledger.GeneratedLedger;
import org.tocsin.tracing.LedgerStore;

/** Puts generated payments into a store, AMLworld's among them at their time. */
final class Planter implements GeneratedLedger.Sink {
  private final LedgerStore store;
  private final GeneratedLedger ledger;
  private final @Nullable AmlWorld world;
  private final List<List<AmlWorld.Planted>> attempts = new ArrayList<>();
  private final List<List<Long>> ids = new ArrayList<>();
  private final List<Case.Entry> payments = new ArrayList<>();
  private final long start = GeneratedLedger.start().toEpochMilli();
  private int next;
  private long id;

  Planter(LedgerStore store, GeneratedLedger ledger, @Nullable AmlWorld world) {
    this.store = store;
    this.ledger = ledger;
    this.world = world;
    for (int i = 0; world != null && i < world.attempts(); i++) {
      attempts.add(new ArrayList<>());
      ids.add(new ArrayList<>());
    }
  }

  @Override
  public void payment(int from, int to, int amountFen, int second) {
    while (world != null
        && next < world.payments().size()
        && world.payments().get(next).second() < second) {
      AmlWorld.Planted p = world.payments().get(next++);
      attempts.get(p.attempt()).add(p);
      ids.get(p.attempt()).add(id);
      append(person(p.from()), person(p.to()), p.amountFen(), p.second());
    }
    payments.add(new Case.Entry(id, from, to, amountFen));
    append(from, to, amountFen, second);
  }

  private void append(int from, int to, long fen, int second) {
    store.append(from, to, fen, start + second * 1000L);
    id++;
  }

  /** The payment in the store that the ledger gives this id. */
  Case.Entry entry(long ofLedger) {
    return payments.get((int) ofLedger);
  }

  /** Spread over all people; two of the pattern's accounts never fall together. */
  private int person(int account) {
    int people = ledger.people();
    int step = people / (world == null ? 1 : world.accounts());
    long within = Long.remainderUnsigned(Mixer.mix(account), Math.max(1, step));
    return ledger.firstPerson() + (int) (account * (long) step + within) % people;
  }

  List<Case> cases() {
    List<Case> cases = new ArrayList<>();
    for (int i = 0; i < attempts.size(); i++) {
      List<AmlWorld.Planted> attempt = attempts.get(i);
      List<AmlWorld.Planted> entries = AmlWorld.entries(attempt);
      if (!entries.isEmpty()) {
        List<Case.Entry> reports = new ArrayList<>();
        for (AmlWorld.Planted e : entries) {
          reports.add(
              new Case.Entry(
                  ids.get(i).get(attempt.indexOf(e)),
                  person(e.from()),
                  person(e.to()),
                  e.amountFen()));
        }
        int last = attempt.get(attempt.size() - 1).second();
        cases.add(
            new Case(
                Objects.requireNonNull(world).typology(i),
                attempt.stream().mapToInt(p -> person(p.to())).distinct().toArray(),
                reports.stream().distinct().toList(),
                GeneratedLedger.start().plusSeconds(last + 1L)));
      }
    }
    return cases;
  }
}
