package org.tocsin.app.intake.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.RetentionRule;

/** Who called and what they said is emptied from calls that were judged; the call itself stays. */
@Repository
class CallerRetention implements RetentionRule {
  private static final String HELD =
      "(callback_number is not null or caller_name is not null or message is not null"
          + " or external_ref is not null or draft <> '{}')";

  private final JdbcClient jdbc;

  CallerRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String code() {
    return "intake.caller";
  }

  @Override
  public List<String> fields() {
    return List.of(
        "intake.signal.callback_number",
        "intake.signal.caller_name",
        "intake.signal.message",
        "intake.signal.external_ref",
        "intake.signal.draft");
  }

  @Override
  public int erase(Instant before, int atMost) {
    return jdbc.sql(
            """
            update intake.signal
               set callback_number = null, caller_name = null, message = null, external_ref = null,
                   draft = '{}'
             where id in (select id from intake.signal
                           where received_at < :before and state not in ('RINGING', 'TAKING') and %s
                           order by received_at limit :most for update skip locked)
            """
                .formatted(HELD))
        .param("before", Timestamp.from(before))
        .param("most", atMost)
        .update();
  }

  @Override
  public Optional<Instant> oldest() {
    return jdbc.sql("select min(received_at) from intake.signal where " + HELD)
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }
}
