package org.tocsin.tracing.oracle;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.End;
import org.tocsin.tracing.HubPolicy;
import org.tocsin.tracing.Opening;
import org.tocsin.tracing.Report;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.oracle.SmallLedger.Pay;

/**
 * First in, first out and last in, first out with every fen a thing of its own that lies on an
 * account's list, the oldest first.
 */
final class FenOracle {
  /** A fen of nobody's report. */
  private static final Fen CLEAN = new Fen(-1, List.of());

  /** One fen of a report and the payments it came by. */
  private record Fen(int report, List<Integer> path) {
    boolean traced() {
      return report >= 0;
    }

    Fen by(int payment) {
      var longer = new ArrayList<>(path);
      longer.add(payment);
      return new Fen(report, longer);
    }
  }

  private final SmallLedger ledger;
  private final Rule rule;
  private final Outcome outcome = new Outcome();
  private final List<List<Fen>> accounts = new ArrayList<>();
  private final Map<String, List<Fen>> passing = new HashMap<>();

  private FenOracle(SmallLedger ledger, Rule rule) {
    this.ledger = ledger;
    this.rule = rule;
  }

  static Outcome trace(SmallLedger ledger, Rule rule, Opening opening) {
    return new FenOracle(ledger, rule).run(opening);
  }

  private Outcome run(Opening convention) {
    for (int account = 0; account < ledger.types().size(); account++) {
      long opening = Math.max(0, ledger.openings().get(account));
      if (convention == Opening.OPENING_FIRST) {
        opening += Shortage.of(ledger, account);
      }
      accounts.add(new ArrayList<>(Collections.nCopies((int) opening, CLEAN)));
    }
    List<Pay> payments = ledger.window();
    for (int id = 0; id < payments.size(); id++) {
      pay(id, payments.get(id));
    }
    for (int account = 0; account < accounts.size(); account++) {
      outcome.rests(account, End.HELD, accounts.get(account).stream().filter(Fen::traced).count());
    }
    passing.forEach(
        (hub, fens) -> outcome.rests(Integer.parseInt(hub.split("/", 2)[0]), End.HUB, fens.size()));
    return outcome;
  }

  private void pay(int id, Pay payment) {
    List<Fen> moved = take(payment);
    holdThoseTooFar(payment, moved);
    fromOrders(payment, moved);
    int report = reportOf(id);
    if (report >= 0) {
      int fen = (int) ledger.reported().get(report).amountFen();
      outcome.reported += fen;
      for (int i = 0; i < fen; i++) {
        outcome.overlap += moved.get(i).traced() ? 1 : 0;
        moved.set(i, new Fen(report, List.of()));
      }
    }
    arrive(id, payment, moved);
  }

  /**
   * Takes the payment's fen off the sender, the oldest of them first; what is missing comes in as
   * new unknown money.
   */
  private List<Fen> take(Pay payment) {
    List<Fen> account = accounts.get(payment.from());
    while (account.size() < payment.fen()) {
      account.add(CLEAN);
    }
    int first = rule == Rule.FIFO ? 0 : account.size() - payment.fen();
    List<Fen> slice = account.subList(first, first + payment.fen());
    var moved = new ArrayList<>(slice);
    slice.clear();
    return moved;
  }

  /** Fen that came as many payments deep as is followed stay counted where they are. */
  private void holdThoseTooFar(Pay payment, List<Fen> moved) {
    int hops = ledger.limits().hops();
    for (int i = 0; i < moved.size(); i++) {
      if (hops > 0 && moved.get(i).traced() && moved.get(i).path().size() >= hops) {
        outcome.rests(payment.from(), End.HELD, 1);
        outcome.beyondHops++;
        moved.set(i, CLEAN);
      }
    }
  }

  /**
   * At a hub that money passes by order number, traced fen wait for a payment of their order and
   * are its first fen.
   */
  private void fromOrders(Pay payment, List<Fen> moved) {
    List<Fen> waiting = passing.get(payment.from() + "/" + payment.order());
    if (waiting == null || payment.order().isEmpty()) {
      return;
    }
    int at = 0;
    var left = new ArrayList<Fen>();
    for (Fen fen : waiting) {
      boolean far = ledger.limits().hops() > 0 && fen.path().size() >= ledger.limits().hops();
      if (at < moved.size() && !far) {
        moved.set(at++, fen);
      } else {
        left.add(fen);
      }
    }
    waiting.clear();
    waiting.addAll(left);
  }

  private int reportOf(int id) {
    List<Report> reports = ledger.reported();
    for (int i = 0; i < reports.size(); i++) {
      if (reports.get(i).paymentId() == id) {
        return i;
      }
    }
    return -1;
  }

  private void arrive(int id, Pay payment, List<Fen> moved) {
    Map<Fen, List<Integer>> pieces = new LinkedHashMap<>();
    for (int i = 0; i < moved.size(); i++) {
      if (moved.get(i).traced()) {
        pieces.computeIfAbsent(moved.get(i), piece -> new ArrayList<>()).add(i);
      }
    }
    pieces.forEach(
        (piece, places) -> {
          boolean ended = ends(id, payment, piece, places.size());
          for (int place : places) {
            moved.set(place, ended ? CLEAN : piece.by(id));
          }
        });
    accounts.get(payment.to()).addAll(moved);
  }

  private boolean ends(int id, Pay payment, Fen piece, int fen) {
    int victim =
        ledger.ordered().get((int) ledger.reported().get(piece.report()).paymentId()).from();
    AccountClass type = ledger.types().get(payment.to());
    HubPolicy policy = ledger.limits().hubs().getOrDefault(type, HubPolicy.FOLLOW);
    boolean first = piece.path().isEmpty();
    outcome.carries(id, piece.report(), fen);
    if (payment.to() == victim) {
      outcome.rests(payment.to(), End.RETURNED, fen);
      outcome.arrives(payment.to(), piece.path().size() + 1);
    } else if (type == AccountClass.CASH) {
      outcome.rests(payment.to(), End.CASH, fen);
      outcome.arrives(payment.to(), piece.path().size() + 1);
    } else if (policy == HubPolicy.STOP) {
      outcome.rests(payment.to(), End.HUB, fen);
      outcome.arrives(payment.to(), piece.path().size() + 1);
    } else if (policy == HubPolicy.PASS_THROUGH) {
      List<Fen> waiting =
          passing.computeIfAbsent(payment.to() + "/" + payment.order(), key -> new ArrayList<>());
      for (int i = 0; i < fen; i++) {
        waiting.add(piece.by(id));
      }
      outcome.arrives(payment.to(), piece.path().size() + 1);
    } else if (!first && fen < ledger.limits().dust()) {
      outcome.dust += fen;
      return true;
    } else {
      outcome.arrives(payment.to(), piece.path().size() + 1);
      return false;
    }
    return true;
  }
}
