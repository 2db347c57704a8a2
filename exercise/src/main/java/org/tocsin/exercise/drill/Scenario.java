package org.tocsin.exercise.drill;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.feed.FeedException;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * What happens in a drill and what should come of it; one YAML file, see {@code packs/drills}.
 *
 * @param minutes how long it is watched from its beginning
 * @param answerSeconds within which a call should be answered
 * @param acknowledgeSeconds within which a unit should acknowledge its order
 * @param incidents what really happens
 * @param calls who calls about it, in any order
 */
public record Scenario(
    String id,
    Words name,
    @Nullable Words note,
    int minutes,
    int answerSeconds,
    int acknowledgeSeconds,
    List<Wanted> incidents,
    List<Inject> calls) {
  private static final YAMLMapper YAML = new YAMLMapper();

  /**
   * One thing that happens, and how it should be met.
   *
   * @param types codes it may be classified as
   * @param priority the least urgent it may be
   * @param orderSeconds from the first call to the first order
   * @param arriveSeconds from the first call to the first arrival; null where that is not scored
   * @param units unit type → how many should have been sent in all
   */
  public record Wanted(
      String id,
      Words name,
      List<String> types,
      int priority,
      int orderSeconds,
      @Nullable Integer arriveSeconds,
      Map<String, Integer> units) {}

  /**
   * One call.
   *
   * @param at from the beginning, as minutes:seconds
   * @param about id of the incident; null for a call about nothing, which should be rejected
   */
  public record Inject(
      String at,
      @Nullable String about,
      @Nullable String channel,
      String caller,
      String phone,
      String says) {
    Duration after() {
      String[] parts = at.split(":");
      return Duration.ofMinutes(Long.parseLong(parts[0])).plusSeconds(Long.parseLong(parts[1]));
    }
  }

  public Scenario {
    for (Inject call : calls) {
      if (!call.at().matches("[0-9]{1,3}:[0-5][0-9]")) {
        throw new FeedException(id + ": 'at: " + call.at() + "' is not minutes:seconds");
      }
      if (call.about() != null && incidents.stream().noneMatch(i -> i.id().equals(call.about()))) {
        throw new FeedException(
            id + ": a call is about '" + call.about() + "', which is not there");
      }
    }
    incidents = List.copyOf(incidents);
    calls = calls.stream().sorted(java.util.Comparator.comparing(Inject::after)).toList();
  }

  Duration length() {
    return Duration.ofMinutes(minutes);
  }

  /** A file, or one of those that come with this program by its name. */
  public static Scenario read(String named) {
    Path file = Path.of(named);
    if (Files.isRegularFile(file)) {
      try (InputStream in = Files.newInputStream(file)) {
        return parse(named, in);
      } catch (IOException e) {
        throw new FeedException(named + " cannot be read: " + e.getMessage(), e);
      }
    }
    String shipped = "packs/drills/" + named + ".yaml";
    try (InputStream in = Scenario.class.getClassLoader().getResourceAsStream(shipped)) {
      if (in == null) {
        throw new FeedException(
            "there is no scenario " + named + ": give a file or a name such as flood-night");
      }
      return parse(shipped, in);
    } catch (IOException e) {
      throw new FeedException(shipped + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Scenario parse(String name, InputStream in) {
    try {
      return YAML.readValue(in, Scenario.class);
    } catch (JacksonException e) {
      throw new FeedException(name + " is not a scenario: " + e.getOriginalMessage(), e);
    }
  }
}
