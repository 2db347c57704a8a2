package org.tocsin.bench.peers;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.tocsin.bench.tracing.client.ChunkedOuts;
import org.tocsin.bench.tracing.client.HaircutWalk;
import org.tocsin.bench.tracing.engine.Answer;
import org.tocsin.bench.tracing.engine.Dataset;
import org.tocsin.bench.tracing.engine.Engine;
import org.tocsin.bench.tracing.engine.Holdings;
import org.tocsin.bench.tracing.engine.Question;

/**
 * DuckDB with the derived columns, the table sorted by sender and id (so by outflow position too)
 * for its zone maps. FIFO is one recursive query, reach one with {@code USING KEY}, pro rata a
 * client's loop.
 */
public final class DuckDbEngine implements Engine {
  private static final String FIFO =
      """
      with recursive piece(src, acc, s, e, live) as (
        select -1, ?::int, ?::bigint, ?::bigint, true
        union all
        select w.acc, p.dst,
          p.in_pos + greatest(w.s, p.out_pos) - p.out_pos,
          p.in_pos + least(w.e, p.out_pos + p.amount) - p.out_pos,
          p.dst <> ? and least(w.e, p.out_pos + p.amount) - greatest(w.s, p.out_pos) >= ?
        from piece w join pay p on p.src = w.acc and p.out_pos < w.e
          and p.out_pos + p.amount > w.s
        where w.live and p.id < ?)
      select src, acc, e - s, live from piece
      """;
  private static final String REACH =
      """
      with recursive reached(acc, arrival, hop) using key (acc) as (
        select ?::int, ?::int, 1
        union
        select p.dst, min(p.id)::int, r.hop + 1
        from reached r join pay p on p.src = r.acc and p.id > r.arrival
          left join recurring.reached known on known.acc = p.dst
        where r.hop < ? and r.acc <> ? and p.id > ? and p.id < ?
          and (known.acc is null or p.id < known.arrival)
        group by p.dst, r.hop)
      select acc from reached
      """;
  private static final String OUTS =
      "select id, dst, amount, bal from pay where src = ? and id > ? and id < ? order by id limit ?";

  private @Nullable Connection connection;
  private @Nullable PreparedStatement fifo;
  private @Nullable PreparedStatement reach;
  private @Nullable PreparedStatement outs;

  @Override
  public String name() {
    return "DuckDB";
  }

  @Override
  public long load(Dataset dataset, Path folder) throws Exception {
    Path csv = folder.resolve("rows.csv");
    try (var rows = dataset.csv()) {
      Files.copy(rows, csv);
    }
    Path file = folder.resolve("ledger.duckdb");
    Connection db = DriverManager.getConnection("jdbc:duckdb:" + file);
    connection = db;
    try (Statement sql = db.createStatement()) {
      sql.execute("set memory_limit = '6GB'");
      sql.execute(
          "create table pay as select * from read_csv('"
              + csv
              + "', header = false, columns = {"
              + "'id': 'INTEGER', 'src': 'INTEGER', 'dst': 'INTEGER', 'amount': 'INTEGER',"
              + "'sec': 'INTEGER', 'out_pos': 'BIGINT', 'in_pos': 'BIGINT', 'bal': 'BIGINT'})"
              + " order by src, id");
      sql.execute("checkpoint");
    }
    Files.delete(csv);
    fifo = db.prepareStatement(FIFO);
    reach = db.prepareStatement(REACH);
    outs = db.prepareStatement(OUTS);
    return Files.size(file);
  }

  @Override
  public Answer ask(Question q) throws Exception {
    return switch (q.rule()) {
      case FIFO -> fifo(q);
      case HAIRCUT ->
          HaircutWalk.walk(q, (a, after, to) -> new ChunkedOuts(this::fetch, a, after, to));
      case REACH -> reach(q);
    };
  }

  private Answer fifo(Question q) throws SQLException {
    PreparedStatement query = Needed.of(fifo);
    query.setInt(1, q.account());
    query.setLong(2, q.inPos());
    query.setLong(3, q.inPos() + q.amountFen());
    query.setInt(4, q.payer());
    query.setLong(5, q.dustFen());
    query.setLong(6, q.toId());
    Holdings holdings = new Holdings();
    long dust = 0;
    long touched = -1;
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        int from = rows.getInt(1);
        int to = rows.getInt(2);
        long fen = rows.getLong(3);
        touched++;
        if (from >= 0) {
          holdings.add(from, -fen);
        }
        if (rows.getBoolean(4) || to == q.payer()) {
          holdings.add(to, fen);
        } else {
          dust += fen;
        }
      }
    }
    return holdings.answer(dust, touched);
  }

  private Answer reach(Question q) throws SQLException {
    PreparedStatement query = Needed.of(reach);
    query.setInt(1, q.account());
    query.setInt(2, (int) q.report());
    query.setInt(3, q.hops());
    query.setInt(4, q.payer());
    query.setInt(5, (int) q.report());
    query.setInt(6, (int) q.toId());
    Holdings holdings = new Holdings();
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        holdings.add(rows.getInt(1), 0);
      }
    }
    return holdings.answer(0, -1);
  }

  private void fetch(int account, long after, long toId, int limit, ChunkedOuts into)
      throws SQLException {
    PreparedStatement query = Needed.of(outs);
    query.setInt(1, account);
    query.setInt(2, (int) after);
    query.setInt(3, (int) toId);
    query.setInt(4, limit);
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        into.add(rows.getLong(1), rows.getInt(2), rows.getLong(3), rows.getLong(4));
      }
    }
  }

  @Override
  public void close() throws SQLException {
    if (connection != null) {
      connection.close();
    }
  }
}
