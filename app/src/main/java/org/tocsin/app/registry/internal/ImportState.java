package org.tocsin.app.registry.internal;

/** Where an import stands. */
public enum ImportState {
  /** The file is being read. */
  READING,
  /** Read and ready to be applied; changes nothing yet. */
  PREVIEWED,
  /** Holds just what is in use already; there is nothing to apply. */
  UNCHANGED,
  /** In use. */
  APPLIED,
  /** Was in use until a later import of its dataset was applied. */
  SUPERSEDED,
  /** Was in use and was taken back. */
  ROLLED_BACK,
  /** The file could not be read. */
  FAILED
}
