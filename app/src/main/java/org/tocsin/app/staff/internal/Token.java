package org.tocsin.app.staff.internal;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.staff.TokenId;
import org.tocsin.kernel.AgencyId;

/**
 * A bearer token of a partner's program or of a device, without its secret.
 *
 * @param subject who the bearer is: a partner's short name, or the unit id or call sign that a
 *     device reports for. It becomes the actor's id.
 */
public record Token(
    TokenId id,
    Kind kind,
    String name,
    String subject,
    AgencyId agencyId,
    Set<Permission> permissions,
    Instant createdAt,
    @Nullable Instant expiresAt,
    @Nullable Instant revokedAt) {
  /** Who bears it, and what such a bearer may ever do. */
  public enum Kind {
    PARTNER(ActorKind.PARTNER, Set.of(Permission.SIGNAL_SUBMIT)),
    DEVICE(ActorKind.DEVICE, Set.of(Permission.POSITION_REPORT, Permission.UNIT_REPORT));

    private static final Set<Permission> NEVER =
        Set.of(
            Permission.STAFF_MANAGE,
            Permission.SECURITY_MANAGE,
            Permission.AUDIT_READ,
            Permission.AUDIT_EXPORT);

    private final ActorKind actor;
    private final Set<Permission> usual;

    Kind(ActorKind actor, Set<Permission> usual) {
      this.actor = actor;
      this.usual = usual;
    }

    ActorKind actor() {
      return actor;
    }

    Set<Permission> usual() {
      return usual;
    }

    /** A device only reports; a partner may be given any operational permission. */
    boolean allows(Permission permission) {
      return this == DEVICE ? usual.contains(permission) : !NEVER.contains(permission);
    }
  }

  public Token {
    permissions = Set.copyOf(permissions);
  }
}
