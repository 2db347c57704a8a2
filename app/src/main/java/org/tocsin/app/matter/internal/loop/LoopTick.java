package org.tocsin.app.matter.internal.loop;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.ClockListener;
import org.tocsin.kernel.MatterId;

/**
 * Lets the clocks of matters do what is due: warnings, defaults, escalations. A matter is locked,
 * read, fired and its next firing written in one transaction, so that each is fired once, whatever
 * number of nodes look and whenever one of them dies; what another node has locked is skipped.
 */
@Component
@Order(110)
class LoopTick implements ClockListener {
  private static final Logger LOG = LoggerFactory.getLogger(LoopTick.class);
  private static final int LOOK = 200;
  private static final int BATCH = 20;

  /** A matter that cannot be fired for a defect is tried again after this. */
  private static final Duration PUT_OFF = Duration.ofMinutes(10);

  /** How often, in real time, to look for what another node set. */
  private static final long LOOK_NANOS = 2_000_000_000L;

  private final PartsStore parts;
  private final LoopStore matters;
  private final LoopDesk desk;
  private final NextFiring next;
  private final Migrator migrator;
  private final TransactionTemplate transaction;
  private long lookedAt = System.nanoTime() - LOOK_NANOS;

  LoopTick(
      PartsStore parts,
      LoopStore matters,
      LoopDesk desk,
      NextFiring next,
      Migrator migrator,
      PlatformTransactionManager transactions) {
    this.parts = parts;
    this.matters = matters;
    this.desk = desk;
    this.next = next;
    this.migrator = migrator;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public synchronized void advanced(Instant now) {
    long nanos = System.nanoTime();
    boolean looks = nanos - lookedAt >= LOOK_NANOS;
    if (next.get().isAfter(now) && !looks) {
      return;
    }
    lookedAt = nanos;
    int fired;
    do {
      next.forget();
      fired = 0;
      List<MatterId> due = parts.due(now, LOOK);
      for (int i = 0; i < due.size(); i += BATCH) {
        fired += batch(due.subList(i, Math.min(due.size(), i + BATCH)), now);
      }
    } while (fired > 0);
    parts.nextFiring().ifPresent(next::notLaterThan);
    if (looks) {
      migrator.some(now);
    }
  }

  /** How many of these were fired. */
  private int batch(List<MatterId> due, Instant now) {
    try {
      return fire(due, now);
    } catch (RuntimeException e) {
      LOG.warn(
          "a batch of clocks failed, so each is tried alone: {}", String.valueOf(e.getMessage()));
      return due.stream().mapToInt(id -> alone(id, now)).sum();
    }
  }

  private int alone(MatterId id, Instant now) {
    try {
      return fire(List.of(id), now);
    } catch (RuntimeException e) {
      LOG.error("the clocks of matter {} cannot be fired", id, e);
      transaction.executeWithoutResult(s -> parts.putOff(id, now, now.plus(PUT_OFF)));
      return 0;
    }
  }

  private int fire(List<MatterId> due, Instant now) {
    Integer fired =
        transaction.execute(
            s -> {
              List<MatterId> free = matters.lockFree(due);
              int n = 0;
              for (MatterId id : free) {
                Held held = desk.locked(id);
                n += desk.caughtUp(held, now) == held ? 0 : 1;
              }
              return n;
            });
    return fired == null ? 0 : fired;
  }
}
