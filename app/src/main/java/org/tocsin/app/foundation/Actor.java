package org.tocsin.app.foundation;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.OfficerId;

/**
 * Who does something, and within what bounds.
 *
 * @param id the officer's, token's or device's id as text; for {@link ActorKind#SYSTEM} the name of
 *     the job
 * @param name how people know it
 * @param agency where it belongs; null for partners and the system
 * @param origin where the request came from (an address, or the name of this node)
 * @param exercise the exercise this request is part of; null when it is real
 */
public record Actor(
    ActorKind kind,
    String id,
    String name,
    @Nullable AgencyId agency,
    Scope scope,
    Set<Permission> permissions,
    String origin,
    @Nullable ExerciseId exercise) {
  public Actor {
    permissions = Set.copyOf(permissions);
  }

  /** Tocsin itself, acting for the named job over the whole tree. */
  public static Actor system(String job) {
    return new Actor(
        ActorKind.SYSTEM,
        job,
        job,
        null,
        Scope.all(),
        EnumSet.allOf(Permission.class),
        "system",
        null);
  }

  /** Whether this actor holds the permission. */
  public boolean may(Permission permission) {
    return permissions.contains(permission);
  }

  /**
   * The officer who acts.
   *
   * @throws Problem FORBIDDEN if the actor is not a person
   */
  public OfficerId officerId() {
    if (kind != ActorKind.OFFICER) {
      throw Problem.refused(ProblemCode.OFFICER_NEEDED);
    }
    return OfficerId.of(id);
  }

  /** The same actor as part of an exercise. */
  public Actor in(@Nullable ExerciseId part) {
    return new Actor(kind, id, name, agency, scope, permissions, origin, part);
  }
}
