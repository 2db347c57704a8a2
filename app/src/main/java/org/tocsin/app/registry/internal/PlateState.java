package org.tocsin.app.registry.internal;

/** The life of a door plate, in order. */
public enum PlateState {
  /** Made to order; not at the door yet. */
  ORDERED,
  /** At the door; its code answers that it is not in use yet. */
  MOUNTED,
  /** In use: its code answers with the address. */
  ACTIVATED,
  /** Taken down or replaced: its code answers with a notice. */
  REPLACED
}
