package org.tocsin.bench;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where the sources and the data beside them are. */
public final class Workspace {
  private Workspace() {}

  /** The folder of the launcher, looked up from where this class was loaded. */
  public static Path root() {
    try {
      Path at = Path.of(Bench.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path folder = at; folder != null; folder = folder.getParent()) {
        if (Files.isRegularFile(folder.resolve("tocsin"))) {
          return folder;
        }
      }
      return Path.of("").toAbsolutePath();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("the program's own place is no path", e);
    }
  }

  /**
   * A file or folder of the recorded data: under the environment's {@code TOCSIN_DATA}, else in
   * {@code shared/data} beside the sources.
   */
  public static Optional<Path> data(String name) {
    String set = System.getenv("TOCSIN_DATA");
    Path parent = root().getParent();
    Path data =
        set != null && !set.isBlank()
            ? Path.of(set)
            : (parent == null ? root() : parent).resolve("shared/data");
    return Optional.of(data.resolve(name)).filter(Files::exists);
  }
}
