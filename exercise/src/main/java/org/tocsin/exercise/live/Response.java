package org.tocsin.exercise.live;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.city.Chance;
import org.tocsin.exercise.city.City;
import org.tocsin.exercise.city.Drive;
import org.tocsin.exercise.city.Landmark;
import org.tocsin.exercise.city.Rates;
import org.tocsin.exercise.city.Spot;
import org.tocsin.exercise.city.Story;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.kernel.Point;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What a crew does about one order, whoever gave it: acknowledge, set off, drive there, work,
 * report, be free again. It follows the assignment's status, so that a person may report for it at
 * any step.
 */
final class Response {
  private static final Duration LATE = Duration.ofSeconds(20);
  private static final Duration CHECK_IN = Duration.ofMinutes(13);

  /** What a response needs to know of the city. */
  record Means(
      City city,
      Rates rates,
      Story.Book book,
      CityTime time,
      World world,
      Hands hands,
      Care care) {}

  /** Told when a crew finds more than it was sent for. */
  interface Care {
    void grew(String incident, Story.Growth growth, String callSign);
  }

  final String assignment;
  private final Means means;
  private final Crew crew;
  private final Chance chance;
  private final Pace pace;
  private String status = "";
  private Instant due = Instant.MAX;
  private Instant checksIn = Instant.MAX;
  private Instant grows = Instant.MAX;
  private @Nullable Instant missed;
  private boolean fedBack;

  Response(String assignment, Crew crew, Means means) {
    this.assignment = assignment;
    this.crew = crew;
    this.means = means;
    this.chance = Chance.of(11, "response", assignment);
    this.pace = new Pace(means.rates(), chance, crew.post);
  }

  /**
   * Goes on.
   *
   * @param order the assignment as it is now
   * @param incident what it is for, or null where that is not known (yet)
   * @param lead whether this crew reports for all of them
   */
  void tick(Instant now, JsonNode order, @Nullable JsonNode incident, boolean lead) {
    String is = Board.state(order);
    fedBack = !Tocsin.absent(order.path("fedBackAt"));
    if (!is.equals(status)) {
      status = is;
      missed = null;
      begin(now, incident, lead);
    }
    if (status.equals("ON_SCENE")) {
      onScene(now, incident);
    }
    boolean there = !crew.isDriving();
    boolean drives = status.equals("EN_ROUTE") || status.equals("TRANSPORTING");
    if (now.isBefore(due) || (drives && !there)) {
      return;
    }
    if (crew.isSilent(now)) {
      // It happens all the same; it is told when the radio works again, as a late entry.
      missed = missed == null ? means.time().instance() : missed;
      return;
    }
    step(incident, lead);
  }

  private void begin(Instant now, @Nullable JsonNode incident, boolean lead) {
    Point place = place(incident);
    switch (status) {
      case "DISPATCHED" ->
          due =
              now.plusSeconds(
                  (long) (chance.happens(0.05) ? chance.between(35, 90) : chance.between(4, 22)));
      case "ACKNOWLEDGED" -> due = now.plusSeconds(pace.turnout());
      case "EN_ROUTE" -> {
        boolean urgent = incident != null && incident.path("priority").asInt(3) <= 2;
        if (place != null) {
          crew.driveTo(
              means.city().nearest(place), urgent ? Drive.Manner.SIREN : Drive.Manner.NORMAL);
        }
        due = now.plusSeconds(place == null ? 300 : 3);
      }
      case "ON_SCENE" -> {
        due = now.plus(pace.scene(incident, story(incident)));
        checksIn = now.plus(CHECK_IN);
        Story story = story(incident);
        Story.Growth growth = story == null ? null : story.grows();
        if (lead && growth != null && incident != null && grows(incident, growth)) {
          grows = now.plusSeconds((long) chance.between(40, 150));
        }
      }
      case "TRANSPORTING" -> {
        crew.driveTo(hospital(), Drive.Manner.SIREN);
        due = now.plusSeconds(5);
      }
      case "AT_DESTINATION" -> due = now.plus(pace.half(Rates.HOSPITAL_TO_CLEARED, 15));
      default -> due = Instant.MAX;
    }
  }

