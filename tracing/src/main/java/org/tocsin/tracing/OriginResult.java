package org.tocsin.tracing;

import java.time.Instant;
import java.util.List;

/**
 * Where money came from, by FIFO and the causal convention.
 *
 * @param askedFen how much was asked for, at most the balance
 * @param sources where following ended; their fen add up to what was asked
 * @param flows what payments carried of it, in order of payments
 */
public record OriginResult(long askedFen, List<Source> sources, List<Step> flows) {
  /** Copies the lists and checks that the sources account for every fen. */
  public OriginResult {
    sources = List.copyOf(sources);
    flows = List.copyOf(flows);
    long sum = sources.stream().mapToLong(Source::fen).sum();
    if (sum != askedFen) {
      throw new IllegalStateException(
          "money not conserved: asked for %d fen, found the origin of %d".formatted(askedFen, sum));
    }
  }

  /** Why money is not followed further back. */
  public enum Kind {
    /** The account's opening balance. */
    OPENING,
    /** Came in from outside the ledger: the account paid more than the ledger knew it to have. */
    UNKNOWN,
    /** The limit on hops. */
    HOPS,
    /** Below the threshold. */
    DUST
  }

  /** Money whose way back ends at an account. */
  public record Source(int account, Kind kind, long fen) {}

  /**
   * One payment on the way.
   *
   * @param tier number of payments from it to the account in question, 1 for the last
   */
  public record Step(
      long paymentId, int from, int to, long amountFen, long tracedFen, Instant at, int tier) {}
}
