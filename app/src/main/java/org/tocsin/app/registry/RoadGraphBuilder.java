package org.tocsin.app.registry;

import com.carrotsearch.hppc.IntArrayList;
import com.carrotsearch.hppc.cursors.IntCursor;
import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.ev.DecimalEncodedValueImpl;
import com.graphhopper.routing.subnetwork.TarjanSCC;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.routing.util.EncodingManager;
import com.graphhopper.storage.BaseGraph;
import com.graphhopper.storage.NodeAccess;
import com.graphhopper.storage.RAMDirectory;
import com.graphhopper.storage.index.LocationIndex;
import com.graphhopper.storage.index.LocationIndexTree;
import com.graphhopper.util.EdgeIteratorState;
import com.graphhopper.util.PointList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tocsin.kernel.Point;

/** Turns segments into GraphHopper's graph. */
final class RoadGraphBuilder {
  // Metres per second in steps of 1 mm/s, up to 131 m/s.
  private static final int SPEED_BITS = 17;
  private static final double SPEED_STEP = 0.001;
  private static final double MIN_EDGE_METRES = 0.1;
  // A part of the network with fewer nodes than a tenth of the largest is a stray piece.
  private static final int STRAY_SHARE = 10;

  private final SpeedModel speeds;
  private final DecimalEncodedValue speed =
      new DecimalEncodedValueImpl("speed", SPEED_BITS, SPEED_STEP, true);
  private final BaseGraph graph =
      new BaseGraph.Builder(EncodingManager.start().add(speed).build()).create();
  private final NodeAccess nodes = graph.getNodeAccess();
  private final Map<String, Integer> nodeNumbers = new HashMap<>();

  RoadGraphBuilder(SpeedModel speeds) {
    this.speeds = speeds;
  }

  RoadGraph build(List<RoadSegment> segments) {
    segments.forEach(this::add);
    graph.freeze();
    int[] components = components();
    boolean[] snappable = snappable(components);
    LocationIndex index = new LocationIndexTree(graph, new RAMDirectory()).prepareIndex();
    return new RoadGraph(graph, index, speed, components, snappable);
  }

  private void add(RoadSegment segment) {
    double kmh = segment.drivable() ? speeds.kmh(segment) : 0;
    if (!(kmh > 0)) {
      return;
    }
    if (segment.fromNode().equals(segment.toNode())) {
      // A loop gets a node at its middle: the graph's snapping wants edges between two nodes.
      List<List<Point>> halves = Lines.halves(segment.line());
      String middle = segment.id() + "~middle";
      double half = segment.lengthMetres() / 2;
      addEdge(segment, segment.fromNode(), middle, halves.getFirst(), half, kmh);
      addEdge(segment, middle, segment.toNode(), halves.getLast(), half, kmh);
    } else {
      addEdge(
          segment,
          segment.fromNode(),
          segment.toNode(),
          segment.line(),
          segment.lengthMetres(),
          kmh);
    }
  }

  private void addEdge(
      RoadSegment segment, String from, String to, List<Point> line, double metres, double kmh) {
    int a = node(from, line.getFirst());
    int b = node(to, line.getLast());
    EdgeIteratorState edge = graph.edge(a, b).setDistance(Math.max(metres, MIN_EDGE_METRES));
    double metresPerSecond = Math.clamp(kmh / 3.6, SPEED_STEP, speed.getMaxStorableDecimal());
    edge.set(
        speed,
        segment.travel() == Travel.BACKWARD ? 0 : metresPerSecond,
        segment.travel() == Travel.FORWARD ? 0 : metresPerSecond);
    if (line.size() > 2) {
      PointList between = new PointList(line.size() - 2, false);
      line.subList(1, line.size() - 1).forEach(p -> between.add(p.lat(), p.lon()));
      edge.setWayGeometry(between);
    }
  }

  private int node(String key, Point at) {
    return nodeNumbers.computeIfAbsent(
        key,
        k -> {
          int number = nodeNumbers.size();
          nodes.setNode(number, at.lat(), at.lon());
          return number;
        });
  }

  /** The strongly connected part of each node, so that what is snapped can be reached and left. */
  private int[] components() {
    int[] component = new int[graph.getNodes()];
    Arrays.fill(component, -1);
    int number = 0;
    for (IntArrayList part :
        TarjanSCC.findComponents(graph, edge -> edge.get(speed) > 0, false).getComponents()) {
      for (IntCursor node : part) {
        component[node.value] = number;
      }
      number++;
    }
    for (int node = 0; node < component.length; node++) {
      // Components of one node are not listed.
      component[node] = component[node] < 0 ? number++ : component[node];
    }
    return component;
  }

  private boolean[] snappable(int[] components) {
    int[] sizes = new int[components.length + 1];
    int largest = 0;
    for (int component : components) {
      largest = Math.max(largest, ++sizes[component]);
    }
    boolean[] snappable = new boolean[graph.getEdges()];
    AllEdgesIterator edges = graph.getAllEdges();
    while (edges.next()) {
      int component = components[edges.getBaseNode()];
      snappable[edges.getEdge()] =
          component == components[edges.getAdjNode()] && sizes[component] * STRAY_SHARE >= largest;
    }
    return snappable;
  }
}
