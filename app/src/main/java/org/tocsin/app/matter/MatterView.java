package org.tocsin.app.matter;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.OfficerId;

/**
 * A matter of a declared kind, complete in one read, as one person sees it.
 *
 * @param kindVersion the version of the declaration that it follows
 * @param number what people say aloud
 * @param state a state of the declaration
 * @param version raised by every change
 * @param agencyId the agency that handles it
 * @param raisedAgencyId the agency that raised it
 * @param handler the officer it is assigned to
 * @param dueAt the next due instant among its running clocks
 * @param fields values by field as the declaration types them; personal ones masked
 * @param masked the fields that are masked here; {@code reveal} shows one, with a ground
 * @param acts every transition that leaves from the state, and whether this person may do it
 * @param escalatedTo agencies above that were told of an overdue clock
 * @param mayAssign whether this person may give it to somebody
 * @param mayWork whether this person may link it and hand in proofs
 * @param raisedBy null where the system raised it
 */
public record MatterView(
    MatterId id,
    String kind,
    int kindVersion,
    Text kindNames,
    String number,
    String title,
    String state,
    Text stateNames,
    boolean closed,
    long version,
    AgencyId agencyId,
    String agencyName,
    AgencyId raisedAgencyId,
    @Nullable Handler handler,
    Instant raisedAt,
    @Nullable Handler raisedBy,
    @Nullable Instant closedAt,
    @Nullable Instant dueAt,
    @Nullable String dueClock,
    Map<String, @Nullable Object> fields,
    List<String> masked,
    List<ClockView> clocks,
    List<ProofView> proofs,
    List<LinkView> links,
    List<ActView> acts,
    List<PrintView> prints,
    List<AgencyId> escalatedTo,
    boolean mayAssign,
    boolean mayWork,
    @Nullable ExerciseId exerciseId) {
  public MatterView {
    fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    masked = List.copyOf(masked);
    clocks = List.copyOf(clocks);
    proofs = List.copyOf(proofs);
    links = List.copyOf(links);
    acts = List.copyOf(acts);
    prints = List.copyOf(prints);
    escalatedTo = List.copyOf(escalatedTo);
  }

  /** An officer: who raised it, who has it in hand. */
  public record Handler(OfficerId officerId, String name) {}

  /** How a clock stands. */
  public enum ClockStatus {
    RUNNING,
    PAUSED,
    /** Left in time. */
    MET,
    /** Left too late, ended by its default, or still overdue. */
    EXPIRED
  }

  /**
   * One clock.
   *
   * @param dueAt null while it is paused
   * @param overdue whether time is up and nobody has acted yet
   */
  public record ClockView(
      String name,
      Text names,
      ClockStatus state,
      boolean overdue,
      Instant startedAt,
      @Nullable Instant dueAt,
      @Nullable Instant warnAt,
      List<Pause> pauses,
      List<Extension> extensions,
      boolean mayPause,
      boolean mayResume,
      boolean mayExtend) {
    public ClockView {
      pauses = List.copyOf(pauses);
      extensions = List.copyOf(extensions);
    }
  }

  /** Time that did not count; {@code until} is null while it goes on. */
  public record Pause(Instant from, @Nullable Instant until, String reason, String by) {}

  /** More time, in the unit of the clock. */
  public record Extension(Instant at, int amount, String unit, String reason, String by) {}

  /**
   * One proof.
   *
   * @param kind {@code photo}, {@code document}, {@code signature}, {@code place-time}
   * @param contentType null for a stamp of place and time
   * @param takenAt as its maker says; {@code receivedAt} is when it came in
   * @param transition the act it was handed in with; null while it waits
   * @param available whether its bytes are still kept
   */
  public record ProofView(
      ProofId id,
      String kind,
      String name,
      @Nullable String contentType,
      long size,
      @Nullable String sha256,
      @Nullable Instant takenAt,
      Instant receivedAt,
      @Nullable Spot place,
      String by,
      @Nullable String transition,
      boolean available) {}

  /** A place: degrees, WGS-84. */
  public record Spot(double lat, double lon) {}

  /**
   * A link, seen from here.
   *
   * @param incoming whether the other one links here
   * @param matterId null where the other one is an incident
   * @param kind of the other one; {@code incident} for incidents
   */
  public record LinkView(
      String name,
      Text names,
      boolean incoming,
      @Nullable MatterId matterId,
      @Nullable MatterId incidentId,
      String kind,
      Text kindNames,
      String number,
      String title,
      String state,
      Text stateNames,
      boolean closed) {}

  /**
   * One transition from the present state.
   *
   * @param allowed whether this person may do it once fields and proof are there
   * @param why why not
   * @param asks the fields it asks
   * @param reason whether a reason must be given
   * @param handOver whether it may name another handling agency
   */
  public record ActView(
      String transition,
      Text names,
      String to,
      Text toNames,
      boolean allowed,
      @Nullable Why why,
      List<String> asks,
      List<Needed> proof,
      boolean reason,
      boolean handOver,
      @Nullable Text hint) {
    public ActView {
      asks = List.copyOf(asks);
      proof = List.copyOf(proof);
    }
  }

  /** A refusal in the language of the request. */
  public record Why(String code, String title, String detail) {}

  /** Proof that an act wants. */
  public record Needed(String kind, int min) {}

  /**
   * A printed form.
   *
   * @param allowed whether it may be printed in this state
   * @param number given with the first print; null before, and for forms without numbers
   */
  public record PrintView(
      String form,
      Text names,
      boolean allowed,
      @Nullable String number,
      @Nullable Instant printedAt,
      int copies) {}
}
