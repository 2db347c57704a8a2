package org.tocsin.app.dispatch.internal;

import org.springframework.test.context.TestPropertySource;
import org.tocsin.kernel.AgencyId;

/** The same over a tree of four levels: province, city, county, station. */
@TestPropertySource(properties = "tocsin.agency-levels=province")
class FourLevelsTest extends InstructionsTest {
  @Override
  AgencyId top() {
    super.top();
    // One level below the root, so that the issuing city has counties and stations below it.
    return world.agency(port, world.root());
  }
}
