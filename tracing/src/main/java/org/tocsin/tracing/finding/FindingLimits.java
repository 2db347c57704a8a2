package org.tocsin.tracing.finding;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;

/**
 * From where on something is worth a look. All of it is configuration; {@code
 * packs/tracing/findings.properties} says what is usual.
 *
 * @param leastFen patterns that move less are left out
 * @param fast how soon money leaves again to be fast in, fast out
 * @param fastShare which share of the inflow must do so, 0 to 1
 * @param window how long a scattering, a gathering or a cycle may take
 * @param fan how many accounts make a scattering or a gathering
 * @param cycleHops longest cycle, in payments
 * @param cycleKeeps which share of its amount each payment of a cycle keeps at least of the one
 *     before
 * @param thresholds amounts that somebody may want to stay below, in fen
 * @param below how far below still counts, as a share of the threshold
 * @param repeats how many such payments within {@code structuringWindow} make structuring
 * @param busiest accounts with more payments are not looked through but counted as passed over
 */
public record FindingLimits(
    long leastFen,
    Duration fast,
    double fastShare,
    Duration window,
    int fan,
    int cycleHops,
    double cycleKeeps,
    List<Long> thresholds,
    double below,
    int repeats,
    Duration structuringWindow,
    int busiest) {
  private static final String USUAL = "/packs/tracing/findings.properties";

  /** Copies the list. */
  public FindingLimits {
    thresholds = List.copyOf(thresholds);
  }

  /** What is usual. */
  public static FindingLimits usual() {
    try (InputStream in = FindingLimits.class.getResourceAsStream(USUAL)) {
      if (in == null) {
        throw new IllegalStateException(USUAL + " is missing from the build");
      }
      return read(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  /** From a file of the same keys. */
  public static FindingLimits read(Path file) throws IOException {
    try (Reader reader = Files.newBufferedReader(file)) {
      return read(reader);
    }
  }

  private static FindingLimits read(Reader reader) throws IOException {
    var p = new Properties();
    p.load(reader);
    try {
      return new FindingLimits(
          Long.parseLong(value(p, "least.fen")),
          Duration.parse(value(p, "fast.within")),
          Double.parseDouble(value(p, "fast.share")),
          Duration.parse(value(p, "window")),
          Integer.parseInt(value(p, "fan")),
          Integer.parseInt(value(p, "cycle.hops")),
          Double.parseDouble(value(p, "cycle.keeps")),
          Arrays.stream(value(p, "structuring.thresholds.fen").split(","))
              .map(String::strip)
              .map(Long::valueOf)
              .toList(),
          Double.parseDouble(value(p, "structuring.below")),
          Integer.parseInt(value(p, "structuring.repeats")),
          Duration.parse(value(p, "structuring.within")),
          Integer.parseInt(value(p, "busiest")));
    } catch (RuntimeException wrong) {
      throw new IOException("findings: " + wrong.getMessage(), wrong);
    }
  }

  private static String value(Properties p, String key) {
    String value = p.getProperty(key);
    if (value == null) {
      throw new IllegalArgumentException(key + " is missing");
    }
    return value.strip();
  }
}
