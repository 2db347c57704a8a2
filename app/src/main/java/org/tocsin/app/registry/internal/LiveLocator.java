package org.tocsin.app.registry.internal;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Service;
import org.tocsin.app.registry.AgencyDirectory;
import org.tocsin.app.registry.Candidate;
import org.tocsin.app.registry.Locator;
import org.tocsin.app.registry.Nearest;
import org.tocsin.app.registry.Precinct;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.PrecinctId;

/** The place index in use, with agencies that were made after the precincts were imported. */
@Service
class LiveLocator implements Locator {
  private final RegistryIndexes indexes;
  private final ObjectProvider<AgencyDirectory> agencies;

  LiveLocator(RegistryIndexes indexes, ObjectProvider<AgencyDirectory> agencies) {
    this.indexes = indexes;
    this.agencies = agencies;
  }

  @Override
  public List<Candidate> search(String text, @Nullable Point near, int limit) {
    return indexes.current().places().search(text, near, limit).stream().map(this::known).toList();
  }

  @Override
  public Nearest reverse(Point point) {
    Nearest found = indexes.current().places().reverse(point);
    Candidate nearest = found.nearest();
    Precinct precinct = found.precinct();
    return new Nearest(
        nearest == null ? null : known(nearest),
        found.metres(),
        precinct == null ? null : known(precinct));
  }

  @Override
  public Optional<Precinct> precinctAt(Point point) {
    return indexes.current().places().precinctAt(point).map(this::known);
  }

  @Override
  public Optional<Precinct> findPrecinct(PrecinctId id) {
    return indexes.current().places().findPrecinct(id).map(this::known);
  }

  private Candidate known(Candidate found) {
    Precinct precinct = found.precinct();
    if (precinct == null || precinct.agencyId() != null) {
      return found;
    }
    return new Candidate(
        found.label(),
        found.kind(),
        found.point(),
        found.addressId(),
        found.score(),
        known(precinct));
  }

  private Precinct known(Precinct precinct) {
    AgencyDirectory directory = agencies.getIfAvailable();
    if (precinct.agencyId() != null || directory == null) {
      return precinct;
    }
    Optional<AgencyId> agency =
        indexes.current().precincts().stream()
            .filter(area -> area.precinct().id().equals(precinct.id()))
            .findFirst()
            .flatMap(area -> Optional.ofNullable(area.agencyCode()))
            .filter(code -> !code.isEmpty())
            .flatMap(directory::idOfCode);
    return agency
        .map(id -> new Precinct(precinct.id(), precinct.code(), precinct.name(), id))
        .orElse(precinct);
  }
}
