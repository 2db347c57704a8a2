package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.dispatch.UnitLife;
import org.tocsin.app.dispatch.UnitNoteId;
import org.tocsin.kernel.UnitId;

/** The trail and the notes of a unit. */
@Repository
class UnitLifeStore {
  private final JdbcClient jdbc;

  UnitLifeStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The newest fixes of the span, oldest first. */
  List<UnitLife.Fix> trail(UnitId unit, Instant from, Instant to, int most) {
    return jdbc.sql(
            """
            select * from (
              select * from dispatch.position_trail
              where unit_id = :unit and at >= :from and at < :to order by at desc limit :most) t
            order by at
            """)
        .param("unit", unit.value())
        .param("from", Columns.at(from))
        .param("to", Columns.at(to))
        .param("most", most)
        .query(
            (row, i) ->
                new UnitLife.Fix(
                    Columns.instant(row, "at"),
                    row.getDouble("lat"),
                    row.getDouble("lon"),
                    Columns.doubleOrNull(row, "course"),
                    Columns.doubleOrNull(row, "speed")))
        .list();
  }

  /** The id says the order: newest first. */
  List<UnitLife.Note> notes(UnitId unit, @Nullable UnitNoteId after, int most) {
    return jdbc.sql(
            """
            select * from dispatch.unit_note
            where unit_id = :unit and (cast(:after as uuid) is null or id < :after)
            order by id desc limit :most
            """)
        .param("unit", unit.value())
        .param("after", Columns.value(after))
        .param("most", most)
        .query(
            (row, i) ->
                new UnitLife.Note(
                    new UnitNoteId(Columns.uuid(row, "id")),
                    Columns.instant(row, "at"),
                    row.getString("by_name"),
                    row.getString("text")))
        .list();
  }

  void insert(UnitId unit, UnitLife.Note note, String byId) {
    jdbc.sql(
            """
            insert into dispatch.unit_note (id, unit_id, at, by_id, by_name, text)
            values (:id, :unit, :at, :by, :byName, :text)
            """)
        .param("id", note.id().value())
        .param("unit", unit.value())
        .param("at", Columns.at(note.at()))
        .param("by", byId)
        .param("byName", note.by())
        .param("text", note.text())
        .update();
  }
}
