package org.tocsin.app.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.UnitId;

/**
 * Front door to orders (派警) and to what units report. Every method is one transaction together with
 * what the incident learns from it.
 */
public interface Orders {
  /**
   * Who is to go where.
   *
   * @param reason why, asked for at high priorities when others than the recommended are sent
   * @param allowBusy the dispatcher knows that a unit has other work and sends it all the same
   */
  record Order(MatterId incident, List<UnitId> units, @Nullable String reason, boolean allowBusy) {
    public Order {
      units = List.copyOf(units);
    }
  }

  /**
   * Sends units: all of them or none.
   *
   * @param key idempotency key
   * @throws org.tocsin.app.foundation.Problem UNIT_BUSY naming the other incident and who ordered
   *     it, UNIT_ALREADY_SENT, UNIT_OUT_OF_SERVICE, REASON_NEEDED, NOT_FOUND for units out of scope
   */
  List<AssignmentView> order(Order order, @Nullable String key);

  /**
   * Withdraws an order and sends the unit elsewhere, in one step.
   *
   * @return the new order
   */
  AssignmentView divert(AssignmentId id, MatterId to, String reason, @Nullable String key);

  /** Withdraws an order. */
  AssignmentView cancel(AssignmentId id, String reason);

  /**
   * Reports a step.
   *
   * @param occurredAt when it happened, now if null; earlier than now is a late entry. With it a
   *     step that was skipped may be told afterwards, which fills its instant and moves nothing.
   * @throws org.tocsin.app.foundation.Problem ILLEGAL_TRANSITION, INVALID
   */
  AssignmentView report(
      AssignmentId id, AssignmentStatus status, @Nullable Instant occurredAt, @Nullable String key);

  /** Reports what the unit found and did (处警反馈). */
  AssignmentView feedback(
      AssignmentId id,
      String text,
      @Nullable String dispositionCode,
      @Nullable Instant occurredAt,
      @Nullable String key);

  /** The unit on scene says that it is well. */
  AssignmentView checkIn(AssignmentId id);

  /** The assignments of an incident in scope, in order of dispatch. */
  List<AssignmentView> of(MatterId incident);
}
