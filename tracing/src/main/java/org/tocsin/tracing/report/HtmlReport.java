package org.tocsin.tracing.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.tocsin.tracing.Cuts;
import org.tocsin.tracing.End;
import org.tocsin.tracing.Holding;
import org.tocsin.tracing.Opening;
import org.tocsin.tracing.PaymentView;
import org.tocsin.tracing.Report;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.Totals;
import org.tocsin.tracing.TraceRequest;
import org.tocsin.tracing.TraceResult;

/**
 * A trace as one page that needs nothing else: sums, the flow as a picture, accounts, proof, and
 * what was not followed.
 */
public final class HtmlReport {
  private static final int MOST_ROWS = 500;

  private final TraceDocument document;
  private final TraceResult result;
  private final TraceRequest request;
  private final StringBuilder out = new StringBuilder();

  private HtmlReport(TraceDocument document) {
    this.document = document;
    result = document.result();
    request = result.request();
  }

  /** The whole page. */
  public static String of(TraceDocument document) {
    return new HtmlReport(document).write();
  }

  private String write() {
    out.append(
        "<!doctype html>\n<html lang=\"zh-CN\">\n<head>\n<meta charset=\"utf-8\">\n<meta name=\"viewport\" content=\"width=device-width\">\n");
    out.append("<title>资金追踪报告</title>\n<style>\n")
        .append(style())
        .append("</style>\n</head>\n<body>\n<main>\n");
    head();
    sums(result.totals());
    pictures();
    accounts();
    HtmlParts parts = new HtmlParts(document, out);
    if (document.results().size() > 1) {
      parts.comparison();
    }
    parts.proofs();
    cuts(result.cuts());
    parts.findings();
    parts.plan();
    parts.method();
    parts.sources();
    out.append("<footer>本报告由程序按所列流水和规则计算生成，供侦查和审查参考；追踪规则的结果是证据材料，不是法律结论。</footer>\n");
    return out.append("</main>\n</body>\n</html>\n").toString();
  }

