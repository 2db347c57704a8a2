package org.tocsin.bench.peers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.neo4j.configuration.GraphDatabaseSettings;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;
import org.neo4j.graphdb.GraphDatabaseService;
import org.neo4j.graphdb.Label;
import org.neo4j.graphdb.Node;
import org.neo4j.graphdb.Relationship;
import org.neo4j.graphdb.RelationshipType;
import org.neo4j.graphdb.Result;
import org.neo4j.graphdb.Transaction;
import org.neo4j.io.ByteUnit;
import org.tocsin.bench.tracing.client.ChunkedOuts;
import org.tocsin.bench.tracing.client.FifoWalk;
import org.tocsin.bench.tracing.client.HaircutWalk;
import org.tocsin.bench.tracing.client.ReachWalk;
import org.tocsin.bench.tracing.engine.Answer;
import org.tocsin.bench.tracing.engine.Dataset;
import org.tocsin.bench.tracing.engine.Engine;
import org.tocsin.bench.tracing.engine.Question;

/**
 * Neo4j inside the process, without a wire: payments are relationships with the derived columns,
 * found by two range indexes on relationships, one over sender and outflow position in one number,
 * one over sender and id; Cypher for all accounts of a layer at once; the page cache holds it all.
 */
public final class Neo4jEngine implements Engine {
  private static final RelationshipType PAY = RelationshipType.withName("PAY");
  private static final int ROWS_A_TRANSACTION = 50_000;
  private static final int POSITION_BITS = 42;
  private static final int ID_BITS = 32;
  private static final String FIFO =
      """
      UNWIND $pieces AS w
      CALL (w) {
        MATCH ()-[p:PAY]->() WHERE p.k >= w[1] AND p.k <= w[2]
        RETURN p ORDER BY p.k DESC LIMIT 1
        UNION ALL
        MATCH ()-[p:PAY]->() WHERE p.k > w[2] AND p.k < w[3]
        RETURN p
      }
      WITH w, p WHERE p.id < $to
      RETURN w[0] AS piece, p.dst AS dst, p.amount AS amount, p.outPos AS outPos, p.inPos AS inPos
      """;
  private static final String OUTS =
      """
      MATCH ()-[p:PAY]->() WHERE p.t > $low AND p.t < $high
      RETURN p.id AS id, p.dst AS dst, p.amount AS amount, p.bal AS bal ORDER BY p.t LIMIT $limit
      """;
  private static final String LAYER =
      """
      UNWIND $accounts AS w
      MATCH ()-[p:PAY]->() WHERE p.t > w[0] AND p.t < w[1]
      RETURN p.dst AS dst, min(p.id) AS id
      """;

  private @Nullable DatabaseManagementService service;
  private @Nullable GraphDatabaseService db;

  @Override
  public String name() {
    return "Neo4j";
  }

  @Override
  public long load(Dataset dataset, Path folder) throws Exception {
    service =
        new DatabaseManagementServiceBuilder(folder)
            .setConfig(GraphDatabaseSettings.pagecache_memory, ByteUnit.gibiBytes(3))
            .build();
    db = Needed.of(service).database(GraphDatabaseSettings.DEFAULT_DATABASE_NAME);
    try (Loader loader = new Loader(dataset.accounts())) {
      dataset.forEach(loader::row);
    }
    index("k");
    index("t");
    try (Transaction tx = Needed.of(db).beginTx()) {
      tx.schema().awaitIndexesOnline(30, TimeUnit.MINUTES);
    }
    try (Stream<Path> files = Files.walk(folder.resolve("data/databases"))) {
      return files.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum();
    }
  }

  private void index(String property) {
    try (Transaction tx = Needed.of(db).beginTx()) {
      tx.execute("CREATE RANGE INDEX FOR ()-[p:PAY]-() ON (p." + property + ")").close();
      tx.commit();
    }
  }

  /** Writes nodes, then relationships, some ten thousands a transaction. */
  private final class Loader implements AutoCloseable {
    private final String[] ids;
    private Transaction tx = Needed.of(db).beginTx();
    private int inTransaction;

