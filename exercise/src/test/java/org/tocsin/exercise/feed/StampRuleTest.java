package org.tocsin.exercise.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class StampRuleTest {
  /** {@code "DISPATCHED 10 ARRIVED 30"}: seconds. */
  private static StampRule.Judged judge(String text) {
    Map<Stamp, Instant> stamps = new EnumMap<>(Stamp.class);
    String[] words = text.split(" ");
    for (int i = 0; i < words.length; i += 2) {
      stamps.put(Stamp.valueOf(words[i]), Instant.ofEpochSecond(Long.parseLong(words[i + 1])));
    }
    return StampRule.judge(stamps);
  }

  private static List<Stamp> struck(String text) {
    return judge(text).impossible().stream().map(StampRule.Impossible::stamp).toList();
  }

  @Test
  void transportAfterHospitalIsStruck() {
    assertThat(
            struck(
                "RECEIVED 0 DISPATCHED 10 ARRIVED 30 TRANSPORTING 90 AT_DESTINATION 60 CLEARED"
                    + " 120"))
        .containsExactly(Stamp.TRANSPORTING);
  }

  @Test
  void arrivalBeforeDepartureStrikesTheDeparture() {
    assertThat(struck("RECEIVED 0 DISPATCHED 10 DEPARTED 40 ARRIVED 30 CLEARED 120"))
        .containsExactly(Stamp.DEPARTED);
  }

  @Test
  void whatIsBeforeTheOrderIsStruckAloneAndNotWhatFollows() {
    assertThat(
            struck(
                "RECEIVED 100 DISPATCHED 100 ARRIVED 100 TRANSPORTING 40 AT_DESTINATION 45 CLEARED"
                    + " 150"))
        .containsExactly(Stamp.TRANSPORTING, Stamp.AT_DESTINATION);
  }

  @Test
  void equalInstantsAreInTheOrderOfStatuses() {
    assertThat(struck("RECEIVED 0 ENTERED 0 DISPATCHED 0 DEPARTED 0 ARRIVED 0 CLEARED 0"))
        .isEmpty();
  }

  @Test
  void agreesWithTheObviousRuleOnRandomRows() {
    long seed = 20170101;
    Random random = new Random(seed);
    for (int n = 0; n < 2000; n++) {
      Map<Stamp, Instant> stamps = new EnumMap<>(Stamp.class);
      stamps.put(Stamp.RECEIVED, Instant.ofEpochSecond(0));
      stamps.put(Stamp.DISPATCHED, Instant.ofEpochSecond(5));
      for (Stamp stamp : Stamp.values()) {
        if (stamp.ofUnit() && random.nextInt(3) > 0) {
          stamps.put(stamp, Instant.ofEpochSecond(random.nextInt(20)));
        }
      }
      List<Stamp> obvious = obvious(stamps);
      assertThat(
              StampRule.judge(stamps).impossible().stream()
                  .map(StampRule.Impossible::stamp)
                  .sorted()
                  .toList())
          .as("seed %d row %d: %s", seed, n, stamps)
          .isEqualTo(obvious);
    }
  }

  /** Each stamp against every other. */
  private static List<Stamp> obvious(Map<Stamp, Instant> stamps) {
    Instant sent = Instant.ofEpochSecond(5);
    List<Stamp> struck = new ArrayList<>();
    stamps.forEach(
        (stamp, at) -> {
          boolean[] impossible = {stamp.ofUnit() && at.isBefore(sent)};
          stamps.forEach(
              (later, then) ->
                  impossible[0] |=
                      stamp.ofUnit()
                          && later.compareTo(stamp) > 0
                          && !then.isBefore(sent)
                          && then.isBefore(at));
          if (impossible[0]) {
            struck.add(stamp);
          }
        });
    return struck;
  }
}
