package org.tocsin.app.matter;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.Point;

/**
 * How likely two reports tell of the same thing: a logistic model of distance, minutes between
 * them, kind of incident and likeness of words. A pure function, so that it can be measured.
 *
 * <p>The weights were fitted on second calls constructed from the first four days of a public week
 * of fire and medical calls and rounded; precision and recall are measured on the last four days by
 * {@code DuplicateScoreTest}. The week has no narratives: the weight of words is a guess and small.
 */
public final class DuplicateScore {
  /** Suggestions below this are not shown. */
  public static final double THRESHOLD = 0.3;

  private static final double BASE = 6.9;
  private static final double PER_100_METRES = -2.1;
  private static final double PER_10_MINUTES = -3.8;

  /** After this a later call is no less likely: long incidents have late callers. */
  private static final double MINUTES_CAP = 20;

  private static final double SAME_GROUP = -2.5;
  private static final double OTHER_GROUP = -3.9;
  private static final double TYPE_UNKNOWN = -1.0;
  private static final double SAME_WORDS = 1.5;

  /** Two equal address texts without a point are taken to lie this far apart. */
  private static final double SAME_ADDRESS_METRES = 30;

  private static final double NEAR_METRES = 150;
  private static final int RECENT_MINUTES = 15;
  private static final double LIKE_WORDS = 0.25;

  private DuplicateScore() {}

  /**
   * One of the two reports.
   *
   * @param type null while it is not known
   * @param minute when it came, in minutes on any one scale
   */
  public record Report(
      @Nullable Point point,
      String address,
      @Nullable IncidentType type,
      double minute,
      String narrative) {}

  /**
   * The result.
   *
   * @param probability 0 to 1 that both are the same
   * @param metres between them; null where a place is unknown
   */
  public record Score(double probability, @Nullable Double metres, List<Text> reasons) {}

  /** Compares a new report with an older one. */
  public static Score of(Report fresh, Report older) {
    Double metres =
        fresh.point() == null || older.point() == null
            ? null
            : (Double) fresh.point().distanceTo(older.point());
    boolean sameAddress = sameAddress(fresh.address(), older.address());
    if (metres == null && !sameAddress) {
      return new Score(0, null, List.of());
    }
    double apart = metres == null ? SAME_ADDRESS_METRES : metres;
    double minutes = Math.abs(fresh.minute() - older.minute());
    double words = likeness(fresh.narrative(), older.narrative());
    double sum =
        BASE
            + PER_100_METRES * apart / 100
            + PER_10_MINUTES * Math.min(minutes, MINUTES_CAP) / 10
            + typeWeight(fresh.type(), older.type())
            + SAME_WORDS * words;
    List<Text> reasons = reasons(fresh, older, metres, sameAddress, minutes, words);
    return new Score(1 / (1 + Math.exp(-sum)), metres, reasons);
  }

  private static double typeWeight(@Nullable IncidentType a, @Nullable IncidentType b) {
    if (a == null || b == null) {
      return TYPE_UNKNOWN;
    }
    if (a.code().equals(b.code()) || confused(a, b)) {
      return 0;
    }
    return a.group() == b.group() ? SAME_GROUP : OTHER_GROUP;
  }

  private static boolean confused(IncidentType a, IncidentType b) {
    return a.confusedWith().contains(b.code()) || b.confusedWith().contains(a.code());
  }

  private static List<Text> reasons(
      Report fresh,
      Report older,
      @Nullable Double metres,
      boolean sameAddress,
      double minutes,
      double words) {
    List<Text> reasons = new ArrayList<>();
    if (sameAddress) {
      reasons.add(new Text("地址相同", "Same address"));
    }
    if (metres != null) {
      long m = Math.round(metres);
      String near = m <= NEAR_METRES ? "仅" : "";
      reasons.add(new Text("相距%s %d 米".formatted(near, m), m + " m away"));
    }
    long ago = Math.round(minutes);
    reasons.add(
        ago <= RECENT_MINUTES
            ? new Text("%d 分钟前刚接报".formatted(ago), "Reported just %d min ago".formatted(ago))
            : new Text("%d 分钟前接报".formatted(ago), "Reported %d min ago".formatted(ago)));
    IncidentType a = fresh.type();
    IncidentType b = older.type();
    if (a != null && b != null) {
      if (a.code().equals(b.code())) {
        reasons.add(new Text("类别相同：" + b.nameZh(), "Same type: " + b.nameEn()));
      } else if (confused(a, b)) {
        reasons.add(new Text("类别相近：" + b.nameZh(), "Often described alike: " + b.nameEn()));
      }
    }
    if (words >= LIKE_WORDS) {
      reasons.add(new Text("描述相近", "Told in like words"));
    }
    return reasons;
  }

  private static boolean sameAddress(String a, String b) {
    String left = plain(a);
    return !left.isEmpty() && left.equals(plain(b));
  }

  private static String plain(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[\\s,，.。]+", " ").strip();
  }

  /**
   * Shared pairs of characters among all pairs (Jaccard), which serves Chinese and English alike.
   */
  private static double likeness(String a, String b) {
    Set<String> left = pairs(plain(a));
    Set<String> right = pairs(plain(b));
    if (left.isEmpty() || right.isEmpty()) {
      return 0;
    }
    Set<String> both = new HashSet<>(left);
    both.retainAll(right);
    return both.size() / (double) (left.size() + right.size() - both.size());
  }

  private static Set<String> pairs(String text) {
    Set<String> pairs = new HashSet<>();
    for (int i = 0; i + 1 < text.length(); i++) {
      pairs.add(text.substring(i, i + 2));
    }
    return pairs;
  }
}
