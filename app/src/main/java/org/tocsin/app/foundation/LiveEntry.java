package org.tocsin.app.foundation;

import java.util.Collection;
import java.util.Set;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Id;

/**
 * A change that open screens must show.
 *
 * @param topic what kind of thing: {@code call}, {@code incident}, {@code unit}, {@code
 *     assignment}, …
 * @param id which
 * @param version of the thing after the change; a screen drops what is older than what it shows
 * @param agencies who may see it: a subscriber whose scope covers at least one
 * @param body the thing as the API gives it, whole
 */
public record LiveEntry(String topic, Id id, long version, Set<AgencyId> agencies, Object body) {
  /** An entry; see the record. */
  public static LiveEntry of(
      String topic, Id id, long version, Collection<AgencyId> agencies, Object body) {
    return new LiveEntry(topic, id, version, Set.copyOf(agencies), body);
  }
}
