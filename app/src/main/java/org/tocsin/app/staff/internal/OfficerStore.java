package org.tocsin.app.staff.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.staff.Officer;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

/** The table of officers and the roles they hold. */
@Repository
class OfficerStore {
  private static final String RECORD =
      """
      select o.*, array(select g.role from staff.role_grant g where g.officer_id = o.id order by g.role) as roles
        from staff.officer o
      """;

  private final JdbcClient jdbc;

  OfficerStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** One page of the officers within a scope and an optional subtree, by name to sign in with. */
  List<OfficerRecord> page(
      Scope scope,
      UUID @Nullable [] within,
      @Nullable String like,
      @Nullable String after,
      int rows) {
    return jdbc.sql(
            RECORD
                + """
                 where (:all or o.agency_id = any(:agencies))
                   and (cast(:within as uuid[]) is null or o.agency_id = any(:within))
                   and (cast(:like as text) is null or o.sign_in_name like :like
                        or o.display_name like :like or o.badge_number like :like)
                   and (cast(:after as text) is null or o.sign_in_name > :after)
                 order by o.sign_in_name limit :rows
                """)
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .param("within", within)
        .param("like", like)
        .param("after", after)
        .param("rows", rows)
        .query((row, i) -> record(row))
        .list();
  }

  Optional<OfficerRecord> find(OfficerId id, Scope scope) {
    return jdbc.sql(RECORD + " where o.id = :id and (:all or o.agency_id = any(:agencies))")
        .param("id", id.value())
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .query((row, i) -> record(row))
        .optional();
  }

  List<Officer> findAll(Collection<OfficerId> ids) {
    return jdbc.sql(RECORD + " where o.id = any(:ids)")
        .param("ids", ids.stream().map(OfficerId::value).toArray(UUID[]::new))
        .query((row, i) -> record(row).officer())
        .list();
  }

  /** Locks the rows until the transaction ends, always in the same order. */
  void lock(Collection<OfficerId> ids) {
    jdbc.sql("select id from staff.officer where id = any(:ids) order by id for update")
        .param("ids", ids.stream().map(OfficerId::value).toArray(UUID[]::new))
        .query(UUID.class)
        .list();
  }

  Optional<Standing> standing(OfficerId id) {
    return jdbc.sql(RECORD + " where o.id = :id")
        .param("id", id.value())
        .query((row, i) -> standing(row))
        .optional();
  }

  Optional<Standing> standingByExternalSubject(String subject) {
    return jdbc.sql(RECORD + " where o.external_subject = :subject")
        .param("subject", subject)
        .query((row, i) -> standing(row))
        .optional();
  }

  Optional<Credentials> credentials(String signInName) {
    return jdbc.sql("select * from staff.officer where lower(sign_in_name) = lower(:name)")
        .param("name", signInName)
        .query((row, i) -> credentials(row))
        .optional();
  }

  boolean signInNameTaken(String name, @Nullable OfficerId except) {
    return jdbc.sql(
                """
                select count(*) from staff.officer
                 where lower(sign_in_name) = lower(:name) and id is distinct from cast(:id as uuid)
                """)
            .param("name", name)
            .param("id", except == null ? null : except.value())
            .query(Long.class)
            .single()
        > 0;
  }

  boolean isEmpty() {
    return jdbc.sql("select not exists (select from staff.officer)").query(Boolean.class).single();
  }

  /** The open accounts that hold a role, locked until the transaction ends. */
  List<OfficerId> lockHolders(String role) {
    return jdbc.sql(
            """
            select o.id from staff.role_grant g join staff.officer o on o.id = g.officer_id
             where g.role = :role and o.disabled_at is null order by o.id for update of o
            """)
        .param("role", role)
        .query((row, i) -> new OfficerId(row.getObject("id", UUID.class)))
        .list();
  }

  void insert(
      OfficerRecord o, @Nullable String hash, boolean changeNeeded, Instant now, String by) {
    jdbc.sql(
            """
            insert into staff.officer (id, sign_in_name, display_name, badge_number, phone, agency_id,
                external_subject, password_hash, password_change_needed, created_at, changed_at, changed_by)
            values (:id, :name, :display, :badge, :phone, :agency, :subject, :hash, :change, :now, :now, :by)
            """)
        .param("id", o.id().value())
        .param("name", o.signInName())
        .param("display", o.displayName())
        .param("badge", o.badgeNumber())
        .param("phone", o.phone())
        .param("agency", o.agencyId().value())
        .param("subject", o.externalSubject())
        .param("hash", hash)
        .param("change", changeNeeded)
        .param("now", Timestamp.from(now))
        .param("by", by)
        .update();
  }

