package org.tocsin.tracing.store;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.tracing.Payment;
import org.tocsin.tracing.Snapshot;

/** The derived columns the slow way: all payments sorted, then one walk with sums in maps. */
final class PlainLedger {
  private final List<Payment> payments = new ArrayList<>();
  private final Map<String, Long> openings = new HashMap<>();

  void add(List<Payment> more) {
    payments.addAll(more);
  }

  void remove(Payment payment) {
    payments.remove(payment);
  }

  void opening(String account, long fen) {
    openings.put(account, fen);
  }

  /** Every payment in order, as text. */
  List<String> lines() {
    List<Payment> sorted = new ArrayList<>(payments);
    sorted.sort(
        (a, b) ->
            !a.at().equals(b.at())
                ? a.at().compareTo(b.at())
                : a.serial().length() != b.serial().length()
                    ? a.serial().length() - b.serial().length()
                    : a.serial().compareTo(b.serial()));
    Map<String, Long> in = new HashMap<>(openings);
    Map<String, Long> out = new HashMap<>();
    List<String> lines = new ArrayList<>();
    for (Payment p : sorted) {
      long paid = out.getOrDefault(p.from(), 0L);
      long balance = Math.max(p.amountFen(), in.getOrDefault(p.from(), 0L) - paid);
      in.put(p.from(), balance + paid);
      out.put(p.from(), paid + p.amountFen());
      long before = in.getOrDefault(p.to(), 0L);
      in.put(p.to(), before + p.amountFen());
      lines.add(
          line(
              lines.size(),
              p.from(),
              p.to(),
              p.amountFen(),
              p.at().toEpochMilli(),
              paid,
              before,
              balance,
              p.serial(),
              p.order()));
    }
    return lines;
  }

  /** The same of a snapshot. */
  static List<String> lines(Snapshot snapshot) {
    String[] lines = new String[(int) snapshot.payments()];
    snapshot.forEach(
        (id, from, to, amount, at, outPos, inPos, bal) ->
            lines[(int) id] =
                line(
                    id,
                    snapshot.key(from),
                    snapshot.key(to),
                    amount,
                    at,
                    outPos,
                    inPos,
                    bal,
                    snapshot.serial(id),
                    snapshot.order(id)));
    return List.of(lines);
  }

  private static String line(
      long id,
      String from,
      String to,
      long amount,
      long at,
      long outPos,
      long inPos,
      long bal,
      String serial,
      String order) {
    return "#%d %s -%d-> %s at %d out %d in %d bal %d '%s' '%s'"
        .formatted(id, from, amount, to, at, outPos, inPos, bal, serial, order);
  }
}
