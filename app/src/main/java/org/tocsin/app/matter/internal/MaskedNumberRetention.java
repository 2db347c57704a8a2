package org.tocsin.app.matter.internal;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.tocsin.app.foundation.RetentionRule;

/** The masked numbers that an incident shows beside its calls. */
@Repository
class MaskedNumberRetention implements RetentionRule {
  private final JdbcClient jdbc;

  MaskedNumberRetention(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public String code() {
    return "matter.caller";
  }

  @Override
  public List<String> fields() {
    return List.of("matter.call.callback_masked");
  }

  @Override
  public int erase(Instant before, int atMost) {
    return jdbc.sql(
            """
            update matter.call set callback_masked = null
             where signal_id in (select signal_id from matter.call
                                  where received_at < :before and callback_masked is not null
                                  order by received_at limit :most for update skip locked)
            """)
        .param("before", Timestamp.from(before))
        .param("most", atMost)
        .update();
  }

  @Override
  public Optional<Instant> oldest() {
    return jdbc.sql("select min(received_at) from matter.call where callback_masked is not null")
        .query(Timestamp.class)
        .optional()
        .map(Timestamp::toInstant);
  }
}
