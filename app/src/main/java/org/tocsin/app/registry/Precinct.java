package org.tocsin.app.registry;

import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.PrecinctId;

/**
 * The ground one station answers for.
 *
 * @param id stable over imports for one code
 * @param code the source's code
 * @param name for people
 * @param agencyId the agency that answers for it; null while no agency has the code the file names
 */
public record Precinct(PrecinctId id, String code, String name, @Nullable AgencyId agencyId) {}
