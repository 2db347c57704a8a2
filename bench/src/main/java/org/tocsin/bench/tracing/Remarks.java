package org.tocsin.bench.tracing;

import org.tocsin.bench.report.Report;

/** What was done, so that the numbers can be judged. */
final class Remarks {
  private Remarks() {}

  static void add(Report report, int cold) {
    report.note(
        "Ledger: a quarter of a year; few people pay often; 40 hubs have 41% of the payments, the busiest of them about 12%;"
            + " 5% are salaries, an employer's all in one second; mule networks of ten shapes are planted."
            + " Senders whose known money does not suffice get the rest from an unknown source at that instant (causal).");
    report.note(
        "Questions, a third each: victims of planted networks; 1,000 yuan and more paid to one of the five busiest hubs; any payment"
            + " of 1,000 yuan and more. Hubs are followed like any account, which is the hardest case. FIFO and haircut: 72 hours, pieces below"
            + " 100 yuan are dust. Reach: 24 hours, 4 payments deep, no threshold.");
    report.note(
        "Each engine runs alone, in a process of its own, on one thread, with the same columns (position in the sender's outflow and the receiver's inflow,"
            + " sender's balance) and its data in memory. Answers (who holds how much, dust) are compared by question and must be equal;"
            + " Tocsin's time includes its flows' bookkeeping, the ranking of accounts and the check that no fen is lost."
            + " Warm: a pass over all questions after at least 4 s of passes that are not counted."
            + " Cold: the processor's caches are overwritten before each of "
            + cold
            + " questions; files stay in the operating system's memory. A pass that takes too long ends early; ratios are over the questions that both engines did.");
    report.note(
        "PostgreSQL 18: durable settings, 5 GB shared buffers, index-only scans of two covering indexes; FIFO is one recursive query, haircut a client's loop"
            + " reading growing chunks, reach one query a layer. DuckDB: sorted table; FIFO one recursive query, reach USING KEY, haircut a client's loop."
            + " JGraphT: its sparse int graph, columns in arrays; no index within an account's edges. Neo4j: embedded, Cypher by layer over two relationship range indexes.");
  }
}
