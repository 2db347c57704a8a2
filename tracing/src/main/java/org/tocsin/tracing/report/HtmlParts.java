package org.tocsin.tracing.report;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import org.tocsin.tracing.End;
import org.tocsin.tracing.Holding;
import org.tocsin.tracing.ProofSheet;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.TraceRequest;
import org.tocsin.tracing.TraceResult;
import org.tocsin.tracing.finding.Finding;
import org.tocsin.tracing.finding.Findings;
import org.tocsin.tracing.restitution.ReturnPlan;
import org.tocsin.tracing.statement.StatementReport;

/**
 * The later parts of the page: rules side by side, proof, findings, return of funds, method and
 * sources.
 */
final class HtmlParts {
  private static final int PROOFS = 12;
  private static final int LINES = 60;
  private static final int FINDINGS = 60;
  private static final int COMPARED = 40;

  private final TraceDocument document;
  private final StringBuilder out;

  HtmlParts(TraceDocument document, StringBuilder out) {
    this.document = document;
    this.out = out;
  }

  /** The same accounts under every rule. */
  void comparison() {
    out.append(
        "<h2>各规则对照</h2>\n<p class=\"soft\">同一问题按不同规则的留存金额。规则之间结论不同，说明该账户的金额取决于法律上采用哪种规则。</p>\n");
    Map<Integer, long[]> held = new LinkedHashMap<>();
    int column = 0;
    int rules = document.results().size();
    for (TraceResult result : document.results().values()) {
      for (Holding h : result.accounts()) {
        if (h.end() == End.HELD) {
          held.computeIfAbsent(h.account(), a -> new long[rules])[column] =
              result.request().rule() == Rule.REACH ? h.highFen() : h.remainingFen();
        }
      }
      column++;
    }
    var headings = new String[rules + 1];
    headings[0] = "*账号";
    int i = 1;
    for (Rule rule : document.results().keySet()) {
      headings[i++] = "#" + Words.rule(rule) + (rule == Rule.REACH ? "上限" : "");
    }
    var table = new Table(headings);
    held.values().removeIf(row -> Arrays.stream(row).allMatch(fen -> fen == 0));
    held.entrySet().stream()
        .limit(COMPARED)
        .forEach(
            e -> {
              var cells = new Object[rules + 1];
              cells[0] = document.key(e.getKey());
              for (int c = 0; c < rules; c++) {
                cells[c + 1] = e.getValue()[c] == 0 ? "—" : Yuan.of(e.getValue()[c]);
              }
              table.row(cells);
            });
    out.append(table);
    if (held.size() > COMPARED) {
      out.append("<p>列出前 ")
          .append(COMPARED)
          .append(" 个，共 ")
          .append(held.size())
          .append(" 个；全部见 JSON 文件。</p>\n");
    }
  }

  void proofs() {
    out.append(
        "<h2>四、证明表</h2>\n<p class=\"soft\">每个账户上的涉案款是由哪些转账一笔一笔带来的。“转出前余额”和“其中涉案”可与银行流水逐笔核对。</p>\n");
    for (ProofSheet sheet : Proofs.of(document.result(), PROOFS)) {
      out.append("<h3>")
          .append(Words.escape(document.key(sheet.account())))
          .append("：")
          .append(Yuan.of(sheet.fen()))
          .append(" 元</h3>\n");
      var table =
          new Table("#步", "@时间", "*付款账号", "*收款账号", "#该笔金额", "#其中到此户的涉案款", "#转出前余额", "#报案", "~流水出处");
      sheet.lines().stream()
          .limit(LINES)
          .forEach(
              l ->
                  table.row(
                      l.step(),
                      Words.full(l.at(), document.zone()),
                      document.key(l.from()),
                      document.key(l.to()),
                      Yuan.of(l.amountFen()),
                      Yuan.of(l.tracedFen()),
                      Yuan.of(l.balanceFen()),
                      l.report() + 1,
                      String.join("；", document.book().rows(l.paymentId()))));
      out.append(table);
      if (sheet.lines().size() > LINES) {
        out.append("<p>列出前 ")
            .append(LINES)
            .append(" 步，共 ")
            .append(sheet.lines().size())
            .append(" 步；全部见 JSON 文件。</p>\n");
      }
    }
  }

