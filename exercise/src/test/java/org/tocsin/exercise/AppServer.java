package org.tocsin.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.tocsin.app.TocsinApplication;

/** The real server in this process, on a folder and a port of its own, with a driven clock. */
public final class AppServer implements AutoCloseable {
  public static final String TOKEN = "driver-token-of-the-exercise-tests";

  private final Path data;
  private final ConfigurableApplicationContext context;

  private AppServer(Path data, ConfigurableApplicationContext context) {
    this.data = data;
    this.context = context;
  }

  /** Starts a fresh one; further settings as {@code --name=value}. */
  public static AppServer start(Instant clock, String zone, String... further) {
    try {
      Path data = Files.createTempDirectory("tocsin-exercise-test-");
      List<String> args =
          new ArrayList<>(
              List.of(
                  "--server.port=0",
                  "--server.address=127.0.0.1",
                  "--tocsin.data-dir=" + data,
                  "--tocsin.clock.mode=driven",
                  "--tocsin.clock.start=" + clock,
                  "--tocsin.zone=" + zone,
                  "--tocsin.driver.token=" + TOKEN));
      args.addAll(List.of(further));
      return new AppServer(
          data, SpringApplication.run(TocsinApplication.class, args.toArray(String[]::new)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public URI url() {
    return URI.create(
        "http://127.0.0.1:" + context.getEnvironment().getRequiredProperty("local.server.port"));
  }

  @Override
  public void close() {
    context.close();
    try (Stream<Path> files = Files.walk(data)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
