package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.dispatch.events.StepOverdue;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.ClockListener;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.matter.Incidents;
import org.tocsin.app.matter.Progress;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;

/**
 * Tells people that a step is overdue: first the agency that answers for it, then level by level up
 * the tree. The telling and the timer's next instant are one transaction under the timer's lock, so
 * each level is told once, whatever number of nodes look and whenever one of them dies. A clock
 * that leaps makes up for the levels it leapt over.
 */
@Component
@Order(100)
class TimerTick implements ClockListener {
  private static final int BATCH = 100;

  /** How often, in real time, to look for timers that another node set. */
  private static final long LOOK_NANOS = 2_000_000_000L;

  private final TimerStore store;
  private final Timers timers;
  private final NextDue nextDue;
  private final Agencies agencies;
  private final Incidents incidents;
  private final Telling telling;
  private final TransactionTemplate transaction;
  private long lookedAt = System.nanoTime();

  /** Where the telling is written. */
  @Component
  record Telling(Ledger ledger, ApplicationEventPublisher events) {}

  TimerTick(
      TimerStore store,
      Timers timers,
      NextDue nextDue,
      Agencies agencies,
      Incidents incidents,
      Telling telling,
      PlatformTransactionManager transactions) {
    this.store = store;
    this.timers = timers;
    this.nextDue = nextDue;
    this.agencies = agencies;
    this.incidents = incidents;
    this.telling = telling;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  public synchronized void advanced(Instant now) {
    long nanos = System.nanoTime();
    if (nextDue.get().isAfter(now) && nanos - lookedAt < LOOK_NANOS) {
      return;
    }
    lookedAt = nanos;
    Integer told;
    do {
      nextDue.forget();
      told = transaction.execute(status -> round(now));
    } while (told != null && told > 0);
    store.nextDue().ifPresent(nextDue::notLaterThan);
  }

  /** One batch; how many were told. */
  private int round(Instant now) {
    List<TimerRow> due = store.lockDue(now, BATCH);
    due.stream()
        // Incidents are locked in the order of their ids, as everywhere.
        .sorted(
            Comparator.comparing((TimerRow t) -> t.matter() == null ? "" : t.matter().toString()))
        .forEach(t -> tell(t, now));
    return due.size();
  }

  private void tell(TimerRow t, Instant now) {
    Instant due = t.dueAt();
    if (due == null) {
      return;
    }
    int level = t.level() + 1;
    AgencyId told = agency(t.base(), level);
    if (told == null) {
      store.told(t.id(), t.agency(), t.level(), null);
      return;
    }
    Instant next = agency(t.base(), level + 1) == null ? null : due.plus(t.escalate());
    TimerRow after = store.told(t.id(), told, level, next);
    timers.publish(after);
    Audit audit =
        Audit.of("alert.told")
            .about("alert", after.id())
            .detail("kind", t.kind().name())
            .detail("level", level)
            .detail("agency", told)
            .detail("since", t.since().toString());
    telling.ledger().audit(t.matter() == null ? audit : audit.on(t.matter()));
    telling
        .events()
        .publishEvent(
            new StepOverdue(
                t.id(),
                t.kind().name(),
                t.assignment(),
                t.matter(),
                level,
                told,
                t.exercise(),
                t.since(),
                now));
    tellIncident(after, now, level);
  }

  private void tellIncident(TimerRow t, Instant now, int level) {
    if (t.matter() == null || t.assignment() == null) {
      return;
    }
    Progress fact =
        level == 1
            ? new Progress.Overdue(
                t.kind().name(), t.id().toString(), t.since(), now, timers.text(t, "超时", "overdue"))
            : new Progress.Noted(
                now,
                now,
                timers.text(t, "已上报第 %d 级".formatted(level), "told to level %d".formatted(level)));
    incidents.progress(t.matter(), fact);
  }

  /** The agency told at a level: 1 the base, 2 its parent, …; null above the top. */
  private @Nullable AgencyId agency(AgencyId base, int level) {
    if (level == 1) {
      return base;
    }
    List<Agency> above = agencies.ancestors(base);
    return level - 2 < above.size() ? above.get(level - 2).id() : null;
  }
}
