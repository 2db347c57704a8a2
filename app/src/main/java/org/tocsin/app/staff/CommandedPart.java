package org.tocsin.app.staff;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.Scope;
import org.tocsin.kernel.AgencyId;

/**
 * The part of the tree that a commander looks at: an agency and all below it, within the scope.
 *
 * @param agencies parents before children
 */
public record CommandedPart(List<Agency> agencies) {
  public CommandedPart {
    agencies = List.copyOf(agencies);
  }

  /**
   * The part below an agency; below the actor's own (or the root) where none is named.
   *
   * @throws Problem NOT_FOUND if the agency is unknown or out of scope
   */
  public static CommandedPart of(Agencies agencies, Actor actor, @Nullable AgencyId asked) {
    AgencyId own = actor.agency();
    AgencyId top = asked != null ? asked : own != null ? own : agencies.root().id();
    if (agencies.find(top).isEmpty() || !actor.scope().covers(top)) {
      throw Problem.notFound("agency", top);
    }
    return new CommandedPart(
        RollUp.part(agencies, top).stream().filter(a -> actor.scope().covers(a.id())).toList());
  }

  /** The agency at its top. */
  public Agency top() {
    return agencies.getFirst();
  }

  /** The part as a scope, for queries. */
  public Scope scope() {
    return Scope.of(ids());
  }

  /** The ids. */
  public Set<AgencyId> ids() {
    return agencies.stream().map(Agency::id).collect(Collectors.toSet());
  }
}
