package org.tocsin.tracing.cli;

import java.io.PrintStream;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.tocsin.tracing.End;
import org.tocsin.tracing.Holding;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.Totals;
import org.tocsin.tracing.TraceResult;
import org.tocsin.tracing.finding.Finding;
import org.tocsin.tracing.finding.Findings;
import org.tocsin.tracing.report.Words;
import org.tocsin.tracing.report.Yuan;
import org.tocsin.tracing.restitution.ReturnPlan;
import org.tocsin.tracing.statement.BadRow;
import org.tocsin.tracing.statement.Imported;
import org.tocsin.tracing.statement.StatementReport;

/** What the command says on the terminal. */
final class Console {
  private static final int ACCOUNTS = 20;
  private static final int BAD = 5;

  private final PrintStream out;
  private final ZoneId zone;

  Console(PrintStream out, ZoneId zone) {
    this.out = out;
    this.zone = zone;
  }

  private void print(String format, Object... values) {
    out.print(String.format(Locale.ROOT, format, values));
  }

  void imported(Imported imported) {
    for (StatementReport s : imported.statements()) {
      print(
          "%s: %d rows, %d bad%s%n",
          s.name(), s.rows(), s.badRows(), s.gaps() == 0 ? "" : ", 余额不连续 gaps " + s.gaps());
      if (s.mapping() != null) {
        print("%s", s.mapping().shown());
      }
      s.skipped()
          .forEach(
              (reason, count) -> print("       %s (%s): %d%n", reason.zh(), reason.en(), count));
      List<BadRow> bad = s.bad();
      bad.stream()
          .limit(BAD)
          .forEach(
              b ->
                  print(
                      "       第 %d 行: %s (%s): %s%n",
                      b.line(), b.reason().zh(), b.reason().en(), b.text()));
      if (s.badRows() > BAD) {
        print("       … %d more; --bad FILE writes them all%n", s.badRows() - BAD);
      }
    }
    if (imported.pairs() + imported.duplicates() > 0) {
      print(
          "双方银行都有的 (told by both banks): %d; 重复行 (repeated rows): %d%n",
          imported.pairs(), imported.duplicates());
    }
  }

  void result(Snapshot snapshot, TraceResult result) {
    Totals t = result.totals();
    print("%n%s (%s)%n", Words.rule(result.request().rule()), result.request().rule());
    print("  报案 reported   %18s%n", Yuan.of(t.reportedFen()));
    print("  在账 held       %18s%n", Yuan.of(t.heldFen()));
    print("  取现 cashed out %18s%n", Yuan.of(t.cashedOutFen()));
    print("  退回 returned   %18s%n", Yuan.of(t.returnedFen()));
    print("  机构 at hubs    %18s%n", Yuan.of(t.atHubsFen()));
    print("  零星 dust       %18s%n", Yuan.of(t.dustFen()));
    print(
        "%n  #  account                  tier          remaining                 between       first arrival%n");
    for (Holding h : result.accounts().stream().limit(ACCOUNTS).toList()) {
      String between =
          h.lowFen() == h.highFen() ? "" : Yuan.of(h.lowFen()) + " – " + Yuan.of(h.highFen());
      print(
          "%3d  %-24s %4d %18s  %22s  %s%s%n",
          h.rank(),
          snapshot.key(h.account()),
          h.tier(),
          Yuan.of(h.remainingFen()),
          between,
          Words.full(h.firstArrival(), zone),
          h.end() == End.HELD ? "" : "  " + h.end());
    }
    if (result.accounts().size() > ACCOUNTS) {
      print("     … %d more; --json FILE writes them all%n", result.accounts().size() - ACCOUNTS);
    }
  }

  void findings(Findings findings) {
    print(
        "%n特征 findings: %d (looked at %d accounts, passed over %d)%n",
        findings.findings().size(), findings.looked(), findings.passedOver());
    for (Finding f : findings.findings().stream().limit(ACCOUNTS).toList()) {
      print("  %-14s %s%n", f.kind().zh(), f.zh());
    }
  }

  void plan(@Nullable ReturnPlan plan) {
    if (plan == null) {
      return;
    }
    print(
        "%n资金返还建议 proposed return: %s%s%n",
        Yuan.of(plan.returnedFen()), plan.needsNotice() ? " (needs a public notice)" : "");
    plan.lines()
        .forEach(
            l ->
                print(
                    "  %s → %s  %s  %s: %s%n",
                    l.account(),
                    plan.losses().get(l.victim()).victim(),
                    Yuan.of(l.fen()),
                    l.method().zh(),
                    l.zh()));
  }
}
