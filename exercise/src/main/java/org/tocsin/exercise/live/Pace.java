package org.tocsin.exercise.live;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.city.Chance;
import org.tocsin.exercise.city.Post;
import org.tocsin.exercise.city.Rates;
import org.tocsin.exercise.city.Story;
import tools.jackson.databind.JsonNode;

/** How long a crew takes for the steps of a response, drawn from the rates of the real week. */
final class Pace {
  private final Rates rates;
  private final Chance chance;
  private final Post post;

  Pace(Rates rates, Chance chance, Post post) {
    this.rates = rates;
    this.chance = chance;
    this.post = post;
  }

  /** The real crews' time to set off; police sit in their cars already. */
  long turnout() {
    boolean inCar = post.patrols();
    Duration real = rates.at(Rates.DISPATCHED_TO_DEPARTED, chance.share());
    double seconds = real == null ? 45 : Math.clamp(real.toSeconds(), 8, 150);
    return Math.round(seconds * (inCar ? 0.4 : 0.8));
  }

  /** How long the work at the place takes: as it did in the real week, else as the story says. */
  Duration scene(@Nullable JsonNode incident, @Nullable Story story) {
    String type = incident == null ? "" : incident.path("typeCode").asString("");
    Duration real = rates.at(Rates.ON_SCENE + type, chance.share());
    double least = story == null ? 8 : story.scene().getFirst();
    double most = story == null ? 20 : story.scene().getLast();
    if (real != null) {
      return Duration.ofSeconds(Math.clamp(real.toSeconds(), 180, 4_200));
    }
    return Duration.ofSeconds((long) (60 * chance.between(least, most)));
  }

  /** Half of a real interval, or so many minutes where none was measured. */
  Duration half(String interval, int otherwiseMinutes) {
    Duration real = rates.at(interval, chance.share());
    return real == null ? Duration.ofMinutes(otherwiseMinutes) : real.dividedBy(2);
  }
}
