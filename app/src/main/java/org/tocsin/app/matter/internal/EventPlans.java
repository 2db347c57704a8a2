package org.tocsin.app.matter.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.matter.EventFile;
import org.tocsin.app.matter.EventFiles;
import org.tocsin.app.staff.Agencies;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Point;

/** Checks what planners of major events send. */
@Component
class EventPlans {
  private static final int TITLE = 120;
  private static final int MOST_PEOPLE = 10_000_000;
  private static final int MOST_POSTS = 60;
  private static final int MOST_AT_POST = 9_999;
  private static final Duration LONGEST = Duration.ofDays(60);

  private final Agencies agencies;

  EventPlans(Agencies agencies) {
    this.agencies = agencies;
  }

  /**
   * The plan, whole and possible.
   *
   * @param held the agency of a file that exists, which a new plan does not change
   */
  EventFileStore.Planned checked(Actor actor, EventFiles.Plan plan, @Nullable AgencyId held) {
    Instant starts = given("startsAt", plan.startsAt());
    Instant ends = given("endsAt", plan.endsAt());
    if (!ends.isAfter(starts) || ends.isAfter(starts.plus(LONGEST))) {
      throw Problem.invalid("endsAt", "period", LONGEST.toDays());
    }
    Double lat = plan.lat();
    Double lon = plan.lon();
    if ((lat == null) != (lon == null)
        || (lat != null && lon != null && !Point.isValid(lat, lon))) {
      throw Problem.invalid("lat", "latlon");
    }
    return new EventFileStore.Planned(
        Limits.required("title", plan.title(), TITLE),
        Limits.required("organiser", plan.organiser(), TITLE),
        held == null ? commanded(actor, plan.agencyId()) : held,
        Limits.optional("placeLabel", plan.placeLabel(), Limits.ADDRESS),
        lat,
        lon,
        starts,
        ends,
        people("capacity", plan.capacity()),
        people("expected", plan.expected()),
        Limits.required("riskGrade", plan.riskGrade(), Limits.CODE),
        Limits.required("checklistCode", plan.checklistCode(), Limits.CODE),
        Limits.optional("note", plan.note(), Limits.NARRATIVE));
  }

  private AgencyId commanded(Actor actor, @Nullable AgencyId asked) {
    AgencyId agency = asked == null ? actor.agency() : asked;
    if (agency == null || agencies.find(agency).isEmpty() || !actor.scope().covers(agency)) {
      throw Problem.invalid("agencyId", "unknown", String.valueOf(agency));
    }
    return agency;
  }

  /** The posts, each named, with numbers that can be. */
  static List<EventFile.Post> posts(List<EventFile.Post> posts) {
    if (posts.size() > MOST_POSTS) {
      throw Problem.tooLarge("posts", MOST_POSTS);
    }
    return posts.stream()
        .map(
            p ->
                new EventFile.Post(
                    Limits.required("posts.name", p.name(), Limits.NAME),
                    between("posts.required", p.required(), 1, MOST_AT_POST),
                    between("posts.filled", p.filled(), 0, MOST_AT_POST)))
        .toList();
  }

  private static int people(String field, @Nullable Integer number) {
    return between(field, number == null ? 0 : number, 0, MOST_PEOPLE);
  }

  private static int between(String field, int number, int least, int most) {
    if (number < least || number > most) {
      throw Problem.invalid(field, "range", least, most);
    }
    return number;
  }

  private static <T> T given(String field, @Nullable T value) {
    if (value == null) {
      throw Problem.invalid(field, "required");
    }
    return value;
  }
}
