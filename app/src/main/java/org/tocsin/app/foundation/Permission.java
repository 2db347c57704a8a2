package org.tocsin.app.foundation;

/**
 * What an actor may do within its scope. Which role carries which is configuration ({@code
 * packs/roles.yaml}).
 */
public enum Permission {
  /** Hand in a signal from outside. */
  SIGNAL_SUBMIT,
  /** Answer and take calls. */
  CALL_TAKE,
  /** See calls, incidents, units. */
  INCIDENT_READ,
  /** Create, classify, merge, hand over incidents. */
  INCIDENT_WRITE,
  /** Close and reopen incidents. */
  INCIDENT_CLOSE,
  /** Send, divert and recall units. */
  DISPATCH,
  /** Report the progress of units. */
  UNIT_REPORT,
  /** Create and change units. */
  UNIT_MANAGE,
  /** Report positions and progress as a unit's device. */
  POSITION_REPORT,
  /** Give instructions to lower levels. */
  INSTRUCT,
  /** Call for a specialist unit. */
  WHISTLE,
  /** Keep the duty roster. */
  DUTY_MANAGE,
  /** Look up addresses and precincts. */
  REGISTRY_READ,
  /** Import into the registry. */
  REGISTRY_MANAGE,
  /** Read figures. */
  FIGURES_READ,
  /** Read agencies and officers. */
  STAFF_READ,
  /** Keep agencies and officers. */
  STAFF_MANAGE,
  /** Give roles, unlock, reset second factors, issue tokens. */
  SECURITY_MANAGE,
  /** Read the audit log. */
  AUDIT_READ,
  /** Take the audit log out as a file. */
  AUDIT_EXPORT,
  /** See matters of declared kinds within the scope. */
  MATTER_READ,
  /** See only those matters that one raised or has in hand oneself. */
  MATTER_READ_OWN,
  /** Raise and work on matters, as their declarations allow. */
  MATTER_WORK,
  /** Propose, approve and roll back declarations of matter kinds. */
  KIND_MANAGE,
  /** Run exercises and drive the clock of a driven instance. */
  EXERCISE_RUN
}
