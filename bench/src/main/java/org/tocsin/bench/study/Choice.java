package org.tocsin.bench.study;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whom we would have sent first to a call, against who was sent.
 *
 * @param type the kind of unit compared
 * @param leading whether this is the kind that stands for the call (one for each call)
 * @param recommendedSeconds predicted travel of the unit we would send
 * @param sentSeconds predicted travel of the one sent, from where the model puts it
 * @param observedSeconds travel of the one sent as the log has it
 * @param free units of the kind that were free
 */
public record Choice(
    String call,
    Instant at,
    String type,
    boolean leading,
    String recommended,
    Whereabouts.Kind recommendedFrom,
    double recommendedSeconds,
    String sent,
    Whereabouts.Kind sentFrom,
    double sentSeconds,
    @Nullable Double observedSeconds,
    int free) {

  public boolean same() {
    return recommended.equals(sent);
  }

  /** Predicted seconds that our unit would be there sooner; never negative. */
  public double gain() {
    return sentSeconds - recommendedSeconds;
  }

  /** Whether both units start from their stations, where the position model is at its best. */
  public boolean bothAtHome() {
    return recommendedFrom == Whereabouts.Kind.HOME && sentFrom == Whereabouts.Kind.HOME;
  }
}