  private static boolean grows(JsonNode incident, Story.Growth growth) {
    boolean already = incident.path("priority").asInt() <= growth.priority();
    return !already && Chance.of(5, "grows", Board.id(incident)).happens(growth.probability());
  }

  private void onScene(Instant now, @Nullable JsonNode incident) {
    if (now.isAfter(grows) && incident != null) {
      grows = Instant.MAX;
      due = due.plus(Duration.ofMinutes(12));
      Story.Growth growth = Objects.requireNonNull(story(incident)).grows();
      if (growth != null) {
        means.care().grew(Board.id(incident), growth, crew.post.callSign());
      }
    }
    if (now.isAfter(checksIn) && !crew.isSilent(now)) {
      checksIn = now.plus(CHECK_IN);
      String path = "/api/assignments/" + assignment + "/check-in";
      means
          .hands()
          .begin("check in " + assignment, () -> means.world().post(path, Tocsin.object(), null));
    }
  }

  /** The next report. */
  private void step(@Nullable JsonNode incident, boolean lead) {
    switch (status) {
      case "DISPATCHED" -> report("ACKNOWLEDGED");
      case "ACKNOWLEDGED" -> report("EN_ROUTE");
      case "EN_ROUTE" -> report("ON_SCENE");
      case "ON_SCENE" -> {
        if (takesAway(incident)) {
          report("TRANSPORTING");
        } else {
          finish(incident, lead);
        }
      }
      case "TRANSPORTING" -> report("AT_DESTINATION");
      case "AT_DESTINATION" -> finish(incident, lead);
      default -> {
        // Over.
      }
    }
  }

  private void finish(@Nullable JsonNode incident, boolean lead) {
    if (lead && !fedBack) {
      means.hands().begin("feed back " + assignment, () -> feedback(incident));
    } else {
      report("CLEARED");
    }
  }

  private void feedback(@Nullable JsonNode incident) {
    Ending ending = Ending.of(means.book(), incident);
    means
        .world()
        .post(
            "/api/assignments/" + assignment + "/feedback",
            Tocsin.object().put("text", ending.text()).put("dispositionCode", ending.code()),
            "feedback:" + assignment);
  }

  /** Reports over the device; late if the radio was silent meanwhile. */
  private void report(String next) {
    ObjectNode body = Tocsin.object().put("status", next);
    Instant happened = missed;
    if (happened != null && happened.plus(LATE).isBefore(means.time().instance())) {
      body.put("occurredAt", happened.toString());
    }
    means
        .hands()
        .begin(
            next + " " + assignment,
            () ->
                means
                    .world()
                    .post(
                        "/api/device/assignments/" + assignment + "/status",
                        body,
                        "report:" + assignment + ":" + next));
  }

  private boolean takesAway(@Nullable JsonNode incident) {
    String type = crew.post.typeCode();
    return (type.equals("MEDIC") || type.equals("PRIVATE-AMBULANCE"))
        && Ending.isTakenAway(means.book(), incident);
  }

  private Spot hospital() {
    Point here = crew.spot().point();
    List<Landmark> hospitals =
        means.city().landmarks().stream().filter(Landmark::isHospital).toList();
    return hospitals.stream()
        .min(
            java.util.Comparator.comparingDouble((Landmark l) -> l.spot().point().distanceTo(here)))
        .orElseThrow()
        .spot();
  }

  private @Nullable Story story(@Nullable JsonNode incident) {
    return incident == null ? null : means.book().of(incident.path("typeCode").asString(""));
  }

  private static @Nullable Point place(@Nullable JsonNode incident) {
    JsonNode place = incident == null ? Tocsin.object() : incident.path("place");
    return place.path("lat").isNumber()
        ? new Point(place.path("lat").asDouble(), place.path("lon").asDouble())
        : null;
  }
}
