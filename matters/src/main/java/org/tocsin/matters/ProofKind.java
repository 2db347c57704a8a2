package org.tocsin.matters;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A kind of proof. */
public enum ProofKind {
  PHOTO,
  DOCUMENT,
  SIGNATURE,
  /** A stamp of place and time, taken on the spot. */
  PLACE_TIME;

  /** The word in a declaration. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of a word in a declaration. */
  public static Optional<ProofKind> of(String word) {
    return Arrays.stream(values()).filter(k -> k.word().equals(word)).findFirst();
  }

  /**
   * Proof that is asked.
   *
   * @param kind which kind
   * @param min how many at least
   */
  public record Needed(ProofKind kind, int min) {}
}
