package org.tocsin.tracing;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.tracing.rule.Running;

/**
 * A trace that is kept up to date while payments come in. Payments at the end are taken in from
 * where the trace stood; where late or corrected payments changed the past it starts anew, with its
 * reported payments found again by what the bank said of them. Not thread-safe.
 */
public final class StandingTrace {
  private final List<Reported> reported = new ArrayList<>();
  private TraceRequest request;
  private Running running;

  /** A reported payment by its values, and which one it is of payments that are just alike. */
  private record Reported(PaymentView payment, int place, long fen) {
    Report in(Snapshot snapshot) {
      List<PaymentView> alike = alike(snapshot, payment);
      if (place >= alike.size()) {
        throw new IllegalArgumentException(
            "the reported payment is no longer in the ledger: " + payment);
      }
      return new Report(payment.from(), alike.get(place).id(), fen);
    }

    static List<PaymentView> alike(Snapshot snapshot, PaymentView payment) {
      return snapshot
          .locate(payment.from(), payment.to(), payment.amountFen(), payment.at(), Duration.ZERO)
          .stream()
          .filter(other -> other.serial().equals(payment.serial()))
          .filter(other -> other.order().equals(payment.order()))
          .toList();
    }
  }

  /** Traces what there is. */
  public StandingTrace(Snapshot snapshot, TraceRequest request) {
    this.request = request;
    this.running = new Running(snapshot, request);
    for (Report report : request.reports()) {
      reported.add(reported(snapshot, report));
    }
  }

  private static Reported reported(Snapshot snapshot, Report report) {
    OutCursor cursor = snapshot.outs();
    cursor.seekId(report.from(), report.paymentId());
    List<PaymentView> near =
        snapshot.locate(
            report.from(), cursor.to(), cursor.amount(), snapshot.at(cursor.id()), Duration.ZERO);
    PaymentView payment =
        near.stream().filter(one -> one.id() == report.paymentId()).findFirst().orElseThrow();
    return new Reported(
        payment, Reported.alike(snapshot, payment).indexOf(payment), report.amountFen());
  }

  /** What was found up to the newest snapshot given. */
  public TraceResult result() {
    return running.result();
  }

  /**
   * Takes in the payments of a newer snapshot; earlier results must not be read any more.
   *
   * @throws IllegalArgumentException where a reported payment was taken back
   */
  public TraceResult update(Snapshot newer) {
    if (running.canResume(newer)) {
      return running.resume(newer);
    }
    if (!running.sameIds(newer)) {
      List<Report> reports = reported.stream().map(one -> one.in(newer)).toList();
      request =
          new TraceRequest(
              reports,
              request.rule(),
              request.until(),
              request.hops(),
              request.dustFen(),
              request.hubs(),
              request.opening());
    }
    running = new Running(newer, request);
    return running.result();
  }
}
