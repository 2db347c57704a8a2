package org.tocsin.app.staff.internal;

import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.LiveEntry;
import org.tocsin.app.staff.DutyLevel;

/** Writes changes of duty levels into the audit log and shows them to everybody in the area. */
@Component
class DutyLevelNews {
  private final Ledger ledger;
  private final CachedAgencies agencies;

  DutyLevelNews(Ledger ledger, CachedAgencies agencies) {
    this.ledger = ledger;
    this.agencies = agencies;
  }

  /** A level was set or has ended. */
  void tell(String action, DutyLevel level) {
    ledger.audit(
        Audit.of(action)
            .about("duty-level", level.id())
            .why(level.endReason() == null ? level.reason() : level.endReason())
            .detail("agency", level.agencyId())
            .detail("level", level.levelCode())
            .detail("until", level.until().toString()));
    ledger.publish(
        LiveEntry.of(
            "duty-level", level.id(), level.version(), agencies.subtree(level.agencyId()), level));
  }
}
