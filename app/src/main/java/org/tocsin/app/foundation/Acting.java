package org.tocsin.app.foundation;

import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Who acts on this thread. Set once at the edge: by the request filter, a timer or a job. */
public final class Acting {
  private static final ThreadLocal<@Nullable Actor> CURRENT = new ThreadLocal<>();

  private Acting() {}

  /**
   * The actor.
   *
   * @throws Problem UNAUTHENTICATED if nobody acts
   */
  public static Actor current() {
    return find().orElseThrow(Problem::unauthenticated);
  }

  /** The actor, if anybody acts. */
  public static Optional<Actor> find() {
    return Optional.ofNullable(CURRENT.get());
  }

  /**
   * The actor, who must hold the permission.
   *
   * @throws Problem UNAUTHENTICATED or FORBIDDEN
   */
  public static Actor require(Permission permission) {
    Actor actor = current();
    if (!actor.may(permission)) {
      throw Problem.forbidden(permission);
    }
    return actor;
  }

  /** Does the work as the actor and puts back who acted before. */
  public static <T extends @Nullable Object> T as(Actor actor, Supplier<T> work) {
    Actor before = CURRENT.get();
    CURRENT.set(actor);
    try {
      return work.get();
    } finally {
      restore(before);
    }
  }

  /** Does the work as the actor and puts back who acted before. */
  public static void run(Actor actor, Runnable work) {
    Acting.<@Nullable Object>as(
        actor,
        () -> {
          work.run();
          return null;
        });
  }

  private static void restore(@Nullable Actor before) {
    if (before == null) {
      CURRENT.remove();
    } else {
      CURRENT.set(before);
    }
  }
}
