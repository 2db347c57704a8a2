package org.tocsin.app.staff.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.staff.TokenId;
import org.tocsin.kernel.AgencyId;

/** The table of bearer tokens; of a secret only its hash is kept. */
@Repository
class TokenStore {
  private final JdbcClient jdbc;

  TokenStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(Token token, byte[] hash, String by) {
    jdbc.sql(
            """
            insert into staff.token (id, kind, name, subject, agency_id, permissions, secret_hash,
                                     created_at, created_by, expires_at)
            values (:id, :kind, :name, :subject, :agency, :permissions, :hash, :created, :by, :expires)
            """)
        .param("id", token.id().value())
        .param("kind", token.kind().name())
        .param("name", token.name())
        .param("subject", token.subject())
        .param("agency", token.agencyId().value())
        .param("permissions", token.permissions().stream().map(Enum::name).toArray(String[]::new))
        .param("hash", hash)
        .param("created", Timestamp.from(token.createdAt()))
        .param("by", by)
        .param("expires", timestamp(token.expiresAt()))
        .update();
  }

  Optional<Token> findByHash(byte[] hash) {
    return jdbc.sql("select * from staff.token where secret_hash = :hash and revoked_at is null")
        .param("hash", hash)
        .query((row, i) -> token(row))
        .optional();
  }

  List<Token> page(Scope scope, @Nullable UUID after, int rows) {
    return jdbc.sql(
            """
            select * from staff.token
             where (:all or agency_id = any(:agencies))
               and (cast(:after as uuid) is null or id > :after)
             order by id limit :rows
            """)
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .param("after", after)
        .param("rows", rows)
        .query((row, i) -> token(row))
        .list();
  }

  boolean subjectTaken(Token.Kind kind, String subject) {
    return jdbc.sql(
            """
            select exists (select from staff.token
                            where kind = :kind and subject = :subject and revoked_at is null)
            """)
        .param("kind", kind.name())
        .param("subject", subject)
        .query(Boolean.class)
        .single();
  }

  boolean revoke(TokenId id, Scope scope, Instant now, String by) {
    return jdbc.sql(
                """
                update staff.token set revoked_at = :now, revoked_by = :by
                 where id = :id and revoked_at is null and (:all or agency_id = any(:agencies))
                """)
            .param("id", id.value())
            .param("now", Timestamp.from(now))
            .param("by", by)
            .param("all", scope.everything())
            .param("agencies", scope.ids())
            .update()
        == 1;
  }

  private static Token token(ResultSet row) throws SQLException {
    Array names = row.getArray("permissions");
    Set<Permission> permissions = EnumSet.noneOf(Permission.class);
    Arrays.stream((String[]) names.getArray()).map(Permission::valueOf).forEach(permissions::add);
    return new Token(
        new TokenId(row.getObject("id", UUID.class)),
        Token.Kind.valueOf(row.getString("kind")),
        row.getString("name"),
        row.getString("subject"),
        new AgencyId(row.getObject("agency_id", UUID.class)),
        permissions,
        row.getTimestamp("created_at").toInstant(),
        instant(row.getTimestamp("expires_at")),
        instant(row.getTimestamp("revoked_at")));
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant at) {
    return at == null ? null : Timestamp.from(at);
  }

  private static @Nullable Instant instant(@Nullable Timestamp at) {
    return at == null ? null : at.toInstant();
  }
}
