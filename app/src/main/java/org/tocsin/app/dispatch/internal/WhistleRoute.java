package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.Point;

/**
 * Whom a whistle is addressed to: level by level up the tree, the agency with units of the
 * specialty; among several on a level the one whose unit is nearest to the place. Nobody: the
 * agency above the one that whistles.
 */
@Component
class WhistleRoute {
  private final Agencies agencies;
  private final UnitBoard board;
  private final Travel travel;
  private final InstanceClock clock;

  WhistleRoute(Agencies agencies, UnitBoard board, Travel travel, InstanceClock clock) {
    this.agencies = agencies;
    this.board = board;
    this.travel = travel;
    this.clock = clock;
  }

  AgencyId to(AgencyId from, String specialty, @Nullable Point place) {
    Set<AgencyId> own = agencies.subtree(from);
    List<Agency> above = agencies.ancestors(from);
    for (Agency level : above) {
      Set<AgencyId> within = agencies.subtree(level.id());
      Optional<BoardUnit> nearest =
          board.all().stream()
              .filter(u -> u.unit().typeCode().equals(specialty) && u.unit().out() == null)
              .filter(u -> within.contains(u.unit().agency()) && !own.contains(u.unit().agency()))
              .min(byDistance(place));
      if (nearest.isPresent()) {
        return nearest.get().unit().agency();
      }
    }
    return above.isEmpty() ? from : above.getFirst().id();
  }

  private Comparator<BoardUnit> byDistance(@Nullable Point place) {
    Instant now = clock.instant();
    return Comparator.comparingDouble(
            (BoardUnit u) ->
                place == null
                    ? 0
                    : travel
                        .origin(u.unit(), now)
                        .map(o -> o.at().distanceTo(place))
                        .orElse(Double.MAX_VALUE))
        .thenComparing(u -> u.unit().callSign())
        .thenComparing(u -> u.unit().id().value());
  }
}
