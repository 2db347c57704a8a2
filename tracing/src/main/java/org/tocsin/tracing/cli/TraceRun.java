package org.tocsin.tracing.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Ledgers;
import org.tocsin.tracing.Opening;
import org.tocsin.tracing.Report;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.TraceRequest;
import org.tocsin.tracing.TraceResult;
import org.tocsin.tracing.Tracer;
import org.tocsin.tracing.finding.FindingLimits;
import org.tocsin.tracing.finding.Findings;
import org.tocsin.tracing.report.HtmlReport;
import org.tocsin.tracing.report.JsonReport;
import org.tocsin.tracing.report.TraceDocument;
import org.tocsin.tracing.statement.Imported;
import org.tocsin.tracing.statement.Importer;
import org.tocsin.tracing.statement.MappingStore;

/** One run of the command: import, find the reported payments, trace, look for patterns, write. */
final class TraceRun {
  private final Arguments arguments;
  private final ProgressBar bar;
  private final Clock clock;
  private final Console console;

  TraceRun(Arguments arguments, PrintStream out, ProgressBar bar, Clock clock) {
    this.arguments = arguments;
    this.bar = bar;
    this.clock = clock;
    console = new Console(out, arguments.zone);
  }

  void run() throws IOException, UsageException {
    for (Path file : arguments.ledgers) {
      if (!Files.isRegularFile(file)) {
        throw new UsageException("there is no file " + file);
      }
    }
    Imported imported = read();
    console.imported(imported);
    if (arguments.bad != null) {
      BadRows.write(imported, arguments.bad);
    }
    try (LedgerStore ledger = Ledgers.inMemory()) {
      int all = imported.book().payments();
      imported.book().into(ledger, done -> bar.at("装入 loading", done, all, ""));
      bar.done("装入 loading: " + all + " payments");
      if (arguments.hubs != null) {
        Hubs.describe(arguments.hubs, ledger);
      }
      Snapshot snapshot = ledger.snapshot();
      if (arguments.reports.isEmpty()) {
        withoutReport(snapshot);
      } else {
        trace(imported, snapshot);
      }
    }
  }

  private Imported read() throws IOException {
    MappingStore mappings =
        arguments.mappings == null ? MappingStore.none() : MappingStore.in(arguments.mappings);
    var importer =
        new Importer(
            arguments.importing(),
            mappings,
            (file, bytes, of, rows) ->
                bar.at("读取 reading", bytes, of, file.getFileName() + ", " + rows));
    long start = System.nanoTime();
    Imported imported = importer.read(arguments.ledgers);
    double seconds = (System.nanoTime() - start) / 1e9;
    bar.done(
        String.format(
            Locale.ROOT, "读取 reading: %d payments in %.1f s", imported.book().payments(), seconds));
    return imported;
  }

  /** Only a look at the statements, and with {@code --everywhere} at all their patterns. */
  private void withoutReport(Snapshot snapshot) throws IOException, UsageException {
    if (arguments.json != null || arguments.html != null) {
      throw new UsageException("--report is missing: whose money is to be followed?");
    }
    if (arguments.everywhere) {
      console.findings(findings(snapshot, Findings.everyAccount(snapshot), snapshot.payments()));
    }
  }

  private void trace(Imported imported, Snapshot snapshot) throws IOException, UsageException {
    var finder = new Reports(snapshot, arguments.zone);
    var reports = new ArrayList<Report>();
    for (String text : arguments.reports) {
      reports.add(finder.find(text));
    }
    Instant until = until(snapshot, reports);
    Map<Rule, TraceResult> results = new LinkedHashMap<>();
    for (Rule rule : arguments.rules) {
      bar.at("追踪 tracing", results.size(), arguments.rules.size(), rule.name());
      Opening opening = rule == Rule.REACH ? Opening.CAUSAL : arguments.opening;
      results.put(
          rule,
          Tracer.trace(
              snapshot,
              new TraceRequest(
                  reports,
                  rule,
                  until,
                  arguments.hops,
                  arguments.dustFen,
                  arguments.policies,
                  opening)));
    }
    bar.done("追踪 tracing: " + results.size() + (results.size() == 1 ? " rule" : " rules"));
    Rule main = arguments.rules.getFirst();
    TraceResult result = results.values().iterator().next();
    long toId = until == null ? snapshot.payments() : snapshot.idAt(until);
    Findings findings =
        findings(
            snapshot,
            arguments.everywhere ? Findings.everyAccount(snapshot) : touched(result),
            toId);
    var plan = arguments.frozen.isEmpty() ? null : new Returns(snapshot, result, arguments).plan();
    console.result(snapshot, result);
    console.findings(findings);
    console.plan(plan);
    var document =
        new TraceDocument(
            clock.instant(),
            arguments.zone,
            files(),
            imported.statements(),
            imported.book(),
            imported.pairs(),
            imported.duplicates(),
            snapshot,
            results,
            main,
            findings,
            plan);
    write(document);
  }

  private @Nullable Instant until(Snapshot snapshot, List<Report> reports) {
    if (arguments.window == null) {
      return null;
    }
    Instant last =
        reports.stream().map(r -> snapshot.at(r.paymentId())).max(Instant::compareTo).orElseThrow();
    return last.plus(arguments.window);
  }

  /** The accounts that traced money came to. */
  private static int[] touched(TraceResult result) {
    return result.flows().stream().mapToInt(f -> f.to()).distinct().toArray();
  }

  private Findings findings(Snapshot snapshot, int[] accounts, long toId) throws IOException {
    FindingLimits limits =
        arguments.limits == null ? FindingLimits.usual() : FindingLimits.read(arguments.limits);
    Findings findings =
        Findings.around(
            snapshot,
            accounts,
            toId,
            limits,
            done -> bar.at("查特征 looking", done, accounts.length, ""));
    bar.done("查特征 looking: " + findings.findings().size() + " findings");
    return findings;
  }

  private List<TraceDocument.SourceFile> files() throws IOException {
    var files = new ArrayList<TraceDocument.SourceFile>();
    for (Path file : arguments.ledgers) {
      files.add(
          new TraceDocument.SourceFile(
              String.valueOf(file.getFileName()), Files.size(file), sha256(file)));
    }
    return files;
  }

  private static String sha256(Path file) throws IOException {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
        byte[] buffer = new byte[1 << 16];
        while (in.read(buffer) >= 0) {
          // the stream counts
        }
      }
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private void write(TraceDocument document) throws IOException {
    if (arguments.json != null) {
      Files.writeString(arguments.json, JsonReport.of(document));
      bar.done("已写 wrote " + arguments.json);
    }
    if (arguments.html != null) {
      Files.writeString(arguments.html, HtmlReport.of(document));
      bar.done("已写 wrote " + arguments.html);
    }
  }
}
