package org.tocsin.tracing.report;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.tracing.End;
import org.tocsin.tracing.Holding;
import org.tocsin.tracing.ProofSheet;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.TraceResult;

/** The sheets of proof that a report shows. */
final class Proofs {
  private Proofs() {}

  /** Of the accounts that hold money, the most urgent first; reachability proves no amounts. */
  static List<ProofSheet> of(TraceResult result, int most) {
    var sheets = new ArrayList<ProofSheet>();
    if (result.request().rule() == Rule.REACH) {
      return sheets;
    }
    for (Holding holding : result.accounts()) {
      if (sheets.size() == most) {
        break;
      }
      if (holding.end() == End.HELD && holding.remainingFen() > 0) {
        sheets.add(result.proof(holding.account()));
      }
    }
    return sheets;
  }
}
