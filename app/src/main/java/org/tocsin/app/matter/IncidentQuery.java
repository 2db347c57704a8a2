package org.tocsin.app.matter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;

/**
 * Which incidents to list, newest first.
 *
 * @param which by state; merged incidents are only in ALL
 * @param text words of number, address and narrative; the last one may be unfinished
 * @param agency the owner, or any agency below it
 * @param from created at or after
 * @param to created before
 * @param after the last id of the page before
 */
public record IncidentQuery(
    Which which,
    @Nullable String text,
    @Nullable String typeCode,
    @Nullable AgencyId agency,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable MatterId after,
    int limit) {
  /** Incidents by state. */
  public enum Which {
    OPEN,
    CLOSED,
    ALL
  }

  /** The newest open incidents. */
  public static IncidentQuery open(int limit) {
    return new IncidentQuery(Which.OPEN, null, null, null, null, null, null, limit);
  }
}
