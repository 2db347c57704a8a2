package org.tocsin.app.staff;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tocsin.kernel.AgencyId;

/**
 * The tree of agencies: the door for other rooms.
 *
 * <p>Answers come from memory. A change is seen at once on the node that made it, once its
 * transaction has ended, and within one second on other nodes. Nothing here looks at who asks:
 * scope is enforced where records are read, by {@code Actor.scope()}.
 */
public interface Agencies {
  /**
   * The agency.
   *
   * @throws org.tocsin.app.foundation.Problem 404 if there is none
   */
  Agency get(AgencyId id);

  /** The agency, if there is one. */
  Optional<Agency> find(AgencyId id);

  /** The agency with that code; upper and lower case are the same. */
  Optional<Agency> byCode(String code);

  /**
   * The agency at the top.
   *
   * @throws IllegalStateException while the installation is blank
   */
  Agency root();

  /** The agency at the top; empty while the installation is blank. */
  Optional<Agency> findRoot();

  /** The agency above; empty for the root. */
  Optional<Agency> parent(AgencyId id);

  /** The agencies directly below, by code. */
  List<Agency> children(AgencyId id);

  /** The agencies above, nearest first, the root last. */
  List<Agency> ancestors(AgencyId id);

  /** The agency itself and all below it; empty if there is no such agency. */
  Set<AgencyId> subtree(AgencyId id);

  /** All agencies, parents before children, siblings by code. */
  List<Agency> list();
}
