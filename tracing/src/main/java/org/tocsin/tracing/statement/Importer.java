package org.tocsin.tracing.statement;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads files of payments into one {@link Book}: opens them, settles what their columns mean, reads
 * the rows, joins what two banks tell of the same payment, and reports on every file. Serves one
 * import; used by one thread.
 */
public final class Importer {
  private final ImportOptions options;
  private final MappingStore mappings;
  private final Progress progress;
  private final Moments moments;
  private final Entries entries = new Entries();
  private final List<String> sources = new ArrayList<>();
  private final List<Boolean> newestFirst = new ArrayList<>();
  private final List<StatementReport> reports = new ArrayList<>();
  private final List<Map<Integer, Balances.Opening>> openings = new ArrayList<>();
  private final Map<String, Long> listed = new HashMap<>();

  /** Told now and then how far a file is. */
  public interface Progress {
    void at(Path file, long bytes, long ofBytes, long rows);
  }

  /** An import with its settings. */
  public Importer(ImportOptions options, MappingStore mappings, Progress progress) {
    this.options = options;
    this.mappings = mappings;
    this.progress = progress;
    moments = new Moments(options.zone());
  }

  /**
   * Reads all files.
   *
   * @throws StatementException when a file is none that can be read, or its columns cannot be told
   */
  public Imported read(List<Path> files) throws IOException {
    for (Path file : files) {
      long size = Files.size(file);
      Tables.each(file, bytes -> progress.at(file, bytes, size, entries.size()), this::table);
    }
    var reconciler = new Reconciler(entries, options.tolerance());
    reconciler.run();
    boolean[] reversed = new boolean[sources.size()];
    for (int i = 0; i < reversed.length; i++) {
      reversed[i] = newestFirst.get(i);
    }
    var book = new Book(entries, sources, reconciler, reversed);
    book.openings(openings);
    listed.forEach(book::opening);
    return new Imported(book, reports, reconciler.pairs(), reconciler.duplicates());
  }

  private void table(Table given, boolean alone) throws IOException {
    var table = new Rewound(given, Guess.SAMPLE);
    List<String[]> sample = table.sample();
    if (!sample.isEmpty() && AmlSim.accounts(sample.getFirst())) {
      listed.putAll(AmlSim.openings(table));
      reports.add(new StatementReport(table.name(), null, false, 0, Map.of(), List.of(), 0, 0));
      return;
    }
    var guess = new Guess(sample, moments);
    Mapping guessed = guess.of(table.name());
    Mapping remembered = mappings.find(guessed).orElse(null);
    Mapping mapping = fixed(remembered == null ? guessed : remembered, guess, table.name());
    String missing = mapping.missing();
    if (missing == null) {
      rows(table, mapping, remembered != null);
    } else if (!alone || accountsOnly(mapping)) {
      reports.add(
          new StatementReport(
              table.name(),
              mapping.noting("不是交易流水，未读取 (no list of payments; not read)"),
              false,
              0,
              Map.of(),
              List.of(),
              0,
              0));
    } else {
      throw new StatementException(unclear(table.name(), mapping, missing, sample));
    }
  }

  /** A list of accounts says what they are, not what they paid. */
  private static boolean accountsOnly(Mapping mapping) {
    return mapping.headings().stream()
            .map(Text::heading)
            .anyMatch(h -> h.equals("entityid") || h.equals("accountkey"))
        && !mapping.has(Column.AMOUNT);
  }

  private static String unclear(
      String name, Mapping mapping, String missing, List<String[]> sample) {
    var out =
        new StringBuilder(name + ": 缺少列 (columns missing): " + missing + "\n" + mapping.shown());
    out.append("前几行 (first rows):\n");
    sample.stream()
        .limit(5)
        .forEach(
            row ->
                out.append("  ")
                    .append(String.join(" | ", Arrays.stream(row).limit(12).toList()))
                    .append('\n'));
    return out.append(
            "请用 --column \"表头=含义\" 指定，例如 --column \"对方卡号=OTHER_ACCOUNT\" (say what a column means with --column)")
        .toString();
  }

