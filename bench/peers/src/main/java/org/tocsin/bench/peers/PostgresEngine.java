package org.tocsin.bench.peers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.tocsin.bench.tracing.client.ChunkedOuts;
import org.tocsin.bench.tracing.client.HaircutWalk;
import org.tocsin.bench.tracing.client.ReachWalk;
import org.tocsin.bench.tracing.engine.Answer;
import org.tocsin.bench.tracing.engine.Dataset;
import org.tocsin.bench.tracing.engine.Engine;
import org.tocsin.bench.tracing.engine.Holdings;
import org.tocsin.bench.tracing.engine.Question;

/**
 * PostgreSQL with the derived columns: FIFO is one recursive query; pro rata is a client's loop
 * that reads each account's payments in growing chunks, as no query keeps balances in time order;
 * reach is one query for each layer. Every access is an index-only scan of one of two covering
 * indexes, and the shared buffers hold all of it.
 */
public final class PostgresEngine implements Engine {
  private static final String FIFO =
      """
      with recursive piece(src, acc, s, e, live) as (
        select -1, ?::int, ?::bigint, ?::bigint, true
        union all
        select w.acc, p.dst,
          p.in_pos + greatest(w.s, p.out_pos) - p.out_pos,
          p.in_pos + least(w.e, p.out_pos + p.amount) - p.out_pos,
          p.dst <> ? and least(w.e, p.out_pos + p.amount) - greatest(w.s, p.out_pos) >= ?
        from piece w cross join lateral (
          select id, dst, amount, out_pos, in_pos from pay
          where src = w.acc and out_pos < w.e and id < ?
            and out_pos >= coalesce((select q.out_pos from pay q where q.src = w.acc and q.out_pos <= w.s
              order by q.out_pos desc limit 1), w.s)) p
        where w.live and p.out_pos + p.amount > w.s)
      select src, acc, e - s, live from piece
      """;
  private static final String OUTS =
      "select id, dst, amount, bal from pay where src = ? and id > ? and id < ? order by id limit ?";
  private static final String LAYER =
      """
      select p.dst, min(p.id) from unnest(?::int[], ?::int[], ?::int[]) f(acc, lo, hi)
      cross join lateral (select dst, id from pay
        where src = f.acc and id > f.lo and id < f.hi) p
      group by p.dst
      """;
  private static final String HISTORY =
      """
      select a.acc, h.id, h.amount from unnest(?::int[]) a(acc) cross join lateral (
        select id, amount from pay where src = a.acc and id < ?
        union all select id, -amount from pay where dst = a.acc and id < ?) h
      """;

  private @Nullable EmbeddedPostgres server;
  private @Nullable Connection connection;
  private @Nullable PreparedStatement fifo;
  private @Nullable PreparedStatement outs;
  private @Nullable PreparedStatement layer;

  @Override
  public String name() {
    return "PostgreSQL";
  }

  @Override
  public long load(Dataset dataset, Path folder) throws Exception {
    server =
        EmbeddedPostgres.builder()
            .setOverrideWorkingDirectory(folder.toFile())
            .setServerConfig("fsync", "on")
            .setServerConfig("synchronous_commit", "on")
            .setServerConfig("full_page_writes", "on")
            .setServerConfig("shared_buffers", "5GB")
            .setServerConfig("work_mem", "256MB")
            .setServerConfig("maintenance_work_mem", "2GB")
            .setServerConfig("max_wal_size", "8GB")
            .setServerConfig("random_page_cost", "1.1")
            .setServerConfig("jit", "off")
            .setServerConfig("max_parallel_workers_per_gather", "0")
            .start();
    Connection db = connect();
    connection = db;
    db.setAutoCommit(false);
    try (Statement sql = db.createStatement()) {
      // Wide columns first, so that no row is padded.
      sql.execute(
          "create table pay (out_pos bigint not null, in_pos bigint not null, bal bigint not null,"
              + " id int not null, src int not null, dst int not null, amount int not null,"
              + " sec int not null)");
      copy(dataset, db);
      sql.execute("create index on pay (src, out_pos) include (id, dst, amount, in_pos)");
      sql.execute("create index on pay (src, id) include (dst, amount, bal)");
    }
    db.commit();
    db.setAutoCommit(true);
    try (Statement sql = db.createStatement()) {
      sql.execute("vacuum (analyze) pay");
      // Only these plans make sense here; the planner cannot know how few rows a piece meets.
      sql.execute("set plan_cache_mode = force_generic_plan");
      sql.execute("set enable_seqscan = off");
      sql.execute("set enable_hashjoin = off");
      sql.execute("set enable_mergejoin = off");
      sql.execute("set enable_bitmapscan = off");
    }
    fifo = db.prepareStatement(FIFO);
    outs = db.prepareStatement(OUTS);
    layer = db.prepareStatement(LAYER);
    return size(db);
  }