  void findings() {
    Findings findings = document.findings();
    if (findings == null) {
      return;
    }
    out.append("<h2>六、值得核查的账户特征</h2>\n<p class=\"soft\">针对账户，不针对人；只是核查的理由，不是判断。查看了 ")
        .append(findings.looked())
        .append(" 个账户，另有 ")
        .append(findings.passedOver())
        .append(" 个因是机构账户或往来过多而未查看。</p>\n");
    if (findings.findings().isEmpty()) {
      out.append("<p>未发现。</p>\n");
      return;
    }
    var table = new Table("特征", "说明", "#金额", "@起", "@止", "#笔数");
    for (Finding f : findings.findings().stream().limit(FINDINGS).toList()) {
      table.row(
          f.kind().zh(),
          f.zh(),
          Yuan.of(f.fen()),
          Words.full(f.from(), document.zone()),
          Words.full(f.to(), document.zone()),
          f.payments().size());
    }
    out.append(table);
    if (findings.findings().size() > FINDINGS) {
      out.append("<p>列出前 ")
          .append(FINDINGS)
          .append(" 项，共 ")
          .append(findings.findings().size())
          .append(" 项；全部见 JSON 文件。</p>\n");
    }
  }

  void plan() {
    ReturnPlan plan = document.plan();
    if (plan == null) {
      return;
    }
    out.append("<h2>七、资金返还方案（建议）</h2>\n<p>拟返还 ")
        .append(Yuan.of(plan.returnedFen()))
        .append(" 元。")
        .append(plan.needsNotice() ? "含按比例返还，须公告并留出异议期。" : "")
        .append("须两名民警签字并经批准；拟订人不得批准。</p>\n");
    var table = new Table("*冻结账号", "*被害人", "方式", "#金额", "计算");
    plan.lines()
        .forEach(
            l ->
                table.row(
                    l.account(),
                    plan.losses().get(l.victim()).victim(),
                    l.method().zh(),
                    Yuan.of(l.fen()),
                    l.zh()));
    out.append(table);
    var left = new Table("*冻结账号", "#冻结", "#继续冻结");
    for (int i = 0; i < plan.frozen().size(); i++) {
      left.row(
          plan.frozen().get(i).account(),
          Yuan.of(plan.frozen().get(i).fen()),
          Yuan.of(plan.remaining().get(i).fen()));
    }
    var owed = new Table("*被害人", "#损失", "#以前已返还", "#仍欠");
    for (int v = 0; v < plan.losses().size(); v++) {
      owed.row(
          plan.losses().get(v).victim(),
          Yuan.of(plan.losses().get(v).lostFen()),
          Yuan.of(plan.losses().get(v).returnedFen()),
          Yuan.of(plan.openFen().get(v)));
    }
    out.append(left).append(owed);
  }

  void method() {
    TraceRequest request = document.result().request();
    out.append("<h2>方法与口径</h2>\n<ul>");
    document
        .results()
        .keySet()
        .forEach(
            rule ->
                out.append("<li>")
                    .append(Words.rule(rule))
                    .append("：")
                    .append(Words.meaning(rule))
                    .append("</li>"));
    out.append("<li>只追到账之后发生的转账；同一时刻按银行流水号排序，流水号相同按文件中的先后。</li>");
    out.append("<li>").append(Words.opening(request.opening())).append("。</li>");
    request
        .hubs()
        .forEach(
            (type, policy) ->
                out.append("<li>")
                    .append(Words.type(type))
                    .append("账户：")
                    .append(Words.policy(policy))
                    .append("</li>"));
    out.append("</ul>\n");
  }

  void sources() {
    out.append("<h2>流水来源</h2>\n");
    var files = new Table("*文件", "#字节", "~SHA-256");
    document.files().forEach(f -> files.row(f.name(), f.bytes(), f.sha256()));
    out.append(files);
    var tables = new Table("*流水", "#读入", "#有问题", "#合计页脚等", "#余额不连续");
    for (StatementReport s : document.statements()) {
      tables.row(
          s.name(),
          s.rows(),
          s.badRows(),
          s.skipped().values().stream().mapToInt(Integer::intValue).sum(),
          s.gaps());
    }
    out.append(tables)
        .append("<p class=\"soft\">双方银行都记载的转账 ")
        .append(document.pairs())
        .append(" 笔，已合并，两处出处都保留；重复送达的行 ")
        .append(document.duplicates())
        .append(" 行。</p>\n");
  }
}
