package org.tocsin.app.staff.internal;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.staff.DutyShift;
import org.tocsin.app.staff.DutyShiftId;
import org.tocsin.app.staff.PostId;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

/** Posts, and who mans them when. */
@Repository
class DutyStore {
  private static final String SHIFT =
      """
      select s.*, array(select so.officer_id from staff.duty_shift_officer so where so.shift_id = s.id) as officers
        from staff.duty_shift s
       where s.cancelled_at is null and (:all or s.agency_id = any(:agencies))
      """;

  private final JdbcClient jdbc;

  DutyStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insertPost(Post post, Instant now) {
    jdbc.sql(
            """
            insert into staff.post (id, agency_id, name_zh, name_en, created_at)
            values (:id, :agency, :zh, :en, :now)
            """)
        .param("id", post.id().value())
        .param("agency", post.agencyId().value())
        .param("zh", post.nameZh())
        .param("en", post.nameEn())
        .param("now", Timestamp.from(now))
        .update();
  }

  List<Post> posts(Scope scope) {
    return jdbc.sql(
            """
            select * from staff.post
             where closed_at is null and (:all or agency_id = any(:agencies)) order by agency_id, id
            """)
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .query(
            (row, i) ->
                new Post(
                    new PostId(row.getObject("id", UUID.class)),
                    new AgencyId(row.getObject("agency_id", UUID.class)),
                    row.getString("name_zh"),
                    row.getString("name_en")))
        .list();
  }

  void insert(DutyShift shift, Instant now, String by) {
    jdbc.sql(
            """
            insert into staff.duty_shift (id, agency_id, post_id, starts_at, ends_at, call_signs, note,
                                          changed_at, changed_by)
            values (:id, :agency, :post, :starts, :ends, :callSigns, :note, :now, :by)
            """)
        .param("id", shift.id().value())
        .param("agency", shift.agencyId().value())
        .param("post", shift.postId() == null ? null : shift.postId().value())
        .param("starts", Timestamp.from(shift.startsAt()))
        .param("ends", Timestamp.from(shift.endsAt()))
        .param("callSigns", shift.callSigns().toArray(String[]::new))
        .param("note", shift.note())
        .param("now", Timestamp.from(now))
        .param("by", by)
        .update();
    giveOfficers(shift);
  }

  /** Writes the row if it still has the version before {@code shift.version()}. */
  boolean update(DutyShift shift, Instant now, String by) {
    int rows =
        jdbc.sql(
                """
                update staff.duty_shift
                   set post_id = :post, starts_at = :starts, ends_at = :ends, call_signs = :callSigns,
                       note = :note, version = :version, changed_at = :now, changed_by = :by
                 where id = :id and version = :version - 1 and cancelled_at is null
                """)
            .param("id", shift.id().value())
            .param("post", shift.postId() == null ? null : shift.postId().value())
            .param("starts", Timestamp.from(shift.startsAt()))
            .param("ends", Timestamp.from(shift.endsAt()))
            .param("callSigns", shift.callSigns().toArray(String[]::new))
            .param("note", shift.note())
            .param("version", shift.version())
            .param("now", Timestamp.from(now))
            .param("by", by)
            .update();
    if (rows == 1) {
      giveOfficers(shift);
    }
    return rows == 1;
  }

  boolean cancel(DutyShiftId id, long version, Instant now, String by) {
    return jdbc.sql(
                """
                update staff.duty_shift
                   set cancelled_at = :now, version = version + 1, changed_at = :now, changed_by = :by
                 where id = :id and version = :version and cancelled_at is null
                """)
            .param("id", id.value())
            .param("version", version)
            .param("now", Timestamp.from(now))
            .param("by", by)
            .update()
        == 1;
  }

  private void giveOfficers(DutyShift shift) {
    jdbc.sql("delete from staff.duty_shift_officer where shift_id = :id")
        .param("id", shift.id().value())
        .update();
    for (OfficerId officer : shift.officers()) {
      jdbc.sql("insert into staff.duty_shift_officer (shift_id, officer_id) values (:id, :officer)")
          .param("id", shift.id().value())
          .param("officer", officer.value())
          .update();
    }
  }

  Optional<DutyShift> find(DutyShiftId id, Scope scope) {
    return scoped(SHIFT + " and s.id = :id", scope)
        .param("id", id.value())
        .query((row, i) -> shift(row))
        .optional();
  }

  List<DutyShift> running(Scope scope, Instant at) {
    return scoped(
            SHIFT + " and s.starts_at <= :at and s.ends_at > :at order by s.starts_at, s.id", scope)
        .param("at", Timestamp.from(at))
        .query((row, i) -> shift(row))
        .list();
  }

  /** The shifts that touch a span of time, by id, after a cursor. */
  List<DutyShift> page(Scope scope, Instant from, Instant to, @Nullable UUID after, int rows) {
    return scoped(
            SHIFT
                + """
                 and s.starts_at < :to and s.ends_at > :from
                 and (cast(:after as uuid) is null or s.id > :after)
                 order by s.id limit :rows
                """,
            scope)
        .param("from", Timestamp.from(from))
        .param("to", Timestamp.from(to))
        .param("after", after)
        .param("rows", rows)
        .query((row, i) -> shift(row))
        .list();
  }

  /** Another shift that one of these officers has in the same time. */
  Optional<DutyShift> overlapping(DutyShift shift, Collection<OfficerId> officers) {
    return scoped(
            SHIFT
                + """
                 and s.id <> :id and s.starts_at < :ends and s.ends_at > :starts
                 and exists (select from staff.duty_shift_officer x
                              where x.shift_id = s.id and x.officer_id = any(:officers))
                 order by s.starts_at limit 1
                """,
            Scope.all())
        .param("id", shift.id().value())
        .param("starts", Timestamp.from(shift.startsAt()))
        .param("ends", Timestamp.from(shift.endsAt()))
        .param("officers", officers.stream().map(OfficerId::value).toArray(UUID[]::new))
        .query((row, i) -> shift(row))
        .optional();
  }

  private JdbcClient.StatementSpec scoped(String sql, Scope scope) {
    return jdbc.sql(sql).param("all", scope.everything()).param("agencies", scope.ids());
  }

  private static DutyShift shift(ResultSet row) throws SQLException {
    Array officers = row.getArray("officers");
    Array callSigns = row.getArray("call_signs");
    Set<OfficerId> ids =
        Arrays.stream((UUID[]) officers.getArray()).map(OfficerId::new).collect(Collectors.toSet());
    UUID post = row.getObject("post_id", UUID.class);
    return new DutyShift(
        new DutyShiftId(row.getObject("id", UUID.class)),
        new AgencyId(row.getObject("agency_id", UUID.class)),
        post == null ? null : new PostId(post),
        row.getTimestamp("starts_at").toInstant(),
        row.getTimestamp("ends_at").toInstant(),
        ids,
        List.of((String[]) callSigns.getArray()),
        row.getString("note"),
        row.getLong("version"));
  }
}
