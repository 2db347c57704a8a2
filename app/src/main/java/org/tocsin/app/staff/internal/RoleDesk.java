package org.tocsin.app.staff.internal;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.kernel.OfficerId;

/**
 * What officers may do, and the way back in for who is locked out. All of it is the security
 * administrator's, and nobody does any of it to themselves.
 *
 * <p>One exception makes a beginning: while nobody is security administrator, the system
 * administrator names the first one.
 */
@Service
public class RoleDesk {
  private final OfficerStore store;
  private final AttemptStore attempts;
  private final Standings standings;
  private final Roles roles;
  private final Passwords passwords;
  private final StaffChanges changes;

  RoleDesk(
      OfficerStore store,
      AttemptStore attempts,
      Standings standings,
      Roles roles,
      Passwords passwords,
      StaffChanges changes) {
    this.store = store;
    this.attempts = attempts;
    this.standings = standings;
    this.roles = roles;
    this.passwords = passwords;
    this.changes = changes;
  }

  /** Gives the officer exactly these roles. */
  @Transactional
  public OfficerRecord give(OfficerId id, Set<String> asked) {
    Actor actor = Acting.current();
    // The row lock keeps two givers from each adding what must not meet.
    store.lock(List.of(id));
    OfficerRecord officer = inScope(actor, id);
    requireGiver(actor, officer, asked);
    roles.check(asked);
    refuseOwn(actor, officer);
    if (!asked.containsAll(officer.roles())) {
      refuseLast(officer, asked);
    }
    write(officer, asked, actor.name());
    return inScope(actor, id);
  }

  /** Writes roles that were checked. */
  void write(OfficerRecord officer, Set<String> asked, String by) {
    Set<String> administrators =
        asked.stream().filter(roles::isAdministrator).collect(Collectors.toSet());
    store.giveRoles(officer.id(), asked, administrators, changes.now(), by);
    standings.changing(officer.id());
    changes.audit(
        Audit.of("roles.given")
            .about("officer", officer.id())
            .detail("before", officer.roles().stream().sorted().toList())
            .detail("after", asked.stream().sorted().toList()));
  }

  private void requireGiver(Actor actor, OfficerRecord officer, Set<String> asked) {
    if (actor.may(Permission.SECURITY_MANAGE)) {
      return;
    }
    String security = roles.holderOf(Permission.SECURITY_MANAGE).code();
    boolean first =
        actor.may(Permission.STAFF_MANAGE)
            && actor.scope().everything()
            && asked.equals(Set.of(security))
            && officer.roles().isEmpty()
            && store.lockHolders(security).isEmpty();
    if (!first) {
      throw Problem.forbidden(Permission.SECURITY_MANAGE);
    }
  }

  /** Opens a name that too many failures have locked. */
  @Transactional
  public void unlock(OfficerId id) {
    OfficerRecord officer = securityOf(id);
    attempts.forget(officer.signInName());
    changes.audit(Audit.of("sign-in.unlocked").about("officer", id));
  }

  /** Takes one-time codes off an account whose device is lost; its sessions end. */
  @Transactional
  public void resetSecondFactor(OfficerId id) {
    securityOf(id);
    store.removeTotp(id);
    standings.changing(id);
    changes.audit(Audit.of("second-factor.reset").about("officer", id));
  }

  /** Gives a password that must be changed at the next sign-in; sessions end. */
  @Transactional
  public void resetPassword(OfficerId id, String password) {
    OfficerRecord officer = securityOf(id);
    passwords.check("password", password, officer.signInName(), officer.displayName());
    store.setPassword(id, passwords.encode(password), true);
    standings.changing(id);
    changes.audit(Audit.of("password.reset").about("officer", id));
  }

  private OfficerRecord securityOf(OfficerId id) {
    Actor actor = Acting.require(Permission.SECURITY_MANAGE);
    OfficerRecord officer = inScope(actor, id);
    refuseOwn(actor, officer);
    return officer;
  }

  /** For shutting an account: not one's own, and not the last of an administrator's. */
  void refuseIfOwnOrLast(Actor actor, OfficerRecord officer) {
    refuseOwn(actor, officer);
    refuseLast(officer, Set.of());
  }

  private static void refuseOwn(Actor actor, OfficerRecord officer) {
    if (actor.id().equals(officer.id().toString())) {
      throw Problem.refused(ProblemCode.OWN_ACCOUNT);
    }
  }

  private void refuseLast(OfficerRecord officer, Set<String> kept) {
    for (String role : officer.roles()) {
      boolean lost = roles.isAdministrator(role) && !kept.contains(role);
      if (lost && store.lockHolders(role).equals(List.of(officer.id()))) {
        throw Problem.refused(ProblemCode.LAST_ADMINISTRATOR, officer.signInName(), role);
      }
    }
  }

  private OfficerRecord inScope(Actor actor, OfficerId id) {
    return store.find(id, actor.scope()).orElseThrow(() -> Problem.notFound("officer", id));
  }
}
