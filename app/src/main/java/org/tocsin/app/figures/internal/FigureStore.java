package org.tocsin.app.figures.internal;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tocsin.app.figures.FigureDefinition;
import org.tocsin.app.figures.FigureDefinition.Unit;
import org.tocsin.app.figures.ReportCard;
import org.tocsin.app.figures.ReportCard.By;
import org.tocsin.app.foundation.Scope;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;

/** Counts figures from the facts. */
@Component
class FigureStore {
  /** What is asked for. */
  record Question(
      Instant from, Instant to, Instant asOf, Scope scope, @Nullable ExerciseId exercise, By by) {}

  /** One group's raw numbers. */
  record Row(
      @Nullable String group,
      long all,
      long counted,
      long within,
      long notReported,
      long impossible,
      long late,
      @Nullable Long median,
      @Nullable Long p90,
      @Nullable Long min,
      @Nullable Long max) {}

  private final JdbcClient jdbc;

  FigureStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** {@code percentile_disc} is the nearest-rank quantile; a test holds it against the kernel's. */
  List<Row> count(FigureDefinition figure, Question question) {
    String sql =
        FigureSql.records(figure, question.by(), question.exercise() == null)
            + """
            , v as (
              select grp, late, from_at, to_at, floor(extract(epoch from to_at - from_at))::bigint as seconds,
                from_at is not null and to_at is not null as reported
              from records
            )
            select grp, count(*) as all_records,
              count(*) filter (where reported and seconds >= 0) as counted,
              count(*) filter (where reported and seconds between 0 and :within) as within,
              count(*) filter (where not reported) as not_reported,
              count(*) filter (where reported and seconds < 0) as impossible,
              count(*) filter (where late and reported and seconds >= 0) as late,
              percentile_disc(0.5) within group (order by seconds) filter (where reported and seconds >= 0) as median,
              percentile_disc(0.9) within group (order by seconds) filter (where reported and seconds >= 0) as p90,
              min(seconds) filter (where reported and seconds >= 0) as min,
              max(seconds) filter (where reported and seconds >= 0) as max
            from v group by grp order by grp
            """;
    return ask(sql, question)
        .param("within", figure.withinSeconds() == null ? 0 : figure.withinSeconds())
        .query((row, n) -> row(row))
        .list();
  }

  /** The records behind a number, by their id. */
  List<ReportCard.Entry> records(
      FigureDefinition figure,
      Question question,
      @Nullable String group,
      @Nullable UUID after,
      int limit) {
    String sql =
        FigureSql.records(figure, question.by(), question.exercise() == null)
            + """
            select record, matter, number, from_at, to_at, late, floor(extract(epoch from to_at - from_at))::bigint as seconds
            from records
            where (:group::text is null or grp = :group) and (:after::uuid is null or record > :after::uuid)
            order by record limit :limit
            """;
    return ask(sql, question)
        .param("group", group, java.sql.Types.VARCHAR)
        .param("after", after, java.sql.Types.OTHER)
        .param("limit", limit)
        .query((row, n) -> entry(figure, row))
        .list();
  }

  private JdbcClient.StatementSpec ask(String sql, Question question) {
    JdbcClient.StatementSpec statement =
        jdbc.sql(sql)
            .param("from", Timestamp.from(question.from()))
            .param("to", Timestamp.from(question.to()))
            .param("asOf", Timestamp.from(question.asOf()))
            .param("all", question.scope().everything())
            .param("agencies", question.scope().ids());
    return question.exercise() == null
        ? statement
        : statement.param("exercise", question.exercise().value());
  }

  private static Row row(ResultSet row) throws SQLException {
    return new Row(
        row.getString("grp"),
        row.getLong("all_records"),
        row.getLong("counted"),
        row.getLong("within"),
        row.getLong("not_reported"),
        row.getLong("impossible"),
        row.getLong("late"),
        number(row, "median"),
        number(row, "p90"),
        number(row, "min"),
        number(row, "max"));
  }

  private static @Nullable Long number(ResultSet row, String column) throws SQLException {
    long value = row.getLong(column);
    return row.wasNull() ? null : value;
  }

  private static ReportCard.Entry entry(FigureDefinition figure, ResultSet row)
      throws SQLException {
    Instant from = instant(row, "from_at");
    Instant to = instant(row, "to_at");
    Long seconds = number(row, "seconds");
    String excluded = null;
    if (figure.unit() != Unit.COUNT) {
      excluded = seconds == null ? "NOT_REPORTED" : seconds < 0 ? "IMPOSSIBLE" : null;
    }
    UUID matter = row.getObject("matter", UUID.class);
    return new ReportCard.Entry(
        row.getString("record"),
        figure.per(),
        matter == null ? null : new MatterId(matter),
        row.getString("number"),
        from,
        to,
        seconds,
        excluded == null,
        excluded,
        row.getBoolean("late"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp value = row.getTimestamp(column);
    return value == null ? null : value.toInstant();
  }
}
