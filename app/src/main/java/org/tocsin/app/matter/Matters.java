package org.tocsin.app.matter;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.OfficerId;

/**
 * Front door to matters of declared kinds. A matter is in sight when the scope covers the agency
 * that handles or raised it, or the actor has it in hand; with MATTER_READ_OWN only, when the actor
 * raised it or has it in hand. Reading needs MATTER_READ or MATTER_READ_OWN, all else MATTER_WORK;
 * beyond that the declaration says who may do what.
 *
 * <p>Every act names the version that was seen and is refused as STALE where another person or a
 * default was faster. Only officers raise and act (OFFICER_NEEDED).
 */
public interface Matters {
  /**
   * A new matter.
   *
   * @param agencyId the agency that is to handle it; null for the actor's own
   * @param proofIds proofs handed in before, by the same person
   * @param place where the actor stands: counts as a stamp of place and time
   */
  record NewMatter(
      String kind,
      @Nullable AgencyId agencyId,
      Map<String, @Nullable Object> fields,
      List<NewLink> links,
      List<ProofId> proofIds,
      MatterView.@Nullable Spot place) {
    public NewMatter {
      links = List.copyOf(links);
      proofIds = List.copyOf(proofIds);
    }
  }

  /** A link to make. */
  record NewLink(String name, MatterId toMatterId) {}

  /**
   * An act.
   *
   * @param claimedAt when it was done, where it is entered late; both instants are kept
   * @param toAgencyId the new handling agency, for a transition that hands over
   */
  record NewAct(
      long version,
      String transition,
      Map<String, @Nullable Object> fields,
      List<ProofId> proofIds,
      @Nullable String reason,
      @Nullable Instant claimedAt,
      MatterView.@Nullable Spot place,
      @Nullable AgencyId toAgencyId) {
    public NewAct {
      proofIds = List.copyOf(proofIds);
    }
  }

  /** What is to be done with a clock. */
  enum ClockAct {
    PAUSE,
    RESUME,
    EXTEND
  }

  /**
   * A change of a clock.
   *
   * @param until for PAUSE when it ends by itself at the latest; for EXTEND the new due instant,
   *     from which the amount is counted
   * @param amount for EXTEND how much, in the unit of the clock, in place of {@code until}
   */
  record ClockChange(
      long version, String reason, @Nullable Instant until, @Nullable Integer amount) {}

  /** How a due instant comes about. */
  record DueReckoning(@Nullable Instant dueAt, List<Line> lines) {
    /** One line of it. */
    public record Line(Instant at, Text text) {}
  }

  /** One of many to assign. */
  record Versioned(MatterId id, long version) {}

  /** How one of many went: its new version, or what was refused. */
  record Assigned(MatterId id, @Nullable Long version, MatterView.@Nullable Why problem) {}

  /** How many went. */
  record AllAssigned(List<Assigned> items) {
    public AllAssigned {
      items = List.copyOf(items);
    }
  }

  /** One personal value, shown. */
  record Revealed(String field, @Nullable Object value) {}

  /** A finished document. */
  record Printed(String fileName, byte[] pdf) {}

  /** Raises a matter. */
  MatterView raise(NewMatter matter, @Nullable String key);

  /** The matter, or a 404 problem. */
  MatterView get(MatterId id);

  /**
   * Its timeline, newest first.
   *
   * @param before a line's place: only what stands before it; null from the newest
   */
  Page<MatterEntry> timeline(MatterId id, @Nullable Long before, int limit);

  /** Does a transition. */
  MatterView act(MatterId id, NewAct act, @Nullable String key);

  /**
   * Shows a personal value to someone who has to act on the matter now; audited with the ground.
   */
  Revealed reveal(MatterId id, String field, String ground);

  /** Pauses, resumes or extends a clock. */
  MatterView clock(
      MatterId id, String clock, ClockAct act, ClockChange change, @Nullable String key);

  /** How the due instant of a clock comes about. */
  DueReckoning reckoning(MatterId id, String clock);

  /**
   * Gives it to an officer of the handling agency, or to another agency within the scope.
   *
   * @param officer null for nobody
   * @param agency null to leave it where it is
   */
  MatterView assign(
      MatterId id,
      long version,
      @Nullable OfficerId officer,
      @Nullable AgencyId agency,
      @Nullable String key);

  /** Assigns many to one officer; each succeeds or fails by itself. */
  AllAssigned assign(List<Versioned> items, OfficerId officer, @Nullable String key);

  /** Links it to another matter or an incident that the actor sees. */
  MatterView link(MatterId id, NewLink link, @Nullable String key);

  /** Prints a form: the number is given with the first print, later ones are marked as reprints. */
  Printed print(MatterId id, String form, boolean english);

  /**
   * How many matters each agency of a part of the tree handles.
   *
   * @param kind null for all kinds
   * @param agency the top; null for the actor's own
   */
  MatterCounts counts(@Nullable String kind, @Nullable AgencyId agency);
}
