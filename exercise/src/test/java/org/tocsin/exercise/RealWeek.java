package org.tocsin.exercise;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Real data that lies beside the repository, where it does; {@code TOCSIN_DATA} names another
 * place.
 */
public final class RealWeek {
  private RealWeek() {}

  /** The week of calls, or the test is skipped with a message. */
  public static Path folder() {
    String named = System.getenv("TOCSIN_DATA");
    Path here = Path.of("").toAbsolutePath();
    while (here != null && !Files.exists(here.resolve("tocsin"))) {
      here = here.getParent();
    }
    Path data =
        named != null
            ? Path.of(named)
            : here == null ? Path.of("none") : here.resolve("../shared/data").normalize();
    Path feed = data.resolve("sf_fire_dispatch");
    assumeTrue(Files.isDirectory(feed), "skipped: no real data at " + feed);
    return feed;
  }
}
