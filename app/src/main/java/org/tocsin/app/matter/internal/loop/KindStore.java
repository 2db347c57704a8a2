package org.tocsin.app.matter.internal.loop;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.instant;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Declarations of kinds in the database, and which version of each is in use. */
@Repository
class KindStore {
  /** A version as it was written. */
  record Written(
      String kind, int version, String source, String yaml, Instant enteredAt, String enteredBy) {}

  /**
   * The version in use.
   *
   * @param decided whether a person decided it
   */
  record InUse(String kind, int version, boolean decided) {}

  private final JdbcClient jdbc;

  KindStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Serialises changes of kinds, over nodes, until the transaction ends. */
  void lock() {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('matter.kind'))").query((rs, n) -> 1).single();
  }

  Optional<Written> find(String kind, int version) {
    return jdbc.sql("select * from matter.kind_version where kind = :kind and version = :version")
        .param("kind", kind)
        .param("version", version)
        .query((rs, n) -> written(rs))
        .optional();
  }

  List<Written> versions(String kind) {
    return jdbc.sql("select * from matter.kind_version where kind = :kind order by version desc")
        .param("kind", kind)
        .query((rs, n) -> written(rs))
        .list();
  }

  void insert(Written w) {
    jdbc.sql(
            """
            insert into matter.kind_version (kind, version, source, yaml, entered_at, entered_by)
            values (:kind, :version, :source, :yaml, :at, :by)
            """)
        .param("kind", w.kind())
        .param("version", w.version())
        .param("source", w.source())
        .param("yaml", w.yaml())
        .param("at", at(w.enteredAt()))
        .param("by", w.enteredBy())
        .update();
  }

  void rewrite(String kind, int version, String yaml) {
    jdbc.sql(
            """
            update matter.kind_version set yaml = :yaml
            where kind = :kind and version = :version and source = 'PACK'
            """)
        .param("kind", kind)
        .param("version", version)
        .param("yaml", yaml)
        .update();
  }

  boolean hasMatters(String kind, int version) {
    return jdbc.sql(
            """
            select exists (select from matter.loop_matter
              where kind = :kind and kind_version = :version)
            """)
        .param("kind", kind)
        .param("version", version)
        .query(Boolean.class)
        .single();
  }

  List<InUse> inUse() {
    return jdbc.sql("select kind, version, decided from matter.kind order by kind")
        .query((rs, n) -> new InUse(rs.getString(1), rs.getInt(2), rs.getBoolean(3)))
        .list();
  }

  Optional<InUse> inUse(String kind) {
    return jdbc.sql("select kind, version, decided from matter.kind where kind = :kind")
        .param("kind", kind)
        .query((rs, n) -> new InUse(rs.getString(1), rs.getInt(2), rs.getBoolean(3)))
        .optional();
  }

  void use(InUse use, Instant now, String by) {
    jdbc.sql(
            """
            insert into matter.kind (kind, version, decided, changed_at, changed_by)
            values (:kind, :version, :decided, :now, :by)
            on conflict (kind) do update set version = excluded.version,
              decided = excluded.decided, changed_at = excluded.changed_at,
              changed_by = excluded.changed_by
            """)
        .param("kind", use.kind())
        .param("version", use.version())
        .param("decided", use.decided())
        .param("now", at(now))
        .param("by", by)
        .update();
  }

  /** Versions of a kind that open matters still follow. */
  List<Integer> running(String kind) {
    return jdbc.sql(
            """
            select distinct kind_version from matter.loop_matter where open and kind = :kind
            order by 1
            """)
        .param("kind", kind)
        .query(Integer.class)
        .list();
  }

  private static Written written(java.sql.ResultSet rs) throws java.sql.SQLException {
    return new Written(
        rs.getString("kind"),
        rs.getInt("version"),
        rs.getString("source"),
        rs.getString("yaml"),
        instant(rs, "entered_at"),
        rs.getString("entered_by"));
  }
}
