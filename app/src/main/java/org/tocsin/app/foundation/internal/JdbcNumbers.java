package org.tocsin.app.foundation.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Numbers;

/**
 * One row per series and day; the row stays locked to the end of the transaction, so no number is
 * lost.
 */
@Component
class JdbcNumbers implements Numbers {
  private final JdbcClient jdbc;

  JdbcNumbers(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(String series, LocalDate day) {
    int number =
        jdbc.sql(
                "insert into foundation.number_series (series, day, last) values (:series, :day, 1)"
                    + " on conflict (series, day) do update set last = number_series.last + 1 returning last")
            .param("series", series)
            .param("day", day)
            .query(Integer.class)
            .single();
    return "%s-%04d".formatted(day.format(DateTimeFormatter.BASIC_ISO_DATE), number);
  }
}