  /** Writes the row if it still has the version before {@code o.version()}. */
  boolean update(OfficerRecord o, Instant now, String by) {
    return jdbc.sql(
                """
                update staff.officer
                   set sign_in_name = :name, display_name = :display, badge_number = :badge,
                       phone = :phone, agency_id = :agency, external_subject = :subject,
                       disabled_at = cast(:disabled as timestamptz), version = :version, changed_at = :now, changed_by = :by,
                       credential_version = credential_version
                         + case when disabled_at is distinct from cast(:disabled as timestamptz) then 1 else 0 end
                 where id = :id and version = :version - 1
                """)
            .param("id", o.id().value())
            .param("name", o.signInName())
            .param("display", o.displayName())
            .param("badge", o.badgeNumber())
            .param("phone", o.phone())
            .param("agency", o.agencyId().value())
            .param("subject", o.externalSubject())
            .param("disabled", o.disabledAt() == null ? null : Timestamp.from(o.disabledAt()))
            .param("version", o.version())
            .param("now", Timestamp.from(now))
            .param("by", by)
            .update()
        == 1;
  }

  void giveRoles(
      OfficerId id, Set<String> roles, Set<String> administrators, Instant now, String by) {
    jdbc.sql("delete from staff.role_grant where officer_id = :id and role <> all(:roles)")
        .param("id", id.value())
        .param("roles", roles.toArray(String[]::new))
        .update();
    for (String role : roles) {
      jdbc.sql(
              """
              insert into staff.role_grant (officer_id, role, administrator, granted_at, granted_by)
              values (:id, :role, :administrator, :now, :by) on conflict do nothing
              """)
          .param("id", id.value())
          .param("role", role)
          .param("administrator", administrators.contains(role))
          .param("now", Timestamp.from(now))
          .param("by", by)
          .update();
    }
  }

  void setPassword(OfficerId id, String hash, boolean changeNeeded) {
    jdbc.sql(
            """
            update staff.officer set password_hash = :hash, password_change_needed = :change,
                   credential_version = credential_version + 1 where id = :id
            """)
        .param("id", id.value())
        .param("hash", hash)
        .param("change", changeNeeded)
        .update();
  }

  /** Same password, better parameters: sessions stay. */
  void rehash(OfficerId id, String hash) {
    jdbc.sql("update staff.officer set password_hash = :hash where id = :id")
        .param("id", id.value())
        .param("hash", hash)
        .update();
  }

  /** Keeps a secret that is not yet in use; false if one already is. */
  boolean proposeTotp(OfficerId id, byte[] sealed) {
    return jdbc.sql(
                "update staff.officer set totp_secret = :secret where id = :id and totp_confirmed_at is null")
            .param("id", id.value())
            .param("secret", sealed)
            .update()
        == 1;
  }

  void confirmTotp(OfficerId id, Instant now) {
    jdbc.sql(
            "update staff.officer set totp_confirmed_at = :now where id = :id and totp_confirmed_at is null")
        .param("id", id.value())
        .param("now", Timestamp.from(now))
        .update();
  }

  void removeTotp(OfficerId id) {
    jdbc.sql(
            """
            update staff.officer set totp_secret = null, totp_confirmed_at = null,
                   credential_version = credential_version + 1 where id = :id
            """)
        .param("id", id.value())
        .update();
  }

  /**
   * Uses up a time step; false if it, or a later one, was used before. Two users get one winner.
   */
  boolean useTotpStep(OfficerId id, long step) {
    return jdbc.sql(
                "update staff.officer set totp_last_step = :step where id = :id and totp_last_step < :step")
            .param("id", id.value())
            .param("step", step)
            .update()
        == 1;
  }

  private static OfficerRecord record(ResultSet row) throws SQLException {
    Timestamp disabled = row.getTimestamp("disabled_at");
    return new OfficerRecord(
        new OfficerId(row.getObject("id", UUID.class)),
        row.getString("sign_in_name"),
        row.getString("display_name"),
        row.getString("badge_number"),
        row.getString("phone"),
        new AgencyId(row.getObject("agency_id", UUID.class)),
        row.getString("external_subject"),
        List.of(roles(row)),
        row.getTimestamp("totp_confirmed_at") != null,
        disabled == null ? null : disabled.toInstant(),
        row.getLong("version"));
  }

  private static Standing standing(ResultSet row) throws SQLException {
    return new Standing(
        new OfficerId(row.getObject("id", UUID.class)),
        row.getString("sign_in_name"),
        row.getString("display_name"),
        new AgencyId(row.getObject("agency_id", UUID.class)),
        row.getLong("credential_version"),
        row.getTimestamp("disabled_at") != null,
        row.getTimestamp("totp_confirmed_at") != null,
        row.getBoolean("password_change_needed"),
        Set.of(roles(row)));
  }

  private static Credentials credentials(ResultSet row) throws SQLException {
    return new Credentials(
        new OfficerId(row.getObject("id", UUID.class)),
        row.getString("password_hash"),
        row.getBytes("totp_secret"),
        row.getTimestamp("totp_confirmed_at") != null);
  }

  private static String[] roles(ResultSet row) throws SQLException {
    Array array = row.getArray("roles");
    return (String[]) array.getArray();
  }
}
