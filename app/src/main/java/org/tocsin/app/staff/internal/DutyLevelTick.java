package org.tocsin.app.staff.internal;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.ClockListener;
import org.tocsin.app.staff.DutyLevel;

/**
 * Ends duty levels when their time is over. Looks into the database when the earliest known end has
 * come, and every two seconds of real time for what another node set.
 */
@Component
@Order(120)
class DutyLevelTick implements ClockListener {
  private static final long LOOK_NANOS = 2_000_000_000L;

  private final DutyLevelStore store;
  private final DutyLevelNews news;
  private final TransactionTemplate transaction;
  private final AtomicReference<Instant> next = new AtomicReference<>(Instant.MIN);
  private long lookedAt = System.nanoTime();

  DutyLevelTick(DutyLevelStore store, DutyLevelNews news, PlatformTransactionManager transactions) {
    this.store = store;
    this.news = news;
    this.transaction = new TransactionTemplate(transactions);
  }

  /** A level that ends then is being set by the current transaction. */
  void atCommit(Instant until) {
    AfterTransaction.run(() -> next.accumulateAndGet(until, DutyLevelTick::earlier));
  }

  private static Instant earlier(Instant a, Instant b) {
    return a.isBefore(b) ? a : b;
  }

  private Instant next() {
    return Objects.requireNonNull(next.get());
  }

  @Override
  public synchronized void advanced(Instant now) {
    long nanos = System.nanoTime();
    if (next().isAfter(now) && nanos - lookedAt < LOOK_NANOS) {
      return;
    }
    lookedAt = nanos;
    // Before looking: what commits meanwhile lowers it again.
    next.set(Instant.MAX);
    store.nextEnd().ifPresent(end -> next.accumulateAndGet(end, DutyLevelTick::earlier));
    if (next().isAfter(now)) {
      return;
    }
    transaction.executeWithoutResult(
        status -> {
          List<DutyLevel> over = store.expire(now, "clock");
          over.forEach(level -> news.tell("duty-level.expired", level));
        });
    store.nextEnd().ifPresent(end -> next.accumulateAndGet(end, DutyLevelTick::earlier));
  }
}
