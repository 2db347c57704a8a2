package org.tocsin.app.dispatch.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.dispatch.internal.InstructionRow.Addressee;
import org.tocsin.app.foundation.Scope;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.InstructionId;
import org.tocsin.kernel.MatterId;

/** Instructions and their addressees in the database. */
@Repository
class InstructionStore {
  private static final String IN_SCOPE =
      """
       (:all or i.from_agency_id = any(:agencies) or exists (
          select 1 from dispatch.instruction_addressee x
          where x.instruction_id = i.id and x.agency_id = any(:agencies)))
      """;

  private final JdbcClient jdbc;

  InstructionStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void insert(InstructionRow row) {
    jdbc.sql(
            """
            insert into dispatch.instruction (id, number, root_id, parent_id, from_agency_id, text,
              matter_id, source_ref, due_at, feedback_required, issued_at, issued_by, exercise_id)
            values (:id, :number, :root, :parent, :from, :text, :matter, :source, :due, :feedback,
              :at, :by, :exercise)
            """)
        .param("id", row.id().value())
        .param("number", row.number())
        .param("root", row.root().value())
        .param("parent", Columns.value(row.parent()))
        .param("from", row.from().value())
        .param("text", row.text())
        .param("matter", Columns.value(row.matter()))
        .param("source", row.sourceRef())
        .param("due", Columns.at(row.dueAt()))
        .param("feedback", row.feedbackRequired())
        .param("at", Columns.at(row.issuedAt()))
        .param("by", row.issuedBy())
        .param("exercise", Columns.value(row.exercise()))
        .update();
  }

  void insertAddressee(UUID id, InstructionId instruction, AgencyId agency) {
    jdbc.sql(
            """
            insert into dispatch.instruction_addressee (id, instruction_id, agency_id)
            values (:id, :instruction, :agency)
            """)
        .param("id", id)
        .param("instruction", instruction.value())
        .param("agency", agency.value())
        .update();
  }

  Optional<InstructionRow> find(InstructionId id, Scope scope) {
    return jdbc.sql("select * from dispatch.instruction i where i.id = :id and" + IN_SCOPE)
        .param("id", id.value())
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .query(InstructionStore::row)
        .optional();
  }

  /** Locks one addressee of an instruction. */
  Optional<Addressee> lock(InstructionId instruction, AgencyId agency) {
    return jdbc.sql(
            """
            select * from dispatch.instruction_addressee
            where instruction_id = :instruction and agency_id = :agency for update
            """)
        .param("instruction", instruction.value())
        .param("agency", agency.value())
        .query(InstructionStore::addressee)
        .optional();
  }

  void received(UUID id, Instant at, String by) {
    jdbc.sql(
            """
            update dispatch.instruction_addressee set received_at = :at, received_by = :by
            where id = :id and received_at is null
            """)
        .param("id", id)
        .param("at", Columns.at(at))
        .param("by", by)
        .update();
  }

  void completed(
      UUID id, Instant at, String by, @Nullable String result, @Nullable String despiteOpen) {
    jdbc.sql(
            """
            update dispatch.instruction_addressee set completed_at = :at, completed_by = :by,
              result = :result, despite_open = :despite
            where id = :id and completed_at is null
            """)
        .param("id", id)
        .param("at", Columns.at(at))
        .param("by", by)
        .param("result", result)
        .param("despite", despiteOpen)
        .update();
  }

  /** The instruction and those above it have changed. */
  List<InstructionRow> touch(InstructionId id) {
    return jdbc.sql(
            """
            with recursive up(id, parent_id) as (
              select id, parent_id from dispatch.instruction where id = :id
              union all
              select p.id, p.parent_id from dispatch.instruction p join up on p.id = up.parent_id),
            locked as (
              select i.id from dispatch.instruction i where i.id in (select id from up)
              order by i.id for update)
            update dispatch.instruction set version = version + 1
            where id in (select id from locked) returning *
            """)
        .param("id", id.value())
        .query(InstructionStore::row)
        .list();
  }

  /** Everything under one root. */
  List<InstructionRow> tree(InstructionId root) {
    return jdbc.sql("select * from dispatch.instruction where root_id = :root order by id")
        .param("root", root.value())
        .query(InstructionStore::row)
        .list();
  }

  List<Addressee> addressees(InstructionId root) {
    return jdbc.sql(
            """
            select a.* from dispatch.instruction_addressee a
            join dispatch.instruction i on i.id = a.instruction_id
            where i.root_id = :root order by a.id
            """)
        .param("root", root.value())
        .query(InstructionStore::addressee)
        .list();
  }

  List<InstructionRow> in(Scope scope, UUID[] to, @Nullable UUID after, int most) {
    return jdbc.sql(
            """
            select i.* from dispatch.instruction i
            where exists (select 1 from dispatch.instruction_addressee x
                where x.instruction_id = i.id and x.agency_id = any(:to)
                  and (:all or x.agency_id = any(:agencies)))
              and (cast(:after as uuid) is null or i.id < cast(:after as uuid))
            order by i.id desc limit :most
            """)
        .param("to", to)
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .param("after", after)
        .param("most", most)
        .query(InstructionStore::row)
        .list();
  }

  List<InstructionRow> out(Scope scope, UUID[] from, @Nullable UUID after, int most) {
    return jdbc.sql(
            """
            select i.* from dispatch.instruction i
            where i.from_agency_id = any(:from) and (:all or i.from_agency_id = any(:agencies))
              and (cast(:after as uuid) is null or i.id < cast(:after as uuid))
            order by i.id desc limit :most
            """)
        .param("from", from)
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .param("after", after)
        .param("most", most)
        .query(InstructionStore::row)
        .list();
  }

  List<InstructionRow> ofMatter(MatterId matter, Scope scope) {
    return jdbc.sql(
            "select * from dispatch.instruction i where i.matter_id = :matter and i.parent_id is null and"
                + IN_SCOPE
                + "order by i.id")
        .param("matter", matter.value())
        .param("all", scope.everything())
        .param("agencies", scope.ids())
        .query(InstructionStore::row)
        .list();
  }

  private static InstructionRow row(ResultSet row, int index) throws SQLException {
    return new InstructionRow(
        new InstructionId(Columns.uuid(row, "id")),
        row.getString("number"),
        new InstructionId(Columns.uuid(row, "root_id")),
        Columns.idOrNull(row, "parent_id", InstructionId::new),
        new AgencyId(Columns.uuid(row, "from_agency_id")),
        row.getString("text"),
        Columns.idOrNull(row, "matter_id", MatterId::new),
        row.getString("source_ref"),
        Columns.instant(row, "due_at"),
        row.getBoolean("feedback_required"),
        Columns.instant(row, "issued_at"),
        row.getString("issued_by"),
        Columns.idOrNull(row, "exercise_id", ExerciseId::new),
        row.getLong("version"));
  }

  private static Addressee addressee(ResultSet row, int index) throws SQLException {
    return new Addressee(
        Columns.uuid(row, "id"),
        new InstructionId(Columns.uuid(row, "instruction_id")),
        new AgencyId(Columns.uuid(row, "agency_id")),
        Columns.instantOrNull(row, "received_at"),
        row.getString("received_by"),
        Columns.instantOrNull(row, "completed_at"),
        row.getString("completed_by"),
        row.getString("result"),
        row.getString("despite_open"));
  }
}
