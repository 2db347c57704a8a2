package org.tocsin.exercise.city;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What people call about; see {@code packs/city/stories.yaml}.
 *
 * @param type our type code
 * @param weight share among the police calls
 * @param real whether its share comes from the real log instead
 * @param scene minutes on scene, least and most
 * @param night how much likelier at night
 * @param again how often somebody calls about it again
 * @param second what the second caller says
 * @param endings disposition code → what the unit reports
 */
public record Story(
    String type,
    int priority,
    double weight,
    boolean real,
    List<Integer> scene,
    @Nullable Double night,
    @Nullable Double evening,
    double again,
    List<String> texts,
    List<String> second,
    @Nullable Growth grows,
    Map<String, String> endings) {

  /** How it may turn out bigger on scene. */
  public record Growth(double probability, String type, int priority, String text) {}

  /** All of them, and what calls are like that are about nothing. */
  public record Book(
      double policeShare,
      double scale,
      double hangUpShare,
      double nuisanceShare,
      List<String> nuisance,
      List<String> stillWaiting,
      List<Story> stories) {
    public Book {
      stories = List.copyOf(stories);
    }

    /** The story of a type, or null. */
    public @Nullable Story of(String type) {
      return stories.stream().filter(s -> s.type().equals(type)).findFirst().orElse(null);
    }
  }

  /** The shipped book. */
  public static Book book() {
    return Pack.read("packs/city/stories.yaml", Book.class);
  }

  /** How likely it is at a local hour, against the others. */
  double weightAt(int hour, Rates rates, double policeWeights, double policeShare) {
    double share =
        real
            ? rates.types().getOrDefault(type, 0.0) * (1 - policeShare)
            : weight / policeWeights * policeShare;
    if (hour >= 22 || hour < 6) {
      return share * Objects.requireNonNullElse(night, 1.0);
    }
    return share * (hour >= 18 ? Objects.requireNonNullElse(evening, 1.0) : 1);
  }
}
