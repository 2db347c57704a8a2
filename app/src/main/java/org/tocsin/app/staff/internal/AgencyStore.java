package org.tocsin.app.staff.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;

/** The table of agencies. */
@Repository
class AgencyStore {
  private final JdbcClient jdbc;

  AgencyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  long treeVersion() {
    return jdbc.sql("select version from staff.agency_tree").query(Long.class).single();
  }

  /** The whole tree with the version it belongs to, read by one statement and so consistent. */
  AgencyTree load() {
    List<Agency> agencies = new ArrayList<>();
    long[] version = {0};
    jdbc.sql(
            """
            select t.version as tree_version, a.*
              from staff.agency_tree t left join staff.agency a on true
            """)
        .query(
            rs -> {
              version[0] = rs.getLong("tree_version");
              if (rs.getObject("id") != null) {
                agencies.add(agency(rs));
              }
            });
    return new AgencyTree(version[0], agencies);
  }

  /** Raises the tree's version; its row lock also makes changes of the tree take turns. */
  void raiseVersion() {
    jdbc.sql("update staff.agency_tree set version = version + 1").update();
  }

  void insert(Agency a, Instant now, String by) {
    jdbc.sql(
            """
            insert into staff.agency (id, code, parent_id, level, name_zh, name_en, version,
                created_at, changed_at, changed_by)
            values (:id, :code, :parent, :level, :zh, :en, :version, :now, :now, :by)
            """)
        .param("id", a.id().value())
        .param("code", a.code())
        .param("parent", a.parentId() == null ? null : a.parentId().value())
        .param("level", a.level())
        .param("zh", a.nameZh())
        .param("en", a.nameEn())
        .param("version", a.version())
        .param("now", Timestamp.from(now))
        .param("by", by)
        .update();
  }

  /** Writes the row if it still has the version before {@code a.version()}. */
  boolean update(Agency a, Instant now, String by) {
    return jdbc.sql(
                """
                update staff.agency
                   set code = :code, parent_id = :parent, level = :level,
                       name_zh = :zh, name_en = :en, version = :version,
                       changed_at = :now, changed_by = :by
                 where id = :id and version = :version - 1
                """)
            .param("id", a.id().value())
            .param("code", a.code())
            .param("parent", a.parentId() == null ? null : a.parentId().value())
            .param("level", a.level())
            .param("zh", a.nameZh())
            .param("en", a.nameEn())
            .param("version", a.version())
            .param("now", Timestamp.from(now))
            .param("by", by)
            .update()
        == 1;
  }

  /** Moves everything below an agency up or down by some levels. */
  void shiftLevels(UUID[] ids, int by) {
    jdbc.sql(
            "update staff.agency set level = level + :by, version = version + 1 where id = any(:ids)")
        .param("by", by)
        .param("ids", ids)
        .update();
  }

  private static Agency agency(ResultSet rs) throws SQLException {
    UUID parent = rs.getObject("parent_id", UUID.class);
    return new Agency(
        new AgencyId(rs.getObject("id", UUID.class)),
        rs.getString("code"),
        agencyId(parent),
        rs.getInt("level"),
        rs.getString("name_zh"),
        rs.getString("name_en"),
        rs.getLong("version"));
  }

  private static @Nullable AgencyId agencyId(@Nullable UUID value) {
    return value == null ? null : new AgencyId(value);
  }
}
