package org.tocsin.app.staff.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tocsin.app.registry.AgencyDirectory;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;

/** Tells the registry which agency a precinct's code means. */
@Component
class AgencyCodes implements AgencyDirectory {
  private final Agencies agencies;

  AgencyCodes(Agencies agencies) {
    this.agencies = agencies;
  }

  @Override
  public Optional<AgencyId> idOfCode(String agencyCode) {
    return agencies.byCode(agencyCode).map(Agency::id);
  }
}
