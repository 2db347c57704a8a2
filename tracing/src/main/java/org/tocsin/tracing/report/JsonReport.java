package org.tocsin.tracing.report;

import org.tocsin.tracing.Cuts;
import org.tocsin.tracing.Flow;
import org.tocsin.tracing.Holding;
import org.tocsin.tracing.PaymentView;
import org.tocsin.tracing.ProofSheet;
import org.tocsin.tracing.Report;
import org.tocsin.tracing.Totals;
import org.tocsin.tracing.TraceRequest;
import org.tocsin.tracing.TraceResult;
import org.tocsin.tracing.finding.Finding;
import org.tocsin.tracing.restitution.ReturnLine;
import org.tocsin.tracing.restitution.ReturnPlan;
import org.tocsin.tracing.statement.StatementReport;

/**
 * A trace as JSON; {@code docs/tracing.md} describes the fields. Amounts are fen, instants ISO 8601
 * in UTC.
 */
public final class JsonReport {
  /** Sheets of proof are written for so many accounts; any other is a run away. */
  private static final int PROOFS = 200;

  private final TraceDocument document;
  private final JsonWriter json = new JsonWriter();

  private JsonReport(TraceDocument document) {
    this.document = document;
  }

  /** The whole document. */
  public static String of(TraceDocument document) {
    return new JsonReport(document).write();
  }

  private String write() {
    TraceResult result = document.result();
    TraceRequest request = result.request();
    json.open('{')
        .put("made", document.made().toString())
        .put("rule", request.rule().name())
        .put("opening", request.opening().name());
    if (request.until() != null) {
      json.put("until", request.until().toString());
    }
    json.put("hops", request.hops()).put("dust_below_fen", request.dustFen());
    reports(request);
    accounts(result);
    totals(result.totals());
    cuts(result.cuts());
    flows(result);
    proofs(result);
    otherRules();
    findings();
    plan();
    sources();
    return json.close('}').toString();
  }

  private void reports(TraceRequest request) {
    json.open("reports", '[');
    for (Report report : request.reports()) {
      PaymentView payment = document.snapshot().payment(report.paymentId());
      json.open('{')
          .put("payment", payment.id())
          .put("from", document.key(payment.from()))
          .put("to", document.key(payment.to()))
          .put("at", payment.at().toString())
          .put("amount_fen", payment.amountFen())
          .put("reported_fen", report.amountFen());
      rows(payment.id());
      json.close('}');
    }
    json.close(']');
  }

  private void rows(long payment) {
    json.open("rows", '[');
    document.book().rows(payment).forEach(json::item);
    json.close(']');
  }

  private void accounts(TraceResult result) {
    json.open("accounts", '[');
    for (Holding holding : result.accounts()) {
      String key = document.key(holding.account());
      json.open('{')
          .put("account", key)
          .put("tier", holding.tier())
          .put("remaining_fen", holding.remainingFen())
          .put("low_fen", holding.lowFen())
          .put("high_fen", holding.highFen())
          .put("end", holding.end().name())
          .put("rank", holding.rank())
          .put("stoppable_fen", holding.stoppableFen())
          .put("hours_to_leave", holding.hoursToLeave())
          .put("first_arrival", holding.firstArrival().toString())
          .put("last_arrival", holding.lastArrival().toString());
      if (document.book().ofStatements()) {
        json.put("statement", document.book().hasStatement(key));
      }
      json.close('}');
    }
    json.close(']');
  }

  private void totals(Totals totals) {
    json.open("totals", '{')
        .put("reported_fen", totals.reportedFen())
        .put("held_fen", totals.heldFen())
        .put("cashed_out_fen", totals.cashedOutFen())
        .put("returned_fen", totals.returnedFen())
        .put("at_hubs_fen", totals.atHubsFen())
        .put("dust_fen", totals.dustFen())
        .close('}');
  }

  private void cuts(Cuts cuts) {
    json.open("cuts", '{')
        .put("hop_limit_fen", cuts.hopLimitFen())
        .put("dust_fen", cuts.dustFen())
        .put("overlap_fen", cuts.overlapFen())
        .put("payments_after_window", cuts.paymentsAfterWindow())
        .open("hubs", '[');
    for (Cuts.HubCut hub : cuts.hubs()) {
      json.open('{')
          .put("account", document.key(hub.account()))
          .put("class", hub.type().name())
          .put("policy", hub.policy().name())
          .put("fen", hub.fen())
          .close('}');
    }
    json.close(']').close('}');
  }