  /** What a person put right comes last and is remembered. */
  private Mapping fixed(Mapping mapping, Guess guess, String name) throws IOException {
    Mapping result =
        options.ownAccount() == null ? mapping : mapping.withOwnAccount(options.ownAccount());
    var fixes = new EnumMap<Column, Integer>(Column.class);
    for (Map.Entry<String, String> fix : options.fixes().entrySet()) {
      int at = place(mapping, fix.getKey());
      if (at < 0) {
        continue;
      }
      if (fix.getValue().isEmpty()) {
        mapping
            .columns()
            .forEach(
                (column, where) -> {
                  if (where == at) {
                    fixes.put(column, -1);
                  }
                });
      } else {
        fixes.put(column(fix.getValue()), at);
      }
    }
    if (fixes.isEmpty()) {
      return result;
    }
    result =
        guess.refine(result.with(fixes), name).noting("列对应按人工指定 (columns as said by a person)");
    mappings.keep(result);
    return result;
  }

  private static int place(Mapping mapping, String headingOrNumber) {
    for (int i = 0; i < mapping.headings().size(); i++) {
      if (Text.heading(mapping.headings().get(i)).equals(Text.heading(headingOrNumber))) {
        return i;
      }
    }
    return headingOrNumber.matches("[0-9]{1,3}") ? Integer.parseInt(headingOrNumber) - 1 : -1;
  }

  private static Column column(String meaning) throws StatementException {
    for (Column column : Column.values()) {
      if (column.name().equalsIgnoreCase(meaning) || column.zh().equals(meaning)) {
        return column;
      }
    }
    throw new StatementException(
        "没有这种含义 (no such meaning): "
            + meaning
            + "; 可用 (known): "
            + Arrays.toString(Column.values()));
  }

  private void rows(Rewound table, Mapping mapping, boolean remembered) throws IOException {
    int source = sources.size();
    sources.add(table.name());
    int first = entries.size();
    Map<String, BigDecimal> rates =
        options.rates().isEmpty() && AmlWorld.heading(mapping) ? AmlWorld.rates() : options.rates();
    var reader = new RowReader(mapping, entries, moments, rates, source);
    var tally = new RowTally(table.name());
    int heading = mapping.headingRow() - 1 + mapping.headingRows();
    for (int row = 0; table.next(); row++) {
      if (row >= heading) {
        tally.count(
            table.row(), table.damage() == null ? reader.read(table.row()) : table.damage());
      }
    }
    boolean reversed = newestFirst(first);
    newestFirst.add(reversed);
    var balances = new Balances(entries, first, entries.size(), reversed);
    openings.add(balances.openings());
    Mapping shown =
        rates == options.rates()
            ? mapping
            : mapping.noting("外币按 AMLworld 自身汇率折成美分 (amounts in US cents by the set's own rates)");
    reports.add(tally.report(shown, remembered, entries.size() - first, balances.gaps()));
  }

  private boolean newestFirst(int first) {
    long up = 0;
    long down = 0;
    for (int i = first + 1; i < entries.size(); i++) {
      int by = Long.compare(entries.millis[i - 1], entries.millis[i]);
      up += by < 0 ? 1 : 0;
      down += by > 0 ? 1 : 0;
    }
    return down > up;
  }

  /** Rows that became no entry. */
  private static final class RowTally {
    private final String name;
    private final Map<Reason, Integer> skipped = new EnumMap<>(Reason.class);
    private final List<BadRow> bad = new ArrayList<>();
    private long badRows;

    RowTally(String name) {
      this.name = name;
    }

    void count(Row row, @Nullable Reason reason) {
      if (reason == null) {
        return;
      }
      if (!reason.bad()) {
        skipped.merge(reason, 1, Integer::sum);
      } else if (badRows++ < StatementReport.MOST_BAD) {
        bad.add(new BadRow(name, row.line, reason, row.shown()));
      }
    }

    StatementReport report(Mapping mapping, boolean remembered, long rows, long gaps) {
      return new StatementReport(name, mapping, remembered, rows, skipped, bad, badRows, gaps);
    }
  }
}
