package org.tocsin.app.dispatch;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.UnitId;

/**
 * A unit as every screen shows it.
 *
 * @param home where it stands when nothing else is known, WGS-84
 * @param status derived from {@code assignments} and {@code outOfService}
 * @param assignments its active ones, each with its own status
 * @param position the last fix
 * @param exerciseId set when the unit exists only in an exercise
 * @param version grows with every change of the unit or of one of its assignments
 */
public record UnitView(
    UnitId id,
    String callSign,
    String typeCode,
    String typeNameZh,
    String typeNameEn,
    AgencyId agencyId,
    String agencyName,
    @Nullable Point home,
    List<Crew> crew,
    @Nullable Shift shift,
    UnitStatus status,
    List<Task> assignments,
    @Nullable Position position,
    @Nullable OutOfService outOfService,
    @Nullable ExerciseId exerciseId,
    long version) {

  /** One member of the crew; without an id where the person has no account. */
  public record Crew(@Nullable OfficerId officerId, String name) {}

  /** When the unit is on duty. */
  public record Shift(String name, @Nullable Instant from, @Nullable Instant until) {}

  /** One active assignment. */
  public record Task(
      AssignmentId assignmentId,
      MatterId incidentId,
      String incidentNumber,
      int priority,
      AssignmentStatus status) {}

  /**
   * A fix.
   *
   * @param course degrees from north, clockwise
   */
  public record Position(double lat, double lon, Instant at, @Nullable Double course) {}

  /** Why and since when it cannot be sent. */
  public record OutOfService(String reason, Instant since, @Nullable Instant until) {}
}
