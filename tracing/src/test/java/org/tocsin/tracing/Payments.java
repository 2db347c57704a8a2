package org.tocsin.tracing;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Fixtures: payments written as lines, and random ones. */
public final class Payments {
  /** The day all fixtures lie on. */
  public static final Instant DAY = Instant.parse("2026-03-01T00:00:00Z");

  private Payments() {}

  /** Payments from a line such as {@code "A -500-> B 10:01 | B -480-> C 10:03"}; amounts in fen. */
  public static List<Payment> of(String line) {
    List<Payment> payments = new ArrayList<>();
    for (String part : line.split("\\|")) {
      String[] words = part.strip().split("\\s+");
      String amount = words[1].substring(1, words[1].length() - 2);
      String[] time = words[3].split(":");
      Duration ofDay =
          Duration.ofHours(Long.parseLong(time[0])).plusMinutes(Long.parseLong(time[1]));
      String order = words.length > 4 ? words[4] : "";
      payments.add(
          new Payment(words[0], words[2], Long.parseLong(amount), DAY.plus(ofDay), "", order));
    }
    return payments;
  }

  /** Random payments in order of time, some at the same second, some with serials. */
  public static List<Payment> random(long seed, int count, int accounts) {
    Random random = new Random(seed);
    List<Payment> payments = new ArrayList<>(count);
    Instant at = DAY;
    for (int i = 0; i < count; i++) {
      at = at.plusMillis(random.nextInt(3) * 1000L + (random.nextInt(9) == 0 ? 7 : 0));
      String serial = random.nextInt(4) == 0 ? Integer.toString(random.nextInt(1000)) : "";
      String order = random.nextInt(6) == 0 ? "o" + random.nextInt(9) : "";
      long fen =
          random.nextInt(200) == 0 ? 1L << (33 + random.nextInt(5)) : 1 + random.nextInt(5000);
      payments.add(
          new Payment(name(random, accounts), name(random, accounts), fen, at, serial, order));
    }
    return payments;
  }

  private static String name(Random random, int accounts) {
    // Half of all go to or from a few accounts, as in life.
    return "a" + (random.nextBoolean() ? random.nextInt(3) : random.nextInt(accounts));
  }
}
