package org.tocsin.app.registry.files;

import com.graphhopper.reader.ReaderWay;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.registry.Lines;
import org.tocsin.app.registry.NumberRange;
import org.tocsin.app.registry.RoadClass;
import org.tocsin.app.registry.RoadSegment;
import org.tocsin.app.registry.RoadSpeeds;
import org.tocsin.app.registry.Travel;
import org.tocsin.kernel.Point;

/**
 * Roads of an OpenStreetMap extract (.osm.pbf or .osm.xml). The ways are cut at their crossings, so
 * that streets and road times come from the same pieces.
 */
public final class OsmRoads {
  private static final Pattern SPEED = Pattern.compile("(\\d{1,3})\\s*(mph)?");
  private static final double KM_PER_MILE = 1.609344;

  private final RoadSpeeds speeds;
  private final Map<Long, Integer> pieces = new HashMap<>();

  /** A reader by the classes of the pack. */
  public OsmRoads(RoadSpeeds speeds) {
    this.speeds = speeds;
  }

  /** Reads the file. */
  public void read(Path file, RowSink<RoadSegment> sink) {
    OsmWays ways = OsmWays.read(file, this::isRoad);
    if (ways.count() == 0) {
      throw new FileRefused("osm");
    }
    sink.progress(0.5);
    ways.pieces((way, from, to, line) -> sink.accept(way.getId(), segment(from, to, line, way)));
    sink.progress(1);
  }

  private boolean isRoad(ReaderWay way) {
    String highway = way.getTag("highway", "");
    return way.getNodes().size() > 1
        && (speeds.highways().containsKey(highway) || speeds.highwaysNotDriven().contains(highway))
        && !"yes".equals(way.getTag("area", ""));
  }

  private RoadSegment segment(long from, long to, List<Point> line, ReaderWay way) {
    int piece = pieces.merge(way.getId(), 1, Integer::sum);
    return new RoadSegment(
        way.getId() + "-" + piece,
        name(way),
        speeds.highways().getOrDefault(way.getTag("highway", ""), RoadClass.SERVICE),
        travel(way),
        Long.toString(from),
        Long.toString(to),
        Lines.length(line),
        line,
        NumberRange.NONE,
        NumberRange.NONE,
        "",
        limit(way.getTag("maxspeed", "")));
  }

  private static String name(ReaderWay way) {
    String name = way.getTag("name", "");
    String shown = name.isEmpty() ? way.getTag("ref", "") : name;
    return shown.length() > 200 ? shown.substring(0, 200) : shown;
  }

  private Travel travel(ReaderWay way) {
    if (speeds.highwaysNotDriven().contains(way.getTag("highway", ""))
        || "no".equals(way.getTag("motor_vehicle", way.getTag("access", "")))) {
      return Travel.NONE;
    }
    boolean implied =
        way.hasTag("junction", "roundabout") || way.hasTag("highway", "motorway", "motorway_link");
    return switch (way.getTag("oneway", implied ? "yes" : "no")) {
      case "yes", "true", "1" -> Travel.FORWARD;
      case "-1", "reverse" -> Travel.BACKWARD;
      default -> Travel.BOTH;
    };
  }

  private static @Nullable Integer limit(String maxspeed) {
    Matcher matcher = SPEED.matcher(maxspeed);
    if (!matcher.matches()) {
      return null;
    }
    int number = Integer.parseInt(matcher.group(1));
    int kmh = matcher.group(2) == null ? number : (int) Math.round(number * KM_PER_MILE);
    return kmh >= 5 && kmh <= 200 ? kmh : null;
  }
}
