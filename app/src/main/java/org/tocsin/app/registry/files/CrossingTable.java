package org.tocsin.app.registry.files;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Point;

/**
 * Crossings in CSV: {@code street_a, street_b, lat, lon}, or San Francisco's list of streets and
 * intersections ({@code CNN, streetname, from_st, to_st}), whose nodes are looked up in the road
 * table and whose rows of street pieces are skipped.
 */
public final class CrossingTable {
  /**
   * A crossing of two or more streets at a point.
   *
   * @param key unique in the file
   */
  public record CrossingRow(String key, String streetA, List<String> others, Point point) {}

  private final Map<String, Point> nodes;
  private final java.util.Set<String> keys = new java.util.HashSet<>();

  /**
   * A reader.
   *
   * @param nodes the nodes of the road table in use, for files that name nodes instead of places
   */
  public CrossingTable(Map<String, Point> nodes) {
    this.nodes = nodes;
  }

  /** Reads the file. */
  public void read(TextSource source, RowSink<CrossingRow> sink) {
    new Table()
        .need("street_a", "streetname")
        .need("street_b", "from_st")
        .may("to_st")
        .may("node", "cnn")
        .may("lat")
        .may("lon")
        .may("datum")
        .read(source, this::crossing, sink);
  }

  private @Nullable CrossingRow crossing(Cells cells) {
    if (!cells.text("to_st").isEmpty()) {
      return null;
    }
    String street = cells.needed("street_a");
    List<String> others =
        List.of(cells.needed("street_b").split("\\\\")).stream()
            .map(String::strip)
            .filter(s -> !s.isEmpty() && !s.equals(street))
            .toList();
    if (others.isEmpty() || others.equals(List.of("END"))) {
      return null;
    }
    String key = street + "|" + String.join("|", others) + "|" + cells.text("node");
    Point point = cells.text("lat").isEmpty() ? node(cells) : cells.point();
    return keys.add(key) ? new CrossingRow(key, street, others, point) : null;
  }

  private Point node(Cells cells) {
    Point point = nodes.get(cells.needed("node"));
    if (point == null) {
      throw cells.refused("node", RowFault.UNKNOWN_NODE);
    }
    return point;
  }
}
