package org.tocsin.app.staff.internal;

import java.sql.Timestamp;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.Problem;
import org.tocsin.kernel.Id;

/** Says who changed a thing that someone else was about to change. */
@Repository
class Versions {
  private final JdbcClient jdbc;

  Versions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The refusal, with who changed it and when; {@code what} is also the table in schema staff. */
  Problem stale(String what, Id id) {
    if (!what.matches("agency|officer|duty_shift|duty_level|lesson")) {
      throw new IllegalArgumentException(what);
    }
    return jdbc.sql("select changed_by, changed_at from staff." + what + " where id = :id")
        .param("id", id.value())
        .query(
            (row, i) -> {
              Timestamp at = row.getTimestamp("changed_at");
              return Problem.stale(what, id, row.getString("changed_by"), at.toInstant());
            })
        .optional()
        .orElseGet(() -> Problem.notFound(what, id));
  }
}
