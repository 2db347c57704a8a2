package org.tocsin.matters.check;

import java.util.Set;

/**
 * What a declaration may refer to outside itself; an empty set leaves that unchecked.
 *
 * @param roles codes of roles
 * @param kinds codes of other kinds of matter that exist
 */
public record Known(Set<String> roles, Set<String> kinds) {
  /** Nothing is known of the world outside. */
  public static final Known NONE = new Known(Set.of(), Set.of());

  /** Only roles are known. */
  public static Known roles(Set<String> roles) {
    return new Known(roles, Set.of());
  }
}
