package org.tocsin.app.intake;

/** The doors in. */
public enum Channel {
  /** The emergency line 110. */
  PHONE_110,
  /** The anti-fraud line 96110. */
  PHONE_96110,
  SMS,
  WEB_FORM,
  /** Another agency's or company's system. */
  PARTNER,
  /** An officer who comes upon something. */
  OFFICER
}
