package org.tocsin.app.registry.files;

import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.WaySegmentParser;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.RAMDirectory;
import com.graphhopper.util.PointList;
import java.nio.file.Path;
import java.util.ArrayList;
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
 * Roads of an OpenStreetMap extract (.osm.pbf or .osm.xml). GraphHopper's own parser cuts the ways
 * at their crossings, so that streets and road times come from the same pieces.
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
    BaseGraph nodes = new BaseGraph.Builder(4).create();
    WaySegmentParser parser =
        new WaySegmentParser.Builder(nodes.getNodeAccess(), new RAMDirectory())
            .setWayFilter(this::isRoad)
            .setEdgeHandler(
                (from, to, line, way, tags) -> {
                  if (line.size() >= 2) {
                    sink.accept(way.getId(), segment(from, to, line, way));
                  }
                })
            .setWorkerThreads(1)
            .build();
    try {
      parser.readOSM(file.toFile());
    } catch (RuntimeException e) {
      // The parser wraps whatever a broken file does to it.
      throw new FileRefused("osm").because(e);
    } finally {
      nodes.close();
    }
    sink.progress(1);
  }

  private boolean isRoad(ReaderWay way) {
    String highway = way.getTag("highway", "");
    return way.getNodes().size() > 1
        && (speeds.highways().containsKey(highway) || speeds.highwaysNotDriven().contains(highway))
        && !"yes".equals(way.getTag("area", ""));
  }

  private RoadSegment segment(int from, int to, PointList points, ReaderWay way) {
    List<Point> line = new ArrayList<>();
    points.forEach(p -> line.add(new Point(p.lat, p.lon)));
    int piece = pieces.merge(way.getId(), 1, Integer::sum);
    return new RoadSegment(
        way.getId() + "-" + piece,
        name(way),
        speeds.highways().getOrDefault(way.getTag("highway", ""), RoadClass.SERVICE),
        travel(way),
        Integer.toString(from),
        Integer.toString(to),
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
