package org.tocsin.app.registry;

import com.graphhopper.coll.MinHeapWithUpdate;
import java.time.Duration;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reverse shortest path tree: Dijkstra from the target outwards against the direction of
 * travel, so that one search answers every origin. Neither the target nor the origins are made
 * nodes of the graph; each is worked out from the two ends of its edge. GraphHopper's own
 * ShortestPathTree was tried first: its limits stop what it reports but not what it explores, it
 * cannot stop when the wanted nodes are settled, and it starts only at a node.
 */
final class TimeTree {
  private final RoadNet net;
  private final Snapped target;
  private final double[] seconds;
  private final double[] metres;

  TimeTree(RoadNet net, Snapped target) {
    this.net = net;
    this.target = target;
    this.seconds = new double[net.nodes()];
    this.metres = new double[net.nodes()];
    Arrays.fill(seconds, Double.POSITIVE_INFINITY);
  }

  /** Runs the search until the ends of all origins' edges are settled or the limit is passed. */
  void search(List<Snapped> origins, Duration limit) {
    BitSet wanted = new BitSet(net.nodes());
    for (Snapped origin : origins) {
      wanted.set(origin.baseNode());
      wanted.set(origin.adjNode());
    }
    int missing = wanted.cardinality();
    double limitSeconds = limit.toMillis() / 1000.0;
    MinHeapWithUpdate heap = new MinHeapWithUpdate(net.nodes());
    double rest = target.edgeMetres() * (1 - target.fraction());
    double gone = target.edgeMetres() * target.fraction();
    reach(heap, target.baseNode(), gone, target.forward());
    reach(heap, target.adjNode(), rest, target.backward());
    while (missing > 0 && !heap.isEmpty()) {
      int node = heap.poll();
      if (seconds[node] > limitSeconds) {
        return;
      }
      missing -= wanted.get(node) ? 1 : 0;
      for (int i = net.first()[node]; i < net.first()[node + 1]; i++) {
        lower(
            heap, net.from()[i], seconds[node] + net.seconds()[i], metres[node] + net.metres()[i]);
      }
    }
  }

  private void reach(MinHeapWithUpdate heap, int node, double length, double metresPerSecond) {
    if (metresPerSecond > 0) {
      lower(heap, node, length / metresPerSecond, length);
    }
  }

  private void lower(MinHeapWithUpdate heap, int node, double newSeconds, double newMetres) {
    double old = seconds[node];
    if (newSeconds >= old) {
      return;
    }
    seconds[node] = newSeconds;
    metres[node] = newMetres;
    // A node may come back after it was settled: the heap orders by float, the times are double.
    if (heap.contains(node)) {
      heap.update(node, (float) newSeconds);
    } else if (old == Double.POSITIVE_INFINITY) {
      heap.push(node, (float) newSeconds);
    }
  }

  /** The time from an origin that was given to the search; empty if beyond the limit. */
  Optional<RoadTime> timeFrom(Snapped origin, Duration limit) {
    double length = origin.edgeMetres();
    Way best = via(origin.adjNode(), (1 - origin.fraction()) * length, origin.forward());
    best = better(best, via(origin.baseNode(), origin.fraction() * length, origin.backward()));
    if (origin.edge() == target.edge()) {
      best = better(best, alongEdge(origin));
    }
    if (best == null || best.seconds() * 1000 > limit.toMillis()) {
      return Optional.empty();
    }
    Duration time = Duration.ofMillis(Math.round(best.seconds() * 1000));
    return Optional.of(new RoadTime(time, best.metres(), origin.metres(), false));
  }

  private @Nullable Way via(int node, double length, double metresPerSecond) {
    if (seconds[node] == Double.POSITIVE_INFINITY || metresPerSecond <= 0) {
      return null;
    }
    return new Way(seconds[node] + length / metresPerSecond, metres[node] + length);
  }

  private @Nullable Way alongEdge(Snapped origin) {
    double ahead = (target.fraction() - origin.fraction()) * origin.edgeMetres();
    double metresPerSecond = ahead >= 0 ? origin.forward() : origin.backward();
    if (metresPerSecond <= 0 && ahead != 0) {
      return null;
    }
    return new Way(ahead == 0 ? 0 : Math.abs(ahead) / metresPerSecond, Math.abs(ahead));
  }

  private static @Nullable Way better(@Nullable Way a, @Nullable Way b) {
    if (a == null || b == null) {
      return a == null ? b : a;
    }
    return b.seconds() < a.seconds() ? b : a;
  }

  private record Way(double seconds, double metres) {}
}
