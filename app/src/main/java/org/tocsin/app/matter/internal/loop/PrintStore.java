package org.tocsin.app.matter.internal.loop;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.kernel.MatterId;

/** Printed forms and their numbers. */
@Repository
class PrintStore {
  /**
   * A form that was printed.
   *
   * @param content what it says, as JSON; null once its period of keeping is over
   */
  record PrintRow(
      String form,
      @Nullable String number,
      @Nullable String content,
      Instant printedAt,
      String printedBy,
      int copies) {}

  private final JdbcClient jdbc;

  PrintStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The next number of a form in a year, kept for this transaction: none is ever skipped. */
  int number(String kind, String form, int year) {
    return jdbc.sql(
            """
            insert into matter.loop_print_series as s (kind, form, year, last)
            values (:kind, :form, :year, 1)
            on conflict (kind, form, year) do update set last = s.last + 1 returning last
            """)
        .param("kind", kind)
        .param("form", form)
        .param("year", year)
        .query(Integer.class)
        .single();
  }

  void insert(MatterId matter, String kind, PrintRow p) {
    jdbc.sql(
            """
            insert into matter.loop_print (matter_id, kind, form, number, content, printed_at,
              printed_by, copies)
            values (:matter, :kind, :form, :number, cast(:content as jsonb), :at, :by, :copies)
            """)
        .param("matter", matter.value())
        .param("kind", kind)
        .param("form", p.form())
        .param("number", p.number())
        .param("content", p.content())
        .param("at", at(p.printedAt()))
        .param("by", p.printedBy())
        .param("copies", p.copies())
        .update();
  }

  void again(MatterId matter, String form) {
    jdbc.sql(
            """
            update matter.loop_print set copies = copies + 1
            where matter_id = :matter and form = :form
            """)
        .param("matter", matter.value())
        .param("form", form)
        .update();
  }

  List<PrintRow> of(MatterId matter) {
    return jdbc.sql("select * from matter.loop_print where matter_id = :matter")
        .param("matter", matter.value())
        .query((rs, n) -> row(rs))
        .list();
  }

  Optional<PrintRow> find(MatterId matter, String form) {
    return of(matter).stream().filter(p -> p.form().equals(form)).findFirst();
  }

  /** Empties what printed forms of closed matters say. */
  int erase(String kind, Instant before, int atMost) {
    return jdbc.sql(
            """
            update matter.loop_print p set content = null
            where (p.matter_id, p.form) in (select x.matter_id, x.form from matter.loop_print x
              join matter.loop_matter m on m.id = x.matter_id
              where m.kind = :kind and not m.open and m.closed_at < :before
                and x.content is not null limit :most)
            """)
        .param("kind", kind)
        .param("before", at(before))
        .param("most", atMost)
        .update();
  }

  private static PrintRow row(ResultSet rs) throws SQLException {
    return new PrintRow(
        rs.getString("form"),
        rs.getString("number"),
        rs.getString("content"),
        instant(rs, "printed_at"),
        rs.getString("printed_by"),
        rs.getInt("copies"));
  }
}