  private void flows(TraceResult result) {
    json.open("flows", '[');
    for (Flow flow : result.flows()) {
      json.open('{')
          .put("payment", flow.paymentId())
          .put("report", flow.report())
          .put("from", document.key(flow.from()))
          .put("to", document.key(flow.to()))
          .put("at", flow.at().toString())
          .put("amount_fen", flow.amountFen())
          .put("traced_fen", flow.tracedFen())
          .put("tier", flow.tier());
      if (flow.end() != null) {
        json.put("end", flow.end().name());
      }
      json.put("dust", flow.dust());
      rows(flow.paymentId());
      json.close('}');
    }
    json.close(']');
  }

  private void proofs(TraceResult result) {
    json.open("proofs", '[');
    for (ProofSheet sheet : Proofs.of(result, PROOFS)) {
      json.open('{')
          .put("account", document.key(sheet.account()))
          .put("fen", sheet.fen())
          .open("lines", '[');
      for (ProofSheet.Line line : sheet.lines()) {
        json.open('{')
            .put("step", line.step())
            .put("payment", line.paymentId())
            .put("from", document.key(line.from()))
            .put("to", document.key(line.to()))
            .put("at", line.at().toString())
            .put("amount_fen", line.amountFen())
            .put("traced_fen", line.tracedFen())
            .put("balance_fen", line.balanceFen())
            .put("report", line.report())
            .close('}');
      }
      json.close(']').close('}');
    }
    json.close(']');
  }

  private void otherRules() {
    if (document.results().size() < 2) {
      return;
    }
    json.open("rules", '{');
    document
        .results()
        .forEach(
            (rule, result) -> {
              json.open(rule.name(), '{');
              accounts(result);
              totals(result.totals());
              json.close('}');
            });
    json.close('}');
  }

  private void findings() {
    if (document.findings() == null) {
      return;
    }
    json.open("findings", '[');
    for (Finding finding : document.findings().findings()) {
      json.open('{')
          .put("kind", finding.kind().name())
          .put("account", document.key(finding.account()))
          .put("fen", finding.fen())
          .put("from", finding.from().toString())
          .put("to", finding.to().toString())
          .put("zh", finding.zh())
          .put("en", finding.en())
          .open("payments", '[');
      finding.payments().forEach(json::item);
      json.close(']').close('}');
    }
    json.close(']');
  }

  private void plan() {
    ReturnPlan plan = document.plan();
    if (plan == null) {
      return;
    }
    json.open("return_plan", '{').put("needs_notice", plan.needsNotice()).open("lines", '[');
    for (ReturnLine line : plan.lines()) {
      json.open('{')
          .put("account", line.account())
          .put("victim", plan.losses().get(line.victim()).victim())
          .put("method", line.method().name())
          .put("fen", line.fen())
          .put("zh", line.zh())
          .put("en", line.en())
          .close('}');
    }
    json.close(']').open("remaining", '[');
    plan.remaining()
        .forEach(r -> json.open('{').put("account", r.account()).put("fen", r.fen()).close('}'));
    json.close(']').close('}');
  }

  private void sources() {
    json.open("files", '[');
    document
        .files()
        .forEach(
            f ->
                json.open('{')
                    .put("name", f.name())
                    .put("bytes", f.bytes())
                    .put("sha256", f.sha256())
                    .close('}'));
    json.close(']').open("statements", '[');
    for (StatementReport report : document.statements()) {
      json.open('{')
          .put("name", report.name())
          .put("rows", report.rows())
          .put("bad_rows", report.badRows())
          .put("gaps", report.gaps());
      if (report.mapping() != null) {
        json.open("columns", '{');
        report.mapping().columns().forEach((column, at) -> json.put(column.name(), at + 1L));
        json.close('}');
      }
      json.close('}');
    }
    json.close(']')
        .put("pairs_of_two_banks", document.pairs())
        .put("repeated_rows", document.duplicates());
  }
}
