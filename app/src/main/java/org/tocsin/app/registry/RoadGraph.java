package org.tocsin.app.registry;

import com.graphhopper.routing.Dijkstra;
import com.graphhopper.routing.Path;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.querygraph.QueryGraph;
import com.graphhopper.routing.util.TraversalMode;
import com.graphhopper.routing.weighting.SpeedWeighting;
import com.graphhopper.routing.weighting.Weighting;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.Snap;
import com.graphhopper.util.shapes.GHPoint3D;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.tocsin.kernel.Point;

/**
 * A road network in memory that answers travel times. Built once from segments and speeds, then
 * read-only and thread-safe. Needs neither Spring nor a database, so that studies can build their
 * own with other speeds.
 */
public final class RoadGraph {
  /** A place further than this from every drivable road is not put on the network. */
  public static final int MAX_SNAP_METRES = 500;

  private final BaseGraph graph;
  private final LocationIndex index;
  private final Weighting weighting;
  private final RoadNet net;
  private final SnapGrid grid;
  private final int[] componentOfNode;
  private final boolean[] snappable;

  RoadGraph(
      BaseGraph graph,
      LocationIndex index,
      DecimalEncodedValue speed,
      int[] componentOfNode,
      boolean[] snappable) {
    this.graph = graph;
    this.index = index;
    this.weighting = new SpeedWeighting(speed);
    this.net = RoadNet.of(graph, speed);
    this.grid = new SnapGrid(graph, speed, snappable);
    this.componentOfNode = componentOfNode;
    this.snappable = snappable;
  }

  /**
   * Builds the network. Segments that may not be driven, or whose speed is 0, are left out. Places
   * are only put on roads of connected parts of the network, never on a stray piece.
   */
  public static RoadGraph build(List<RoadSegment> segments, SpeedModel speeds) {
    return new RoadGraphBuilder(speeds).build(segments);
  }

  /** Crossings and ends. */
  public int nodes() {
    return graph.getNodes();
  }

  /** Drivable pieces between nodes. */
  public int edges() {
    return graph.getEdges();
  }

  /**
   * Driving times from each origin to the target by one search from the target outwards, which
   * stops when every origin is settled.
   *
   * @param limit origins further away are left empty
   * @return one entry for each origin, in the origins' order; estimated where an end is more than
   *     {@value #MAX_SNAP_METRES} m from the network or lies on another part of it
   */
  public List<Optional<RoadTime>> timesTo(Point target, Collection<Point> origins, Duration limit) {
    Optional<Snapped> to = snap(target);
    List<Optional<Snapped>> from = new ArrayList<>(origins.size());
    origins.forEach(origin -> from.add(snap(origin)));
    List<Optional<RoadTime>> times = new ArrayList<>(origins.size());
    if (to.isEmpty()) {
      origins.forEach(o -> times.add(within(RoadTime.estimate(o.distanceTo(target), 0), limit)));
      return times;
    }
    TimeTree tree = new TimeTree(net, to.get());
    tree.search(from.stream().flatMap(Optional::stream).toList(), limit);
    int i = 0;
    for (Point origin : origins) {
      Optional<Snapped> snapped = from.get(i++);
      boolean joined = snapped.isPresent() && component(snapped.get()) == component(to.get());
      times.add(
          joined
              ? tree.timeFrom(snapped.get(), limit)
              : within(
                  RoadTime.estimate(
                      origin.distanceTo(target), snapped.map(Snapped::metres).orElse(0.0)),
                  limit));
    }
    return times;
  }

  /**
   * The fastest way between two places.
   *
   * @return empty where an end is off the network or no way joins them
   */
  public Optional<RoadRoute> route(Point from, Point to) {
    Snap start = index.findClosest(from.lat(), from.lon(), e -> snappable[e.getEdge()]);
    Snap end = index.findClosest(to.lat(), to.lon(), e -> snappable[e.getEdge()]);
    if (isOff(start) || isOff(end)) {
      return Optional.empty();
    }
    QueryGraph query = QueryGraph.create(graph, start, end);
    Path path =
        new Dijkstra(query, query.wrapWeighting(weighting), TraversalMode.NODE_BASED)
            .calcPath(start.getClosestNode(), end.getClosestNode());
    if (!path.isFound()) {
      return Optional.empty();
    }
    List<Point> line = new ArrayList<>();
    for (GHPoint3D p : path.calcPoints()) {
      line.add(new Point(p.lat, p.lon));
    }
    Duration time = Duration.ofMillis(Math.round(path.getWeight() * 1000));
    return Optional.of(new RoadRoute(time, path.getDistance(), line));
  }

  /** Puts a place on the nearest drivable road. */
  Optional<Snapped> snap(Point p) {
    return grid.snap(p);
  }

  private static boolean isOff(Snap snap) {
    return !snap.isValid() || snap.getQueryDistance() > MAX_SNAP_METRES;
  }

  private int component(Snapped snapped) {
    return componentOfNode[snapped.baseNode()];
  }

  private static Optional<RoadTime> within(RoadTime time, Duration limit) {
    return time.time().compareTo(limit) > 0 ? Optional.empty() : Optional.of(time);
  }
}
