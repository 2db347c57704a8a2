package org.tocsin.app.matter;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.intake.Place;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.SignalId;

/**
 * What is needed to open an incident.
 *
 * @param signalId the call that reports it; null when none does
 * @param priority 1 (most urgent) to 4; null for the type's own, raised by the answers
 * @param agencyId who answers for it; null for the agency of the precinct, else the top
 */
public record NewIncident(
    @Nullable SignalId signalId,
    String typeCode,
    @Nullable Integer priority,
    String addressText,
    @Nullable Place place,
    String narrative,
    Map<String, String> answers,
    @Nullable AgencyId agencyId) {}
