package org.tocsin.app.staff.internal;

import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.InstanceClock;

/** What this installation is called, which release it runs, and the time it goes by. */
@Component
public class Installation {
  private final String name;
  private final String version;
  private final AgencyLevels levels;
  private final InstanceClock clock;

  Installation(
      @Value("${tocsin.name:Tocsin}") String name,
      @Value("${tocsin.version:dev}") String version,
      AgencyLevels levels,
      InstanceClock clock) {
    this.name = name;
    this.version = version;
    this.levels = levels;
    this.clock = clock;
  }

  /** Its name, for the title of the screen. */
  public String name() {
    return name;
  }

  /** The release. */
  public String version() {
    return version;
  }

  /** The names of the levels of agencies, from the root down. */
  public List<Text> levelNames() {
    return levels.names();
  }

  /** The instance's clock. */
  public InstanceClock clock() {
    return clock;
  }
}
