package org.tocsin.app.matter;

/** What moves an incident from one state to another. */
public enum IncidentAction {
  DISPATCH,
  ARRIVE,
  FEED_BACK,
  STAND_DOWN,
  CLOSE,
  REOPEN,
  MERGE,
  UNMERGE
}
