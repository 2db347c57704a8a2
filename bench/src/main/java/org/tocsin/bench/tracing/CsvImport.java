package org.tocsin.bench.tracing;

import java.io.BufferedWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.BiConsumer;
import org.tocsin.bench.tracing.engine.Dataset;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Ledgers;
import org.tocsin.tracing.statement.ImportOptions;
import org.tocsin.tracing.statement.Imported;
import org.tocsin.tracing.statement.Importer;
import org.tocsin.tracing.statement.MappingStore;

/** How fast a bank's file of payments is read: parsed, checked, reconciled, and put in a ledger. */
final class CsvImport {
  private static final int ROWS = 2_000_000;
  private static final ZoneOffset CHINA = ZoneOffset.ofHours(8);

  private CsvImport() {}

  static void run(Dataset dataset, Path file, BiConsumer<String, Object> say) throws Exception {
    long rows = Math.min(ROWS, dataset.payments());
    write(dataset, file, rows);
    // A tenth first: what is measured is a program that has read a file before.
    Path warm = file.resolveSibling("warm-" + file.getFileName());
    write(dataset, warm, rows / 10);
    read(warm);
    long start = System.nanoTime();
    Imported imported = read(file);
    say.accept("csv_rows_per_s", rows / TocsinOwn.seconds(start));
    try (LedgerStore store = Ledgers.inMemory()) {
      imported.book().into(store, rowsDone -> {});
      say.accept("csv_import_rows_per_s", rows / TocsinOwn.seconds(start));
      say.accept("csv_rows", rows);
      say.accept("csv_payments", store.snapshot().payments());
    }
    Files.delete(file);
    Files.delete(warm);
  }

  private static Imported read(Path file) throws Exception {
    return new Importer(ImportOptions.USUAL, MappingStore.none(), (f, at, of, rows) -> {})
        .read(List.of(file));
  }

  private static void write(Dataset dataset, Path file, long rows) throws Exception {
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      out.write("交易时间,付款账号,收款账号,交易金额,流水号\n");
      dataset.forEach(
          0,
          rows,
          (id, from, to, fen, second, outPos, inPos, balance) -> {
            LocalDateTime at =
                LocalDateTime.ofEpochSecond(dataset.startEpochSecond() + second, 0, CHINA);
            out.write(at.toLocalDate().toString());
            out.write(' ');
            out.write(at.toLocalTime().toString());
            out.write(at.getSecond() == 0 ? ":00," : ",");
            out.write(TocsinEngine.key(from));
            out.write(',');
            out.write(TocsinEngine.key(to));
            out.write(',');
            out.write(fen / 100 + "." + fen / 10 % 10 + fen % 10);
            out.write(',');
            out.write(Long.toString(id));
            out.write('\n');
          });
    }
  }
}
