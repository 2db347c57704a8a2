package org.tocsin.app.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Public data sets that lie beside a checkout and are not part of it: in {@code ../shared/data} or
 * where TOCSIN_DATA points. A test that wants one is skipped, with a message, where it is missing.
 */
public final class SharedData {
  private SharedData() {}

  /** A file of a data set; skips the test where it is missing. */
  public static Path need(String relative) {
    String configured = System.getenv("TOCSIN_DATA");
    Path folder = Path.of(configured == null ? "../../shared/data" : configured).toAbsolutePath();
    Path file = folder.resolve(relative).normalize();
    assumeTrue(Files.exists(file), "skipped: no data set at " + file);
    return file;
  }
}
