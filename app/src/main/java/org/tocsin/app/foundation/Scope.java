package org.tocsin.app.foundation;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import org.tocsin.kernel.AgencyId;

/**
 * The agencies whose things an actor sees and commands: its own subtree of the tree. Enforced in
 * every query:
 *
 * <pre>{@code where (:all or x.agency_id = any(:agencies))}</pre>
 *
 * with {@code all} = {@link #everything()} and {@code agencies} = {@link #ids()}.
 *
 * @param everything the whole tree, whatever it holds now or later
 * @param agencies the agencies, where not everything
 */
public record Scope(boolean everything, Set<AgencyId> agencies) {
  public Scope {
    agencies = Set.copyOf(agencies);
  }

  /** The whole tree. */
  public static Scope all() {
    return new Scope(true, Set.of());
  }

  /** Just these agencies. */
  public static Scope of(Collection<AgencyId> agencies) {
    return new Scope(false, Set.copyOf(agencies));
  }

  /** Whether the agency is within. */
  public boolean covers(AgencyId agency) {
    return everything || agencies.contains(agency);
  }

  /** Whether at least one of the agencies is within. */
  public boolean coversAny(Collection<AgencyId> others) {
    return everything || others.stream().anyMatch(agencies::contains);
  }

  /** The bare ids for a query parameter. */
  public UUID[] ids() {
    return agencies.stream().map(AgencyId::value).toArray(UUID[]::new);
  }
}
