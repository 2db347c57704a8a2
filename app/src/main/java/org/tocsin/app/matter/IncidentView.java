package org.tocsin.app.matter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.intake.Place;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.SignalId;
import org.tocsin.kernel.UnitId;

/**
 * An incident as every screen and list shows it, complete in one read. Where other incidents were
 * merged into this one, its calls, units and instants are those of all of them together.
 *
 * @param priority 1 (most urgent) to 4
 * @param nuisance closed as a nuisance call, kept apart in figures
 * @param agencyId the agency that answers for it
 * @param handover an offer to another agency that is not answered yet
 * @param late instants that were entered later than they happened
 * @param mergedInto the incident this one was merged into
 * @param callCount how many callers reported it
 * @param version the version a human edit must name; see {@link Incidents}
 */
public record IncidentView(
    MatterId id,
    String number,
    String typeCode,
    String typeNameZh,
    String typeNameEn,
    boolean help,
    int priority,
    IncidentState state,
    boolean nuisance,
    AgencyId agencyId,
    String agencyName,
    @Nullable Handover handover,
    String addressText,
    @Nullable Place place,
    String narrative,
    Map<String, String> answers,
    Instants instants,
    List<Late> late,
    @Nullable Closing disposition,
    @Nullable MatterId mergedInto,
    List<Call> calls,
    int callCount,
    List<Unit> units,
    @Nullable ExerciseId exerciseId,
    long version,
    Instant updatedAt,
    List<Overdue> overdue) {

  /** An unanswered offer of the incident to another agency. */
  public record Handover(AgencyId toAgencyId, String reason, Instant offeredAt, String by) {}

  /** One instant with both its times. */
  public record Late(String instant, Instant occurredAt, Instant enteredAt) {}

  /** How it was closed. */
  public record Closing(String code, String zh, String en, @Nullable String note) {}

  /** One caller; the number is masked. */
  public record Call(
      SignalId id, String number, @Nullable String callbackNumber, Instant receivedAt) {}

  /** One unit's task on it. */
  public record Unit(
      AssignmentId assignmentId, UnitId unitId, String callSign, TaskStatus status) {}

  /** A step that should have been done. */
  public record Overdue(String step, Instant since) {}

  /** Whether something is still to be done. */
  public boolean open() {
    return state != IncidentState.CLOSED && state != IncidentState.MERGED;
  }
}
