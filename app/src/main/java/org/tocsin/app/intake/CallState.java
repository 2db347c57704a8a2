package org.tocsin.app.intake;

/** How far the judging of a call is. */
public enum CallState {
  /** Waiting to be answered or read. */
  RINGING,
  /** Someone is taking it and typing. */
  TAKING,
  /** It made or joined an incident. */
  ACCEPTED,
  /** Judged a nuisance call. */
  NUISANCE,
  /** The caller gave up or cannot be reached. */
  ABANDONED;

  /** Whether it still waits for a judgement. */
  public boolean open() {
    return this == RINGING || this == TAKING;
  }
}
