package org.tocsin.app.staff.internal;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

/** Keeping officers: who works where. What they may do is {@link RoleDesk}'s. */
@Service
public class OfficerDesk {
  /** A new officer. A password given here must be changed at the first sign-in. */
  public record NewOfficer(
      @Nullable String signInName,
      @Nullable String displayName,
      @Nullable AgencyId agencyId,
      @Nullable String badgeNumber,
      @Nullable String phone,
      @Nullable String externalSubject,
      @Nullable String password) {
    NewOfficer withoutPassword() {
      return new NewOfficer(
          signInName, displayName, agencyId, badgeNumber, phone, externalSubject, null);
    }

    @Override
    public String toString() {
      return "NewOfficer[agency " + agencyId + "]";
    }
  }

  /** What is to change; null leaves as it is. */
  public record OfficerChange(
      long version,
      @Nullable String displayName,
      @Nullable AgencyId agencyId,
      @Nullable String badgeNumber,
      @Nullable String phone,
      @Nullable String externalSubject,
      @Nullable Boolean disabled) {
    @Override
    public String toString() {
      return "OfficerChange[version " + version + "]";
    }
  }

  private final OfficerStore store;
  private final CachedAgencies agencies;
  private final Standings standings;
  private final RoleDesk roles;
  private final Passwords passwords;
  private final Once once;
  private final StaffChanges changes;

  OfficerDesk(
      OfficerStore store,
      CachedAgencies agencies,
      Standings standings,
      RoleDesk roles,
      Passwords passwords,
      Once once,
      StaffChanges changes) {
    this.store = store;
    this.agencies = agencies;
    this.standings = standings;
    this.roles = roles;
    this.passwords = passwords;
    this.once = once;
    this.changes = changes;
  }

  /** The officers of the actor's scope, by name to sign in with; phone numbers masked. */
  public Page<OfficerRecord> page(
      @Nullable AgencyId within,
      @Nullable String q,
      @Nullable String after,
      @Nullable Integer limit) {
    Actor actor = Acting.require(Permission.STAFF_READ);
    int rows = Page.limit(limit);
    UUID[] subtree =
        within == null
            ? null
            : agencies.subtree(within).stream().map(AgencyId::value).toArray(UUID[]::new);
    List<OfficerRecord> found =
        store.page(actor.scope(), subtree, like(q), after, rows + 1).stream()
            .map(OfficerDesk::masked)
            .toList();
    return Page.of(found, rows, OfficerRecord::signInName);
  }

  private static @Nullable String like(@Nullable String q) {
    if (q == null || q.isBlank()) {
      return null;
    }
    return "%" + q.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
  }

  private static OfficerRecord masked(OfficerRecord o) {
    String phone = o.phone();
    if (phone == null) {
      return o;
    }
    String tail = phone.length() > 4 ? phone.substring(phone.length() - 4) : "";
    return o.withPhone("****" + tail);
  }

  /** One officer with all that is kept; the look is audited. */
  public OfficerRecord get(OfficerId id) {
    Actor actor = Acting.require(Permission.STAFF_READ);
    OfficerRecord officer = inScope(actor, id);
    if (!actor.may(Permission.STAFF_MANAGE) && !actor.id().equals(id.toString())) {
      return masked(officer);
    }
    changes.auditRead(Audit.of("officer.read").about("officer", id));
    return officer;
  }

  /** Adds an officer, without roles. */
  @Transactional
  public OfficerRecord create(NewOfficer asked, @Nullable String key) {
    Actor actor = Acting.require(Permission.STAFF_MANAGE);
    // The password stays out of what is kept to recognise the request again, even as a hash.
    return once.run(
        "officer.create",
        key,
        asked.withoutPassword(),
        OfficerRecord.class,
        () -> create(actor, asked));
  }

  private OfficerRecord create(Actor actor, NewOfficer asked) {
    AgencyId agency = commanded(actor, Check.given("agencyId", asked.agencyId()));
    String name = Check.signInName("signInName", asked.signInName());
    String display = Check.text("displayName", asked.displayName(), 60);
    String password = asked.password();
    if (password != null) {
      passwords.check("password", password, name, display);
    }
    OfficerRecord officer =
        new OfficerRecord(
            OfficerId.next(),
            name,
            display,
            Check.optional("badgeNumber", asked.badgeNumber(), 40),
            Check.optional("phone", asked.phone(), 40),
            agency,
            Check.optional("externalSubject", asked.externalSubject(), 200),
            List.of(),
            false,
            null,
            1);
    add(officer, password == null ? null : passwords.encode(password), password != null);
    return officer;
  }

  /** Writes a new officer whose fields were checked. */
  void add(OfficerRecord officer, @Nullable String hash, boolean changeNeeded) {
    if (store.signInNameTaken(officer.signInName(), null)) {
      throw Problem.refused(ProblemCode.CODE_TAKEN, officer.signInName());
    }
    store.insert(officer, hash, changeNeeded, changes.now(), Acting.current().name());
    changes.audit(
        Audit.of("officer.created")
            .about("officer", officer.id())
            .detail("agency", officer.agencyId()));
  }

  /** Changes an officer; shutting the account ends its sessions with the next request. */
  @Transactional
  public OfficerRecord change(OfficerId id, OfficerChange asked) {
    Actor actor = Acting.require(Permission.STAFF_MANAGE);
    OfficerRecord before = inScope(actor, id);
    if (before.version() != asked.version()) {
      throw changes.stale("officer", id);
    }
    OfficerRecord after = changed(actor, before, asked);
    if (after.disabledAt() != null && before.disabledAt() == null) {
      roles.refuseIfOwnOrLast(actor, before);
    }
    if (!store.update(after, changes.now(), actor.name())) {
      throw changes.stale("officer", id);
    }
    standings.changing(id);
    changes.audit(
        Audit.of("officer.changed")
            .about("officer", id)
            .detail("agency", after.agencyId())
            .detail("open", after.disabledAt() == null));
    return after;
  }

  private OfficerRecord changed(Actor actor, OfficerRecord o, OfficerChange asked) {
    AgencyId agency = asked.agencyId() == null ? o.agencyId() : commanded(actor, asked.agencyId());
    Boolean shut = asked.disabled();
    return new OfficerRecord(
        o.id(),
        o.signInName(),
        asked.displayName() == null
            ? o.displayName()
            : Check.text("displayName", asked.displayName(), 60),
        asked.badgeNumber() == null
            ? o.badgeNumber()
            : Check.optional("badgeNumber", asked.badgeNumber(), 40),
        asked.phone() == null ? o.phone() : Check.optional("phone", asked.phone(), 40),
        agency,
        asked.externalSubject() == null
            ? o.externalSubject()
            : Check.optional("externalSubject", asked.externalSubject(), 200),
        o.roles(),
        o.secondFactorOn(),
        shut == null
            ? o.disabledAt()
            : !shut ? null : o.disabledAt() == null ? changes.now() : o.disabledAt(),
        o.version() + 1);
  }

  private AgencyId commanded(Actor actor, AgencyId id) {
    return agencies
        .find(id)
        .map(Agency::id)
        .filter(actor.scope()::covers)
        .orElseThrow(() -> Problem.notFound("agency", id));
  }

  private OfficerRecord inScope(Actor actor, OfficerId id) {
    return store.find(id, actor.scope()).orElseThrow(() -> Problem.notFound("officer", id));
  }
}
