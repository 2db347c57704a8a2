package org.tocsin.app.staff;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;

/**
 * One agency of the tree.
 *
 * @param code what people and imports call it, unique in the instance
 * @param parentId the agency above; null for the root
 * @param level 0 for the root, one more for each step down; names of the levels are configuration
 * @param version raised with every change
 */
public record Agency(
    AgencyId id,
    String code,
    @Nullable AgencyId parentId,
    int level,
    String nameZh,
    String nameEn,
    long version) {
  public Agency {
    Objects.requireNonNull(id, "id");
    if ((parentId == null) != (level == 0)) {
      throw new IllegalArgumentException("only the root is on level 0");
    }
  }
}
