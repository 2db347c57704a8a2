package org.tocsin.app.matter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Page;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;

/**
 * Front door to the files of major events. A file is in sight when the scope covers the agency that
 * answers for it. Reading needs INCIDENT_READ; planning and moving DUTY_MANAGE; ticking, posts and
 * links INCIDENT_WRITE.
 *
 * <p>Every change names the version that was seen and is refused as STALE where another person was
 * faster, and as EVENT_FILE_OVER when the file is closed or cancelled. A ready file in which a
 * mandatory item becomes open goes back to planning by itself.
 */
public interface EventFiles {
  /**
   * What a planner may set.
   *
   * @param capacity people the site is approved for, 0 or more
   * @param expected people expected, 0 or more
   */
  record Plan(
      @Nullable String title,
      @Nullable String organiser,
      @Nullable AgencyId agencyId,
      @Nullable String placeLabel,
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable Instant startsAt,
      @Nullable Instant endsAt,
      @Nullable Integer capacity,
      @Nullable Integer expected,
      @Nullable String riskGrade,
      @Nullable String checklistCode,
      @Nullable String note) {}

  /** The checklists to choose from. */
  EventChecklists checklists();

  /**
   * The files in sight, newest first.
   *
   * @param open only those that are not over
   */
  Page<EventFile> list(boolean open, @Nullable EventFileId after, int limit);

  /** The file, or a 404 problem. */
  EventFile get(EventFileId id);

  /** Everything that was done to the file, newest first. */
  List<EventFile.Fact> history(EventFileId id);

  /** The linked incidents that the actor sees. */
  List<IncidentView> incidents(EventFileId id);

  /** Opens a file with a copy of its checklist. */
  EventFile open(Plan plan, @Nullable String key);

  /** Plans anew. A higher grade of risk brings its further items. */
  EventFile plan(EventFileId id, long version, Plan plan, @Nullable String key);

  /** Ticks an item, or opens it again. */
  EventFile tick(
      EventFileId id,
      String item,
      long version,
      boolean done,
      @Nullable String note,
      @Nullable String key);

  /** Sets the posts. */
  EventFile posts(EventFileId id, long version, List<EventFile.Post> posts, @Nullable String key);

  /**
   * Moves the file on.
   *
   * @param report needed to close (the after-report) and to cancel (why)
   * @throws org.tocsin.app.foundation.Problem EVENT_FILE_UNCHECKED, ILLEGAL_TRANSITION
   */
  EventFile move(
      EventFileId id,
      long version,
      EventFileState to,
      @Nullable String report,
      @Nullable String key);

  /** Links an incident that the actor sees; linking twice changes nothing. */
  EventFile link(EventFileId id, MatterId incident, @Nullable String key);

  /** Takes a link off. */
  EventFile unlink(EventFileId id, MatterId incident, @Nullable String key);
}
