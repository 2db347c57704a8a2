package org.tocsin.app.foundation;

/** What kind of hand a change came from. */
public enum ActorKind {
  /** A person who signed in. */
  OFFICER,
  /** A program of a partner, or the exercise driver, with a token. */
  PARTNER,
  /** A device of a unit. */
  DEVICE,
  /** Tocsin itself: a timer, a job. */
  SYSTEM
}
