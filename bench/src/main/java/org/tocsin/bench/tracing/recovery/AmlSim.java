package org.tocsin.bench.tracing.recovery;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Snapshot;

/**
 * A sample ledger of IBM AMLSim. It labels accounts, neither payments nor patterns, and labelled
 * accounts pay each other far beyond one pattern, so no pattern can be told. What can be asked: of
 * the accounts that a trace names, how many are labelled, against how many are among all?
 */
final class AmlSim {
  private static final Instant DAY_0 = Instant.parse("2026-01-01T00:00:00Z");

  private final BitSet labelled = new BitSet();
  private final List<int[]> rows = new ArrayList<>();
  private final List<Long> fen = new ArrayList<>();

  static AmlSim read(Path tgz) throws IOException {
    AmlSim sim = new AmlSim();
    try (TarArchiveInputStream tar =
        new TarArchiveInputStream(new GZIPInputStream(Files.newInputStream(tgz)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        BufferedReader lines =
            new BufferedReader(new InputStreamReader(tar, StandardCharsets.UTF_8));
        if (entry.getName().endsWith("/nodes.csv")) {
          lines.lines().skip(1).map(line -> line.split(",")).forEach(sim::node);
        } else if (entry.getName().endsWith("/transactions.csv")) {
          lines.lines().skip(1).map(line -> line.split(",")).forEach(sim::transaction);
        }
      }
    }
    return sim;
  }

  private void node(String[] w) {
    if (w[1].equals("1")) {
      labelled.set(Integer.parseInt(w[0]));
    }
  }

  private void transaction(String[] w) {
    long amount = new BigDecimal(w[2]).movePointRight(2).longValue();
    if (amount > 0) {
      rows.add(new int[] {Integer.parseInt(w[0]), Integer.parseInt(w[1]), Integer.parseInt(w[3])});
      fen.add(amount);
    }
  }

  /**
   * Puts all into a store, in order of days and, within a day, of the file.
   *
   * @return for each labelled account its first payment to another labelled account
   */
  List<Case.Entry> fill(LedgerStore store) {
    Map<Integer, List<Integer>> days = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      days.computeIfAbsent(rows.get(i)[2], d -> new ArrayList<>()).add(i);
    }
    Map<Integer, Case.Entry> first = new TreeMap<>();
    int id = 0;
    for (Map.Entry<Integer, List<Integer>> day : days.entrySet()) {
      long at = DAY_0.plus(Duration.ofDays(day.getKey())).toEpochMilli();
      for (int i : day.getValue()) {
        int[] row = rows.get(i);
        int from = account(store, row[0]);
        int to = account(store, row[1]);
        store.append(from, to, fen.get(i), at);
        if (labelled.get(row[0]) && labelled.get(row[1]) && row[0] != row[1]) {
          first.putIfAbsent(from, new Case.Entry(id, from, to, fen.get(i)));
        }
        id++;
      }
    }
    return List.copyOf(first.values());
  }

  /** Whether the ledger calls an account of the store suspicious. */
  boolean isLabelled(Snapshot snapshot, int account) {
    return labelled.get(Integer.parseInt(snapshot.key(account)));
  }

  /** Labelled accounts, in percent of all that are labelled or pay. */
  double labelledPercent(Snapshot snapshot) {
    return 100.0 * labelled.cardinality() / snapshot.accounts();
  }

  int payments() {
    return rows.size();
  }

  private static int account(LedgerStore store, int node) {
    return store.account(Integer.toString(node));
  }
}
