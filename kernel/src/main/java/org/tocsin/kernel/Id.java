package org.tocsin.kernel;

import java.util.UUID;

/**
 * The identity of one thing. Every id is a record of its own type around a UUID of version 7, so
 * that ids of different things cannot be mixed up and new rows land at the end of their index.
 */
public interface Id {
  /** The bare value, for the database and for JSON. */
  UUID value();
}
