package org.tocsin.app.foundation.internal;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Numbers;
import org.tocsin.app.foundation.internal.db.SideConnections;

/**
 * One row per series and day, taken outside the caller's transaction: inside, its lock would let
 * only one call in the whole command centre be accepted at a time.
 */
@Component
class JdbcNumbers implements Numbers {
  private final JdbcClient jdbc;

  JdbcNumbers(SideConnections connections) {
    this.jdbc = JdbcClient.create(connections.source());
  }

  @Override
  public String next(String series, LocalDate day) {
    return "%s-%04d".formatted(day.format(DateTimeFormatter.BASIC_ISO_DATE), count(series, day));
  }

  @Override
  public int nextInYear(String series, int year) {
    return count(series, LocalDate.of(year, 1, 1));
  }

  private int count(String series, LocalDate from) {
    return jdbc.sql(
            "insert into foundation.number_series (series, day, last) values (:series, :day, 1)"
                + " on conflict (series, day) do update set last = number_series.last + 1 returning last")
        .param("series", series)
        .param("day", from)
        .query(Integer.class)
        .single();
  }
}
