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
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tocsin.tracing.LedgerStore;

/**
 * A sample ledger of IBM AMLSim. It labels accounts, not payments or patterns: here a pattern is a
 * set of labelled accounts that pay each other, and its report is the first payment among them.
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

  /** Puts all into a store, in order of days and, within a day, of the file. */
  List<Case> fill(LedgerStore store, String typology) {
    Map<Integer, List<Integer>> days = new TreeMap<>();
    for (int i = 0; i < rows.size(); i++) {
      days.computeIfAbsent(rows.get(i)[2], d -> new ArrayList<>()).add(i);
    }
    List<Inside> among = new ArrayList<>();
    int id = 0;
    for (Map.Entry<Integer, List<Integer>> day : days.entrySet()) {
      long at = DAY_0.plus(Duration.ofDays(day.getKey())).toEpochMilli();
      for (int i : day.getValue()) {
        int[] row = rows.get(i);
        store.append(account(store, row[0]), account(store, row[1]), fen.get(i), at);
        if (labelled.get(row[0]) && labelled.get(row[1]) && row[0] != row[1]) {
          among.add(
              new Inside(
                  new Case.Entry(id, account(store, row[0]), account(store, row[1]), fen.get(i)),
                  day.getKey()));
        }
        id++;
      }
    }
    return cases(among, typology);
  }

  private static int account(LedgerStore store, int node) {
    return store.account(Integer.toString(node));
  }

  /** A payment between labelled accounts, and its day. */
  private record Inside(Case.Entry payment, int day) {}

  private static List<Case> cases(List<Inside> among, String typology) {
    Map<Integer, Integer> root = new HashMap<>();
    for (Inside p : among) {
      root.put(find(root, p.payment().from()), find(root, p.payment().to()));
    }
    Map<Integer, List<Inside>> patterns = new TreeMap<>();
    for (Inside p : among) {
      patterns.computeIfAbsent(find(root, p.payment().from()), r -> new ArrayList<>()).add(p);
    }
    List<Case> cases = new ArrayList<>();
    for (List<Inside> pattern : patterns.values()) {
      TreeSet<Integer> accounts = new TreeSet<>();
      pattern.forEach(p -> accounts.addAll(List.of(p.payment().from(), p.payment().to())));
      int last = pattern.get(pattern.size() - 1).day();
      // A fan-in has several payers; each of them enters by a payment of its own.
      List<Case.Entry> reports =
          (typology.contains("fanin") ? pattern : pattern.subList(0, 1))
              .stream().map(Inside::payment).toList();
      cases.add(
          new Case(
              typology,
              accounts.stream().mapToInt(Integer::intValue).toArray(),
              reports,
              DAY_0.plus(Duration.ofDays(last + 1L))));
    }
    return cases;
  }

  private static int find(Map<Integer, Integer> root, int account) {
    int at = account;
    for (Integer up = root.get(at); up != null && up != at; up = root.get(at)) {
      at = up;
    }
    return at;
  }
}
