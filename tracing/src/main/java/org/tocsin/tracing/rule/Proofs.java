package org.tocsin.tracing.rule;

import java.util.ArrayList;
import java.util.List;
import org.tocsin.tracing.ProofSheet;

/** Finds the rows of a table that brought traced money to an account. */
abstract class Proofs {
  final FlowTable table;

  Proofs(FlowTable table) {
    this.table = table;
  }

  /** Sets how much each row carried towards the account. */
  abstract void mark(int account, byte end, int rows, long[] carried);

  /** Whether a row's first column is a place in the payment rather than money on the sender. */
  abstract boolean placed();

  final ProofSheet of(Held at, int rows, Setting setting) {
    long[] carried = new long[rows];
    mark(at.account, Ends.code(at.end), rows, carried);
    List<Integer> marked = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      if (carried[row] > 0) {
        marked.add(row);
      }
    }
    marked.sort((a, b) -> Long.compare(table.id[a], table.id[b]));
    List<ProofSheet.Line> lines = new ArrayList<>(marked.size());
    for (int row : marked) {
      lines.add(line(row, lines.size() + 1, carried[row], setting));
    }
    return new ProofSheet(at.account, at.total(), setting.request.rule(), lines);
  }

  private ProofSheet.Line line(int row, int step, long fen, Setting setting) {
    return new ProofSheet.Line(
        step,
        table.id[row],
        table.from[row],
        table.to[row],
        table.amount[row],
        fen,
        placed() ? table.first[row] : -1,
        table.bal[row],
        placed() ? -1 : table.first[row],
        setting.snapshot.at(table.id[row]),
        report(row));
  }

  /** Report of a row; -1 where it carried money of several. */
  private int report(int row) {
    if (table.shares == 1) {
      return table.report[row];
    }
    int only = -1;
    for (int label = 0; label < table.shares; label++) {
      if (table.carried(row, label) > 0) {
        if (only >= 0) {
          return -1;
        }
        only = label;
      }
    }
    return only;
  }
}
