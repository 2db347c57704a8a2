package org.tocsin.matters.flow;

import org.tocsin.kernel.AgencyId;

/** The tree of agencies. */
public interface Tree {
  /** Whether an agency is {@code ancestor} itself or lies below it. */
  boolean isWithin(AgencyId agency, AgencyId ancestor);

  /** How many agencies stand above one: 0 for the root. */
  int levelsAbove(AgencyId agency);
}
