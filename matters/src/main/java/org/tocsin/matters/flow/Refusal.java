package org.tocsin.matters.flow;

/** Why an act is refused. Arguments are named in the comment. */
public enum Refusal {
  /** transition */
  NO_SUCH_TRANSITION,
  /** transition, state */
  NOT_FROM_STATE,
  /** Only the clock does this. transition */
  SYSTEM_ONLY,
  /** The clock may not do this. transition */
  PERSON_ONLY,
  /** roles */
  ROLE,
  /** posts */
  POST,
  /** at: where in the tree it is done */
  AGENCY,
  /** Assigned to somebody else. */
  NOT_HANDLER,
  /** deed: what the same person did */
  SAME_PERSON,
  /** The person or agency rated or complained of. field */
  SUBJECT,
  /** The condition of the transition does not hold. transition */
  CONDITION,
  /** See the faults. */
  FIELDS,
  /** kind, min */
  PROOF,
  /** A reason must be given. */
  REASON,
  /** This act does not hand over. */
  NO_HAND_OVER,
  /** It would close without something every closing needs. need, state */
  CLOSING,
  /** A default is due and comes first: catch up, then ask again. clock */
  TIMER_DUE,
  /** clock */
  NO_SUCH_CLOCK,
  /** The clock does not run, or is paused, or is not. clock */
  CLOCK_STATE,
  /** The declaration allows no pause or no extension. clock */
  CLOCK_FIXED,
  /** More than the legal limit. clock, limit */
  CLOCK_LIMIT,
  /** No timer of this clock is due. clock */
  NOTHING_DUE
}
