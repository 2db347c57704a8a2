package org.tocsin.app.matter;

import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;

/**
 * How many incidents of one group a precinct had in one band of the day. Numbers of areas only: no
 * place finer than a precinct, no person, no incident.
 *
 * @param precinctCode null where the incidents lie in no known precinct
 * @param group the group of types: CRIME, PUBLIC_ORDER, …
 * @param band the six hours of the day in the zone of the instance: 0 = 00–06, 1 = 06–12, 2 =
 *     12–18, 3 = 18–24
 */
public record AreaCount(
    AgencyId agencyId,
    @Nullable String precinctCode,
    @Nullable String precinctName,
    IncidentType.Group group,
    int band,
    long count) {}
