package org.tocsin.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/**
 * How much of the processors' time a virtual machine's host gave to others while this machine had
 * work to do, from the first line of {@code /proc/stat} (proc(5): user, nice, system, idle, iowait,
 * irq, softirq, steal). A latency measured while the host steals says little about the software.
 *
 * @param steal ticks stolen since the machine began
 * @param busy ticks worked or stolen since then, idle ones left out
 */
public record Stolen(long steal, long busy) {
  private static final int STEAL = 7;
  private static final int FIELDS = 8;
  private static final List<Integer> IDLE = List.of(3, 4);

  /** As of now; zeros where the system does not tell. */
  public static Stolen now() {
    try (var lines = Files.lines(Path.of("/proc/stat"))) {
      return of(lines.findFirst().orElse(""));
    } catch (IOException e) {
      return new Stolen(0, 0);
    }
  }

  static Stolen of(String line) {
    String[] words = line.strip().split("\\s+");
    if (words.length < FIELDS + 1 || !words[0].equals("cpu")) {
      return new Stolen(0, 0);
    }
    long[] ticks = Arrays.stream(words, 1, FIELDS + 1).mapToLong(Long::parseLong).toArray();
    long all = Arrays.stream(ticks).sum();
    return new Stolen(ticks[STEAL], all - IDLE.stream().mapToLong(i -> ticks[i]).sum());
  }

  /** The share of the wished-for time that others got from then to now: 0 to 1. */
  public double shareSince(Stolen then) {
    long wished = busy - then.busy;
    return wished <= 0 ? 0 : (steal - then.steal) / (double) wished;
  }
}
