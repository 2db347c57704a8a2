package org.tocsin.app.staff.internal;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.staff.TokenId;
import org.tocsin.kernel.AgencyId;

/**
 * Issuing and revoking tokens of partners' programs and of devices. Whoever keeps units may also
 * give their devices tokens; partners are the security administrator's.
 */
@Service
public class TokenDesk {
  private static final int SECRET_BYTES = 32;

  /** A token to issue; without permissions it gets the usual ones of its kind. */
  public record NewToken(
      Token.@Nullable Kind kind,
      @Nullable String name,
      @Nullable String subject,
      @Nullable AgencyId agencyId,
      @Nullable Set<Permission> permissions,
      @Nullable Instant expiresAt) {}

  /** A token with its secret, which is shown this once and kept nowhere. */
  public record Issued(Token token, String secret) {
    @Override
    public String toString() {
      return "Issued[" + token.id() + "]";
    }
  }

  private final TokenStore store;
  private final Bearers bearers;
  private final CachedAgencies agencies;
  private final Ledger ledger;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  TokenDesk(
      TokenStore store,
      Bearers bearers,
      CachedAgencies agencies,
      Ledger ledger,
      @Qualifier(RealTime.CLOCK) Clock clock) {
    this.store = store;
    this.bearers = bearers;
    this.agencies = agencies;
    this.ledger = ledger;
    this.clock = clock;
  }

  /** The tokens of the actor's scope, in the order they were issued. */
  public Page<Token> page(@Nullable String after, @Nullable Integer limit) {
    Actor actor = Acting.require(Permission.SECURITY_MANAGE);
    int rows = Page.limit(limit);
    return Page.of(
        store.page(actor.scope(), Cursor.id(after), rows + 1), rows, t -> Cursor.of(t.id()));
  }

  /** Issues a token. */
  @Transactional
  public Issued issue(NewToken asked) {
    Token.Kind kind = Check.given("kind", asked.kind());
    Actor actor = issuer(kind);
    AgencyId agency = Check.given("agencyId", asked.agencyId());
    if (!actor.scope().covers(agency) || agencies.find(agency).isEmpty()) {
      throw Problem.notFound("agency", agency);
    }
    Token token =
        new Token(
            TokenId.next(),
            kind,
            Check.text("name", asked.name(), 100),
            Check.text("subject", asked.subject(), 100),
            agency,
            permissions(kind, asked.permissions()),
            clock.instant(),
            future(asked.expiresAt()),
            null);
    if (store.subjectTaken(kind, token.subject())) {
      throw Problem.refused(ProblemCode.CODE_TAKEN, token.subject());
    }
    String secret = secret(kind);
    store.insert(token, Bearers.hash(secret), actor.name());
    ledger.audit(
        Audit.of("token.issued")
            .about("token", token.id())
            .detail("kind", kind.name())
            .detail("subject", token.subject())
            .detail("permissions", token.permissions().stream().map(Enum::name).sorted().toList()));
    return new Issued(token, secret);
  }

  /** Revokes a token: it opens nothing from now on. */
  @Transactional
  public void revoke(TokenId id) {
    Actor actor = Acting.require(Permission.SECURITY_MANAGE);
    if (!store.revoke(id, actor.scope(), clock.instant(), actor.name())) {
      throw Problem.notFound("token", id);
    }
    bearers.changing();
    ledger.audit(Audit.of("token.revoked").about("token", id));
  }

  private static Actor issuer(Token.Kind kind) {
    Actor actor = Acting.current();
    boolean keepsUnits = kind == Token.Kind.DEVICE && actor.may(Permission.UNIT_MANAGE);
    return keepsUnits ? actor : Acting.require(Permission.SECURITY_MANAGE);
  }

  private static Set<Permission> permissions(Token.Kind kind, @Nullable Set<Permission> asked) {
    if (asked == null || asked.isEmpty()) {
      return kind.usual();
    }
    for (Permission permission : asked) {
      if (!kind.allows(permission)) {
        throw Problem.invalid("permissions", "refused", permission.name());
      }
    }
    return asked;
  }

  private @Nullable Instant future(@Nullable Instant expires) {
    if (expires != null && !expires.isAfter(clock.instant())) {
      throw Problem.invalid("expiresAt", "refused", expires);
    }
    return expires;
  }

  private String secret(Token.Kind kind) {
    byte[] bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    String prefix = kind == Token.Kind.DEVICE ? "td_" : "tp_";
    return prefix + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
