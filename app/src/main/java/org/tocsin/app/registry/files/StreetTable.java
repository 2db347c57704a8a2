package org.tocsin.app.registry.files;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.registry.Lines;
import org.tocsin.app.registry.NumberRange;
import org.tocsin.app.registry.RoadClass;
import org.tocsin.app.registry.RoadSegment;
import org.tocsin.app.registry.RoadSpeeds;
import org.tocsin.app.registry.Travel;
import org.tocsin.kernel.Point;

/** A street table in CSV: one row for each piece of street between two nodes. */
public final class StreetTable {
  private static final int MAX_HOUSE = 999_999;
  private static final int MAX_POINTS = 5_000;

  private final RoadSpeeds speeds;
  private final Set<String> ids = new HashSet<>();

  /** A reader by the classes of the pack. */
  public StreetTable(RoadSpeeds speeds) {
    this.speeds = speeds;
  }

  /** Reads the file. */
  public void read(TextSource source, RowSink<RoadSegment> sink) {
    new Table()
        .need("id", "cnn", "segment_id")
        .need("street", "streetname", "name")
        .need("class", "classcode", "road_class")
        .need("from_node", "f_node")
        .need("to_node", "t_node")
        .need("line", "polyline_lon_lat")
        .may("layer")
        .may("left_from", "lf_from")
        .may("left_to", "lf_to")
        .may("right_from", "rt_from")
        .may("right_to", "rt_to")
        .may("area", "nhood", "district")
        .may("length_m")
        .may("travel", "oneway")
        .may("max_speed_kmh", "maxspeed")
        .read(source, this::segment, sink);
  }

  private @Nullable RoadSegment segment(Cells cells) {
    String id = cells.needed("id");
    List<Point> line = line(cells);
    RoadClass roadClass =
        speeds
            .classOf(cells.needed("class"))
            .orElseThrow(() -> cells.refused("class", RowFault.UNKNOWN_VALUE));
    int limit = cells.count("max_speed_kmh", 200);
    RoadSegment segment =
        new RoadSegment(
            id,
            cells.text("street"),
            roadClass,
            travel(cells),
            cells.needed("from_node"),
            cells.needed("to_node"),
            length(cells, line),
            line,
            range(cells, "left_from", "left_to"),
            range(cells, "right_from", "right_to"),
            cells.text("area"),
            limit == 0 ? null : limit);
    if (!ids.add(id)) {
      throw cells.refused("id", RowFault.DUPLICATE);
    }
    return segment;
  }

  private static double length(Cells cells, List<Point> line) {
    if (cells.text("length_m").isEmpty()) {
      return Lines.length(line);
    }
    double length = cells.decimal("length_m");
    if (length < 0 || length > 1_000_000) {
      throw cells.refused("length_m", RowFault.NUMBER);
    }
    return length;
  }

  private Travel travel(Cells cells) {
    if (speeds.layersNotDriven().contains(cells.text("layer"))) {
      return Travel.NONE;
    }
    return switch (cells.text("travel").toLowerCase(Locale.ROOT)) {
      case "", "b", "both", "no", "n" -> Travel.BOTH;
      case "f", "forward", "yes", "y" -> Travel.FORWARD;
      case "t", "backward", "-1" -> Travel.BACKWARD;
      case "none" -> Travel.NONE;
      default -> throw cells.refused("travel", RowFault.UNKNOWN_VALUE);
    };
  }

  private static NumberRange range(Cells cells, String from, String to) {
    int a = cells.count(from, MAX_HOUSE);
    int b = cells.count(to, MAX_HOUSE);
    return a == 0 && b == 0 ? NumberRange.NONE : new NumberRange(a, b);
  }

  private static List<Point> line(Cells cells) {
    String text = cells.raw("line");
    if (text.isEmpty()) {
      throw cells.refused("line", RowFault.EMPTY);
    }
    List<Point> line = new ArrayList<>();
    for (String pair : text.split("\\s+")) {
      int comma = pair.indexOf(',');
      try {
        double lon = Double.parseDouble(pair.substring(0, Math.max(0, comma)));
        double lat = Double.parseDouble(pair.substring(comma + 1));
        if (!Point.isValid(lat, lon)) {
          throw new RowRefused("line", pair, RowFault.LAT_LON);
        }
        line.add(new Point(lat, lon));
      } catch (NumberFormatException e) {
        throw new RowRefused("line", pair, RowFault.LINE);
      }
    }
    if (line.size() < 2 || line.size() > MAX_POINTS) {
      throw cells.refused("line", RowFault.LINE);
    }
    return line;
  }
}
