package org.tocsin.exercise.load;

/**
 * How much work.
 *
 * @param clients at once, at most 1,000
 * @param listeners on the live stream, at most 100
 * @param operations in all, at most 200,000
 * @param seconds at most, whatever is left
 * @param units to send about
 * @param seed of every client's choices; the order in which they meet is the machine's
 */
public record LoadPlan(
    int clients, int listeners, int operations, int seconds, int units, long seed) {
  public LoadPlan {
    if (clients < 1 || clients > 1_000 || listeners < 0 || listeners > 100) {
      throw new IllegalArgumentException("1 to 1,000 clients and 0 to 100 listeners");
    }
    if (operations < 1
        || operations > 200_000
        || seconds < 1
        || seconds > 3_600
        || units < 1
        || units > 1_000) {
      throw new IllegalArgumentException("1 to 200,000 operations, 1 to 3,600 s, 1 to 1,000 units");
    }
  }
}
