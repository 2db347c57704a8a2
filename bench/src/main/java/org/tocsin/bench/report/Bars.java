package org.tocsin.bench.report;

import java.util.Locale;

/** A histogram drawn in text, for distributions of seconds. */
public final class Bars {
  private static final int WIDTH = 50;

  private Bars() {}

  /**
   * Draws how many values fall between neighbouring edges; what lies outside gets a line at either
   * end.
   *
   * @param edges ascending
   */
  public static String draw(String title, double[] values, double... edges) {
    int[] counts = count(values, edges);
    int most = 1;
    for (int count : counts) {
      most = Math.max(most, count);
    }
    StringBuilder text = new StringBuilder(title).append('\n');
    for (int i = 0; i < counts.length; i++) {
      String label =
          i == 0
              ? "below " + edge(edges[0])
              : i == edges.length
                  ? edge(edges[i - 1]) + " and more"
                  : edge(edges[i - 1]) + " to " + edge(edges[i]);
      text.append(
          String.format(
              Locale.ROOT,
              "%18s |%s %d (%.1f%%)%n",
              label,
              "#".repeat((int) Math.round(WIDTH * (double) counts[i] / most)),
              counts[i],
              values.length == 0 ? 0 : 100.0 * counts[i] / values.length));
    }
    return text.toString();
  }

  /**
   * Values below the first edge, between neighbours (the lower one included), and from the last.
   */
  static int[] count(double[] values, double... edges) {
    int[] counts = new int[edges.length + 1];
    for (double value : values) {
      int i = 0;
      while (i < edges.length && value >= edges[i]) {
        i++;
      }
      counts[i]++;
    }
    return counts;
  }

  private static String edge(double edge) {
    return String.format(Locale.ROOT, "%.0f", edge);
  }
}
