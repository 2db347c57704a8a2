package org.tocsin.matters;

import java.util.Optional;
import java.util.Set;

/**
 * What every way into a closed state must have shown.
 *
 * @param confirmation whether somebody who did no work must have confirmed after the last work
 * @param whyNot why no confirmation is needed; present exactly when it is not
 * @param proof kinds of proof that must be on file
 * @param answer whether the outsider's own answer must be recorded after the last work
 */
public record Closing(
    boolean confirmation, Optional<Text> whyNot, Set<ProofKind> proof, boolean answer) {
  /** What can be needed. */
  public enum Need {
    CONFIRMATION,
    PROOF,
    ANSWER
  }
}
