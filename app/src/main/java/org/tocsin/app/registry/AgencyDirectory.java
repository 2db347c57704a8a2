package org.tocsin.app.registry;

import java.util.Optional;
import org.tocsin.kernel.AgencyId;

/**
 * How the registry learns which agency a code means. Implemented by the room that keeps agencies,
 * because the registry depends on no other room.
 */
@FunctionalInterface
public interface AgencyDirectory {
  /** The agency with a code. */
  Optional<AgencyId> idOfCode(String agencyCode);
}
