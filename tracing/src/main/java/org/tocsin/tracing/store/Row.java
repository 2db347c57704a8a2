package org.tocsin.tracing.store;

/** One payment being read or written, in plain fields so that walking makes no objects. */
final class Row {
  long id;
  int to;
  long amount;
  long outPos;
  long inPos;
  long bal;
}
