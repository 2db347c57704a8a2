package org.tocsin.app.registry;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.PrecinctId;

/**
 * Front door: from what a caller says to a place, and from a place to an address and a precinct.
 */
public interface Locator {
  /** More candidates than this are never returned. */
  int MAX_LIMIT = 50;

  /**
   * Places that a text may mean, best first. The text may be unfinished (type-ahead), misspelt, a
   * block, an address, a crossing, a street, a landmark, coordinates, or a Chinese address.
   *
   * @param text what was typed; blank finds nothing
   * @param near places near it rank higher; null for none
   * @param limit at most {@value #MAX_LIMIT}
   */
  List<Candidate> search(String text, @Nullable Point near, int limit);

  /** The nearest address and the precinct of a point. */
  Nearest reverse(Point point);

  /** The precinct a point lies in. */
  Optional<Precinct> precinctAt(Point point);

  /** A precinct of the active dataset. */
  Optional<Precinct> findPrecinct(PrecinctId id);
}