  private static void copy(Dataset dataset, Connection db) throws SQLException, IOException {
    CopyManager copy = db.unwrap(PGConnection.class).getCopyAPI();
    try (InputStream rows = dataset.csv()) {
      copy.copyIn(
          "copy pay (id, src, dst, amount, sec, out_pos, in_pos, bal) from stdin"
              + " (format csv, freeze)",
          rows,
          1 << 20);
    }
  }

  private Connection connect() throws SQLException {
    Properties p = new Properties();
    p.setProperty("user", "postgres");
    p.setProperty("prepareThreshold", "1");
    p.setProperty("binaryTransfer", "true");
    return java.sql.DriverManager.getConnection(
        Needed.of(server).getJdbcUrl("postgres", "postgres"), p);
  }

  private static long size(Connection db) throws SQLException {
    try (Statement sql = db.createStatement();
        ResultSet row = sql.executeQuery("select pg_total_relation_size('pay')")) {
      row.next();
      return row.getLong(1);
    }
  }

  @Override
  public Answer ask(Question q) throws Exception {
    return switch (q.rule()) {
      case FIFO -> fifo(q);
      case HAIRCUT ->
          HaircutWalk.walk(q, (a, after, to) -> new ChunkedOuts(this::fetch, a, after, to));
      case REACH -> ReachWalk.walk(q, this::layer);
    };
  }

  private Answer fifo(Question q) throws SQLException {
    PreparedStatement query = Needed.of(fifo);
    query.setInt(1, q.account());
    query.setLong(2, q.inPos());
    query.setLong(3, q.inPos() + q.amountFen());
    query.setInt(4, q.payer());
    query.setLong(5, q.dustFen());
    query.setInt(6, (int) q.toId());
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

  private void layer(int[] accounts, long[] after, long[] before, ReachWalk walk)
      throws SQLException {
    PreparedStatement query = Needed.of(layer);
    PGConnection pg = Needed.of(connection).unwrap(PGConnection.class);
    query.setArray(1, pg.createArrayOf("int4", accounts));
    query.setArray(2, pg.createArrayOf("int4", ints(after)));
    query.setArray(3, pg.createArrayOf("int4", ints(before)));
    try (ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        walk.payment(rows.getInt(1), rows.getLong(2));
      }
    }
  }

  private static int[] ints(long[] longs) {
    int[] ints = new int[longs.length];
    for (int i = 0; i < longs.length; i++) {
      ints[i] = (int) longs[i];
    }
    return ints;
  }

  /**
   * Without the derived columns a client must read every touched account's whole history, in and
   * out, to know its queue: only that reading is measured, the tracing itself not even counted.
   */
  @Override
  public void further(Dataset dataset, Path folder, BiConsumer<String, Object> say)
      throws Exception {
    try (Statement sql = Needed.of(connection).createStatement()) {
      sql.execute("create index on pay (dst, id) include (amount)");
      sql.execute("vacuum (analyze) pay");
    }
    List<Question> questions =
        dataset.questions().stream()
            .filter(q -> q.rule() == Question.Rule.FIFO)
            .limit(100)
            .toList();
    PGConnection pg = Needed.of(connection).unwrap(PGConnection.class);
    try (PreparedStatement query = Needed.of(connection).prepareStatement(HISTORY)) {
      for (Question q : questions) {
        List<Integer> touched = new ArrayList<>();
        for (int account : fifo(q).accounts()) {
          touched.add(account);
        }
        int[] accounts = touched.stream().mapToInt(Integer::intValue).toArray();
        long start = System.nanoTime();
        query.setArray(1, pg.createArrayOf("int4", accounts));
        query.setInt(2, (int) q.toId());
        query.setInt(3, (int) q.toId());
        long rowsRead = 0;
        try (ResultSet rows = query.executeQuery()) {
          while (rows.next()) {
            rowsRead++;
          }
        }
        say.accept("history " + q.number(), (System.nanoTime() - start) + " " + rowsRead);
      }
    }
  }

  @Override
  public void close() throws Exception {
    if (connection != null) {
      connection.close();
    }
    if (server != null) {
      server.close();
    }
  }
}