  private static String style() {
    try (InputStream in = HtmlReport.class.getResourceAsStream("trace.css")) {
      if (in == null) {
        throw new IllegalStateException("trace.css is missing from the build");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private void head() {
    out.append("<h1>资金追踪报告</h1>\n<p class=\"soft\">规则：")
        .append(Words.rule(request.rule()))
        .append("；生成于 ")
        .append(Words.full(document.made(), document.zone()))
        .append("（")
        .append(document.zone())
        .append("）；金额单位：元</p>\n");
    var table = new Table("#序号", "@转账时间", "*付款账号（被害人）", "*收款账号", "#该笔金额", "#报案金额", "~流水出处");
    int number = 1;
    for (Report report : request.reports()) {
      PaymentView p = document.snapshot().payment(report.paymentId());
      table.row(
          number++,
          Words.full(p.at(), document.zone()),
          document.key(p.from()),
          document.key(p.to()),
          Yuan.of(p.amountFen()),
          Yuan.of(report.amountFen()),
          String.join("；", document.book().rows(p.id())));
    }
    out.append(table);
  }

  private void sums(Totals t) {
    out.append("<div class=\"sums\">");
    sum("报案金额", t.reportedFen(), false);
    sum("＝ 仍在账户上", t.heldFen(), true);
    sum("＋ 已取现", t.cashedOutFen(), false);
    sum("＋ 已退回被害人", t.returnedFen(), false);
    sum("＋ 进入商户、支付机构", t.atHubsFen(), false);
    sum("＋ 零星款（不再追）", t.dustFen(), false);
    out.append("</div>\n<p class=\"soft\">各项相加等于报案金额，精确到分。");
    if (request.rule() == Rule.REACH) {
      out.append("可达规则不划分金额，全部列为“仍在账户上”。");
    }
    if (result.cuts().overlapFen() > 0) {
      out.append("报案金额已扣除重复部分 ")
          .append(Yuan.of(result.cuts().overlapFen()))
          .append(" 元：一名被害人的钱又流进了另一笔被报案的转账。");
    }
    out.append("</p>\n");
  }

  private void sum(String label, long fen, boolean key) {
    out.append("<div")
        .append(key ? " class=\"key\"" : "")
        .append('>')
        .append(label)
        .append("<b>")
        .append(Yuan.of(fen))
        .append("</b></div>");
  }

  private void pictures() {
    var graph = new FlowGraph(result);
    out.append(
            "<h2>一、资金分层流向</h2>\n<div class=\"legend\"><span><i class=\"v\"></i>被害人</span><span><i></i>过手</span><span><i class=\"h\"></i>留存，可止付</span>")
        .append(
            "<span><i class=\"c\"></i>取现、商户、支付机构</span><span><i class=\"r\"></i>退回被害人</span><span><i class=\"q\"></i>合并或不再追</span></div>\n");
    out.append("<figure>")
        .append(new SankeyChart(graph, document::key, document.zone()).draw())
        .append("<figcaption>每列一级，列首为该级款项往来的起止时间；色带宽度与金额成正比，虚线为回流。");
    if (graph.gathered()) {
      out.append("金额较小的账户按级合并显示，下表列出全部。");
    }
    if (request.rule() == Rule.REACH) {
      out.append("可达规则下色带为各笔转账全额。");
    }
    out.append("</figcaption></figure>\n<h2>二、时间轴</h2>\n<figure>")
        .append(new TimeChart(graph, document::key, document.zone()).draw())
        .append(
            "<figcaption>横轴为时间（无往来的时段按对数压缩，刻度为准确时间）；横条粗细为该时刻账户上的涉案款，竖线为转账。</figcaption></figure>\n");
  }

  private void accounts() {
    out.append(
        "<h2>三、资金现在何处</h2>\n<p class=\"soft\">按“可止付金额 ×流失快慢”排序；流失快慢按窗口最后 24 小时的转出速度估计，只供安排先后。");
    out.append(request.opening() == Opening.BOTH ? "区间为两种期初口径的结果。" : "").append("</p>\n");
    boolean statements = document.book().ofStatements();
    var table =
        new Table(
            "#次序", "*账号", "层级", "去处", "#涉案金额", "#区间", "#可止付", "#预计流失", "@首次到账", "@最近到账", "下一步");
    int shown = 0;
    for (Holding h : result.accounts()) {
      if (shown++ == MOST_ROWS) {
        break;
      }
      String key = document.key(h.account());
      table.row(
          h.rank(),
          key,
          h.tier() == 0 ? "—" : Words.tier(h.tier()),
          Words.end(h.end()),
          Yuan.of(h.remainingFen()),
          h.lowFen() == h.highFen() ? "—" : Yuan.of(h.lowFen()) + " – " + Yuan.of(h.highFen()),
          h.end() == End.HELD ? Yuan.of(h.stoppableFen()) : "—",
          h.end() == End.HELD ? hours(h.hoursToLeave()) : "—",
          Words.full(h.firstArrival(), document.zone()),
          Words.full(h.lastArrival(), document.zone()),
          next(h, statements && !document.book().hasStatement(key)));
    }
    out.append(table);
    if (result.accounts().size() > MOST_ROWS) {
      out.append("<p>此处列出前 ")
          .append(MOST_ROWS)
          .append(" 个，共 ")
          .append(result.accounts().size())
          .append(" 个；全部见 JSON 文件。</p>\n");
    }
  }

  private static String hours(double hours) {
    return !Double.isFinite(hours) || hours > 9_999
        ? "未见转出"
        : hours < 1 ? Math.round(hours * 60) + " 分钟" : String.format(Locale.ROOT, "%.1f 小时", hours);
  }

  private static String next(Holding h, boolean blind) {
    return switch (h.end()) {
      case HELD -> blind ? "无该户流水，先调单再定" : "申请止付";
      case CASH -> "调取取款影像与网点";
      case HUB -> "向机构查询受益账户";
      case RETURNED -> "—";
    };
  }

  private void cuts(Cuts cuts) {
    out.append("<h2>五、未继续追踪的部分</h2>\n<ul>");
    out.append("<li>零星款（每笔低于 ")
        .append(Yuan.of(request.dustFen()))
        .append(" 元）：")
        .append(Yuan.of(cuts.dustFen()))
        .append(" 元</li>");
    out.append("<li>层数限制（")
        .append(request.hops() == 0 ? "不限" : request.hops() + " 层")
        .append("）：其中 ")
        .append(Yuan.of(cuts.hopLimitFen()))
        .append(" 元本会继续转出</li>");
    out.append("<li>时间窗口之后的流水：")
        .append(cuts.paymentsAfterWindow())
        .append(" 笔未看")
        .append(
            request.until() == null
                ? ""
                : "（窗口止于 " + Words.full(request.until(), document.zone()) + "）")
        .append("</li></ul>\n");
    if (!cuts.hubs().isEmpty()) {
      var table = new Table("*机构账号", "类别", "#金额", "处理");
      cuts.hubs()
          .forEach(
              h ->
                  table.row(
                      document.key(h.account()),
                      Words.type(h.type()),
                      Yuan.of(h.fen()),
                      Words.policy(h.policy())));
      out.append(table);
    }
  }
}
