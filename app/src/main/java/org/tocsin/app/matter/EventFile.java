package org.tocsin.app.matter;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;

/**
 * The file of a major event (大型活动安保档案, A16), complete in one read: what is planned, how risky,
 * which posts are filled, what is checked.
 *
 * @param organiser the organisation that holds the event
 * @param agencyId the agency that answers for its security
 * @param lat degrees, WGS-84
 * @param lon degrees, WGS-84
 * @param capacity how many people the site is approved for
 * @param expected how many are expected
 * @param riskGrade a code of {@code packs/event-checklists.yaml}
 * @param report the after-report, or why it was cancelled
 * @param mandatoryOpen mandatory items not ticked; the file is not ready before this is 0
 * @param incidentCount linked incidents
 */
public record EventFile(
    EventFileId id,
    String number,
    String title,
    String organiser,
    AgencyId agencyId,
    @Nullable String placeLabel,
    @Nullable Double lat,
    @Nullable Double lon,
    Instant startsAt,
    Instant endsAt,
    int capacity,
    int expected,
    String riskGrade,
    String checklistCode,
    EventFileState state,
    @Nullable String note,
    @Nullable String report,
    List<Item> items,
    int mandatoryOpen,
    List<Post> posts,
    int incidentCount,
    @Nullable ExerciseId exerciseId,
    long version,
    Instant createdAt,
    String createdBy,
    Instant changedAt,
    String changedBy) {
  public EventFile {
    items = List.copyOf(items);
    posts = List.copyOf(posts);
  }

  /**
   * One item of the checklist.
   *
   * @param checkedAt null while it is open
   * @param checkedBy who ticked it
   */
  public record Item(
      String code,
      String zh,
      String en,
      boolean mandatory,
      @Nullable Instant checkedAt,
      @Nullable String checkedBy,
      @Nullable String note) {}

  /** A post: how many people it needs and has. */
  public record Post(String name, int required, int filled) {}

  /** One thing done to the file. */
  public record Fact(Instant at, String kind, String by, String zh, String en) {}
}
