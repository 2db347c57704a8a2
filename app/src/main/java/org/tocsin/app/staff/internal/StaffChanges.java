package org.tocsin.app.staff.internal;

import java.time.Instant;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.Problem;
import org.tocsin.kernel.Id;
import org.tocsin.kernel.InstanceClock;

/** What every change of this room needs: the instance's time, the audit log, who was quicker. */
@Component
class StaffChanges {
  private final Ledger ledger;
  private final Versions versions;
  private final InstanceClock clock;

  StaffChanges(Ledger ledger, Versions versions, InstanceClock clock) {
    this.ledger = ledger;
    this.versions = versions;
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  void audit(Audit entry) {
    ledger.audit(entry);
  }

  void auditRead(Audit entry) {
    ledger.auditRead(entry);
  }

  /** The refusal of a change to a thing that someone else has changed since. */
  Problem stale(String what, Id id) {
    return versions.stale(what, id);
  }
}
