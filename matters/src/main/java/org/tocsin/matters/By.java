package org.tocsin.matters;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Who may do something.
 *
 * @param roles one of these roles; empty: any role
 * @param posts one of these posts on duty; empty: no post asked
 * @param at where in the tree of agencies
 * @param handlerOnly only the officer it is assigned to
 * @param not who may not, by what they did on this matter: {@link #RAISER}, {@link #WORKERS},
 *     {@link #CONFIRMERS}, {@link #HANDLER} or the name of a transition
 * @param party the outsider whose word or signature the act carries
 * @param system whether the clock may do it
 * @param person whether a person may do it at all
 */
public record By(
    Set<String> roles,
    Set<String> posts,
    Set<At> at,
    boolean handlerOnly,
    List<String> not,
    Optional<String> party,
    boolean system,
    boolean person) {
  /** Who raised the matter. */
  public static final String RAISER = "raiser";

  /** Who did a transition marked {@code work}. */
  public static final String WORKERS = "workers";

  /** Who did a transition marked {@code confirms}. */
  public static final String CONFIRMERS = "confirmers";

  /** The officer it is assigned to. */
  public static final String HANDLER = "handler";

  /** A place in the tree, seen from the matter. */
  public enum At {
    /** The handling agency or one below it. */
    HANDLING,
    /** Strictly above the handling agency. */
    ABOVE,
    /** The agency that raised it or one below it. */
    RAISING,
    /** Anywhere. */
    ANY
  }
}
