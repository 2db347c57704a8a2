package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.tocsin.app.dispatch.internal.InstructionRow.Addressee;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.LiveEntry;
import org.tocsin.app.foundation.Numbers;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.InstructionId;
import org.tocsin.kernel.MatterId;

/** Numbers, times and tidings of instructions. */
@Component
class InstructionNews {
  private final Ledger ledger;
  private final Numbers numbers;
  private final ApplicationEventPublisher events;
  private final InstanceClock clock;

  InstructionNews(
      Ledger ledger, Numbers numbers, ApplicationEventPublisher events, InstanceClock clock) {
    this.ledger = ledger;
    this.numbers = numbers;
    this.events = events;
    this.clock = clock;
  }

  /**
   * What open screens are told: enough to know that they must read the instruction again. The tree
   * itself is not sent, since who sees which branch of it depends on the reader.
   */
  record Touched(
      InstructionId id,
      InstructionId rootId,
      @Nullable InstructionId parentId,
      String number,
      AgencyId fromAgencyId,
      String text,
      @Nullable MatterId matterId,
      Instant dueAt,
      long version) {}

  Instant now() {
    return clock.instant();
  }

  String number() {
    return numbers.next("instruction", LocalDate.ofInstant(clock.instant(), clock.getZone()));
  }

  void event(Object fact) {
    events.publishEvent(fact);
  }

  /** Writes the audit entry and tells the instruction and all above it. */
  void tell(Audit audit, InstructionId id, InstructionStore store) {
    ledger.audit(audit);
    for (InstructionRow row : store.touch(id)) {
      Set<AgencyId> agencies = new HashSet<>(Set.of(row.from()));
      store.addressees(row.root()).stream()
          .filter(a -> a.instruction().equals(row.id()))
          .map(Addressee::agency)
          .forEach(agencies::add);
      ledger.publish(
          LiveEntry.of(
              "instruction",
              row.id(),
              row.version(),
              agencies,
              new Touched(
                  row.id(),
                  row.root(),
                  row.parent(),
                  row.number(),
                  row.from(),
                  row.text(),
                  row.matter(),
                  row.dueAt(),
                  row.version())));
    }
  }
}
