package org.tocsin.app.matter.internal.loop;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;

/**
 * What matters an actor sees, for the where clause of every query.
 *
 * @param all everything
 * @param agencies handled or raised in one of these
 * @param me raised by this officer, or in their hands
 */
record Sight(boolean all, UUID[] agencies, @Nullable UUID me) {
  /** To be put behind {@code where}; {@code m} is the matter. */
  static final String CLAUSE =
      """
      (:all or m.agency_id = any(:agencies) or m.raised_agency_id = any(:agencies)
        or m.handler_id = :me or m.raised_by_id = :me)
      """;

  /** Of jobs. */
  static final Sight EVERYTHING = new Sight(true, new UUID[0], null);

  /**
   * Of an actor.
   *
   * @throws Problem FORBIDDEN without a permission to read matters
   */
  static Sight of(Actor actor) {
    UUID me = actor.kind() == ActorKind.OFFICER ? actor.officerId().value() : null;
    if (actor.may(Permission.MATTER_READ)) {
      return new Sight(actor.scope().everything(), actor.scope().ids(), me);
    }
    if (actor.may(Permission.MATTER_READ_OWN) && me != null) {
      return new Sight(false, new UUID[0], me);
    }
    throw Problem.forbidden(Permission.MATTER_READ);
  }

  JdbcClient.StatementSpec bind(JdbcClient.StatementSpec sql) {
    return sql.param("all", all).param("agencies", agencies).param("me", me, java.sql.Types.OTHER);
  }
}
