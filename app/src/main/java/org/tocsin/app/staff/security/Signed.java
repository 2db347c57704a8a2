package org.tocsin.app.staff.security;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.tocsin.app.foundation.Actor;

/** Whom Spring Security sees: an actor, and what still stands between them and their work. */
final class Signed extends AbstractAuthenticationToken {
  private static final long serialVersionUID = 1;

  /** What a request meets before it is let through. */
  enum Gate {
    /** Nothing. */
    OPEN,
    /** The screen is locked: unlock first. */
    SCREEN_LOCKED,
    /** The role asks for one-time codes that are not set up. */
    SECOND_FACTOR,
    /** An administrator gave the password: change it first. */
    PASSWORD_CHANGE
  }

  private final transient Actor actor;
  private final Gate gate;

  Signed(Actor actor, Gate gate) {
    super(List.of());
    this.actor = actor;
    this.gate = gate;
    setAuthenticated(true);
  }

  Actor actor() {
    return actor;
  }

  Gate gate() {
    return gate;
  }

  @Override
  public Object getCredentials() {
    return "";
  }

  @Override
  public Object getPrincipal() {
    return actor.id();
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Signed s && s.actor.equals(actor) && s.gate == gate;
  }

  @Override
  public int hashCode() {
    return Objects.hash(actor, gate);
  }

  @Override
  public String toString() {
    return "Signed[" + actor.kind() + " " + actor.id() + ", " + gate + "]";
  }
}
