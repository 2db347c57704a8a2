package org.tocsin.app.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.IncidentState;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.UnitId;

/**
 * The hand-over of a watch (交接班): what the outgoing officer wrote, how things stood at that moment,
 * and who took over when. Nothing of it is ever changed.
 *
 * @param offeredById the outgoing officer, who cannot be the incoming one
 * @param answer null while it waits
 * @param version 1 while it waits, 2 afterwards
 */
public record ShiftHandover(
    ShiftHandoverId id,
    AgencyId agencyId,
    String notes,
    Snapshot snapshot,
    Instant offeredAt,
    String offeredBy,
    String offeredById,
    @Nullable Answer answer,
    @Nullable ExerciseId exerciseId,
    long version) {

  /**
   * How things stood.
   *
   * @param openCount all open incidents, also those that do not stand in {@code open}
   * @param open the most urgent and oldest first, at most 200
   */
  public record Snapshot(
      Instant asOf,
      Text dutyLevel,
      @Nullable Instant dutyLevelUntil,
      long openCount,
      List<Open> open,
      List<Out> outOfService,
      List<Overdue> overdue) {
    public Snapshot {
      open = List.copyOf(open);
      outOfService = List.copyOf(outOfService);
      overdue = List.copyOf(overdue);
    }
  }

  /** An open incident as it was. */
  public record Open(
      MatterId id,
      String number,
      int priority,
      IncidentState state,
      Text type,
      String place,
      Instant receivedAt,
      int units) {}

  /** A unit that could not be sent. */
  public record Out(
      UnitId id, String callSign, String reason, Instant since, @Nullable Instant until) {}

  /** A step that was overdue. */
  public record Overdue(
      Text step,
      String about,
      @Nullable MatterId incidentId,
      @Nullable String incidentNumber,
      Instant since) {}

  /**
   * How it ended.
   *
   * @param accepted taken over; else withdrawn by who offered it
   */
  public record Answer(
      boolean accepted, @Nullable String remark, Instant answeredAt, String answeredBy) {}
}
