package org.tocsin.matters.flow;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

/**
 * Who acts.
 *
 * @param officer the officer; null for the system
 * @param roles codes of their roles
 * @param posts codes of the posts they fill on duty
 * @param agency their agency; null for the system
 */
public record Who(
    @Nullable OfficerId officer, Set<String> roles, Set<String> posts, @Nullable AgencyId agency) {
  /** The clock of the instance. */
  public static final Who SYSTEM = new Who(null, Set.of(), Set.of(), null);

  public Who {
    roles = Set.copyOf(roles);
    posts = Set.copyOf(posts);
  }

  /** An officer without a post. */
  public static Who officer(OfficerId officer, AgencyId agency, Set<String> roles) {
    return new Who(officer, roles, Set.of(), agency);
  }

  /** Whether it is the clock and no person. */
  public boolean isSystem() {
    return officer == null;
  }
}
