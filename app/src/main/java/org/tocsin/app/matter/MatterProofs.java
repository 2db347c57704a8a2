package org.tocsin.app.matter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.MatterId;

/**
 * Front door to the proofs of matters. Handing in needs MATTER_WORK, reading sight of the matter.
 */
public interface MatterProofs {
  /** The most bytes of one proof. */
  long MOST_BYTES = 10L << 20;

  /**
   * A proof as it comes in.
   *
   * @param kind {@code photo}, {@code document}, {@code signature}, {@code place-time}
   * @param bytes empty for a stamp of place and time; what they are is found by looking at them
   * @param takenAt as its maker says
   */
  record NewProof(
      String kind,
      String name,
      byte[] bytes,
      @Nullable Instant takenAt,
      @Nullable Double lat,
      @Nullable Double lon) {}

  /** A file to show. */
  record Content(String name, String contentType, byte[] bytes) {}

  /**
   * Keeps a proof.
   *
   * @param matter null for one that a matter not yet raised will name; it is kept for a day
   * @throws org.tocsin.app.foundation.Problem TOO_LARGE, UNSUPPORTED_MEDIA
   */
  MatterView.ProofView add(@Nullable MatterId matter, NewProof proof, @Nullable String key);

  /** The bytes of a proof; reading them is audited. */
  Content read(MatterId matter, ProofId proof);
}
