package org.tocsin.app.staff.internal;

import java.util.Optional;
import java.util.Set;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.foundation.LiveStream;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

/**
 * Who an officer is at this moment: asked with every request, so that a role taken away or an
 * account shut counts from the next request on, not from the next sign-in.
 */
@Component
public class Standings {
  private final OfficerStore officers;
  private final CachedAgencies agencies;
  private final Roles roles;
  private final LiveStream streams;
  private final boolean demo;
  private final Fresh<OfficerId, Standing> fresh = new Fresh<>();

  Standings(
      OfficerStore officers,
      CachedAgencies agencies,
      Roles roles,
      LiveStream streams,
      @Value("${tocsin.demo:false}") boolean demo) {
    this.officers = officers;
    this.agencies = agencies;
    this.roles = roles;
    this.streams = streams;
    this.demo = demo;
  }

  /** The officer's standing, also of one whose account is shut. */
  public Optional<Standing> find(OfficerId id) {
    return fresh.get(id, officers::standing);
  }

  /** The officer whom the identity provider knows under that name. */
  public Optional<Standing> findByExternalSubject(String subject) {
    return officers.standingByExternalSubject(subject);
  }

  /** Whether the officer's roles ask for one-time codes that are not set up. Never in a demo. */
  public boolean mustEnrol(Standing officer) {
    return !demo && !officer.secondFactorOn() && roles.needSecondFactor(officer.roles());
  }

  /** The officer as an actor with the rights of their roles over the subtree of their agency. */
  public Actor actor(Standing officer, String origin) {
    return new Actor(
        ActorKind.OFFICER,
        officer.id().toString(),
        officer.displayName(),
        officer.agencyId(),
        scope(officer.agencyId()),
        roles.permissions(officer.roles()),
        origin,
        null);
  }

  /** The subtree of an agency; that of the root is everything, also what is added later. */
  Scope scope(AgencyId agency) {
    boolean root = agencies.findRoot().map(Agency::id).filter(agency::equals).isPresent();
    Set<AgencyId> subtree = agencies.subtree(agency);
    return root ? Scope.all() : Scope.of(subtree);
  }

  /**
   * The officer's rights change with this transaction; open streams come back with the new ones.
   */
  void changing(OfficerId id) {
    AfterTransaction.run(
        () -> {
          fresh.forget(id);
          closeStreams(id);
        });
  }

  void closeStreams(OfficerId id) {
    String officer = id.toString();
    streams.close(actor -> actor.kind() == ActorKind.OFFICER && actor.id().equals(officer));
  }

  /** The tree changes with this transaction, and with it what officers and partners may see. */
  void changingTree() {
    AfterTransaction.run(() -> streams.close(actor -> !actor.scope().everything()));
  }
}
