package org.tocsin.app.staff;

import java.util.Optional;
import org.tocsin.app.foundation.Actor;

/** The accounts of a demonstration, for rooms that show examples of their own work in one. */
public interface DemoPeople {
  /** Whether this is a demonstration ({@code tocsin.demo=true}). */
  boolean on();

  /** The account of that sign-in name as an actor; none outside a demonstration. */
  Optional<Actor> find(String signInName);
}