    Loader(int accounts) {
      ids = new String[accounts];
      for (int i = 0; i < accounts; i++) {
        ids[i] = tx.createNode(Label.label("Account")).getElementId();
        turn();
      }
    }

    void row(
        long id, int from, int to, int amountFen, int second, long outPos, long inPos, long bal) {
      Node payer = tx.getNodeByElementId(ids[from]);
      Relationship p = payer.createRelationshipTo(tx.getNodeByElementId(ids[to]), PAY);
      p.setProperty("k", ((long) from << POSITION_BITS) + outPos);
      p.setProperty("t", ((long) from << ID_BITS) + id);
      p.setProperty("id", id);
      p.setProperty("dst", to);
      p.setProperty("amount", amountFen);
      p.setProperty("outPos", outPos);
      p.setProperty("inPos", inPos);
      p.setProperty("bal", bal);
      turn();
    }

    private void turn() {
      if (++inTransaction == ROWS_A_TRANSACTION) {
        tx.commit();
        tx.close();
        tx = Needed.of(db).beginTx();
        inTransaction = 0;
      }
    }

    @Override
    public void close() {
      tx.commit();
      tx.close();
    }
  }

  @Override
  public Answer ask(Question q) throws Exception {
    try (Transaction tx = Needed.of(db).beginTx()) {
      return switch (q.rule()) {
        case FIFO -> FifoWalk.walk(q, (pieces, walk) -> fifo(tx, q.toId(), pieces, walk));
        case HAIRCUT ->
            HaircutWalk.walk(
                q,
                (account, after, to) ->
                    new ChunkedOuts(
                        (a, low, high, limit, into) -> outs(tx, a, low, high, limit, into),
                        account,
                        after,
                        to));
        case REACH ->
            ReachWalk.walk(q, (a, after, before, walk) -> layer(tx, a, after, before, walk));
      };
    }
  }

  private static void fifo(Transaction tx, long toId, FifoWalk.Pieces pieces, FifoWalk walk) {
    List<long[]> rows = new ArrayList<>();
    for (int i = 0; i < pieces.size(); i++) {
      long base = (long) pieces.account(i) << POSITION_BITS;
      rows.add(new long[] {i, base, base + pieces.start(i), base + pieces.end(i)});
    }
    try (Result result = tx.execute(FIFO, Map.of("pieces", rows, "to", toId))) {
      while (result.hasNext()) {
        Map<String, Object> row = result.next();
        walk.payment(
            pieces,
            (int) number(row, "piece"),
            (int) number(row, "dst"),
            number(row, "amount"),
            number(row, "outPos"),
            number(row, "inPos"));
      }
    }
  }

  private static void outs(
      Transaction tx, int account, long after, long toId, int limit, ChunkedOuts into) {
    long base = (long) account << ID_BITS;
    Map<String, Object> asked = Map.of("low", base + after, "high", base + toId, "limit", limit);
    try (Result result = tx.execute(OUTS, asked)) {
      while (result.hasNext()) {
        Map<String, Object> row = result.next();
        into.add(
            number(row, "id"), (int) number(row, "dst"), number(row, "amount"), number(row, "bal"));
      }
    }
  }

  private static void layer(
      Transaction tx, int[] accounts, long[] after, long[] before, ReachWalk walk) {
    List<long[]> rows = new ArrayList<>();
    for (int i = 0; i < accounts.length; i++) {
      long base = (long) accounts[i] << ID_BITS;
      rows.add(new long[] {base + after[i], base + before[i]});
    }
    try (Result result = tx.execute(LAYER, Map.of("accounts", rows))) {
      while (result.hasNext()) {
        Map<String, Object> row = result.next();
        walk.payment((int) number(row, "dst"), number(row, "id"));
      }
    }
  }

  private static long number(Map<String, Object> row, String column) {
    return ((Number) row.get(column)).longValue();
  }

  @Override
  public void close() throws IOException {
    if (service != null) {
      service.shutdown();
    }
  }
}
