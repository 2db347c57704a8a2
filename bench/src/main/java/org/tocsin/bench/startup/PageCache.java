package org.tocsin.bench.startup;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** The operating system's memory of files, which makes every start but the first a warm one. */
final class PageCache {
  private static final Path SWITCH = Path.of("/proc/sys/vm/drop_caches");

  private PageCache() {}

  /**
   * Forgets all files that are not in use, after writing out what is pending.
   *
   * @return whether that was permitted; only the superuser may, and not in every container
   */
  static boolean drop() throws InterruptedException {
    try {
      Process sync = new ProcessBuilder("sync").start();
      sync.waitFor(60, TimeUnit.SECONDS);
      Files.write(SWITCH, "3\n".getBytes(StandardCharsets.US_ASCII));
      return true;
    } catch (IOException e) {
      return false;
    }
  }
}
