package org.tocsin.app.registry;

import com.graphhopper.routing.ev.DecimalEncodedValue;
import com.graphhopper.routing.util.AllEdgesIterator;
import com.graphhopper.storage.BaseGraph;

/**
 * The graph's edges laid out for searching against the direction of travel: for each node, the
 * pieces that lead into it. Flat arrays, because the search reads nothing else and is then several
 * times faster than over the graph's own storage.
 *
 * @param first index of each node's first entry, with one more at the end
 * @param from the node each entry comes from
 * @param seconds driving time of each entry
 * @param metres length of each entry
 */
record RoadNet(int[] first, int[] from, double[] seconds, double[] metres) {

  static RoadNet of(BaseGraph graph, DecimalEncodedValue speed) {
    int[] first = new int[graph.getNodes() + 1];
    AllEdgesIterator edge = graph.getAllEdges();
    while (edge.next()) {
      first[edge.getAdjNode()] += edge.get(speed) > 0 ? 1 : 0;
      first[edge.getBaseNode()] += edge.getReverse(speed) > 0 ? 1 : 0;
    }
    int sum = 0;
    for (int node = 0; node < first.length; node++) {
      sum += first[node];
      first[node] = sum;
    }
    // Filled from the back: each entry moves its node's end down until it is the node's start.
    RoadNet net = new RoadNet(first, new int[sum], new double[sum], new double[sum]);
    edge = graph.getAllEdges();
    while (edge.next()) {
      net.put(edge.getBaseNode(), edge.getAdjNode(), edge.getDistance(), edge.get(speed));
      net.put(edge.getAdjNode(), edge.getBaseNode(), edge.getDistance(), edge.getReverse(speed));
    }
    return net;
  }

  private void put(int a, int b, double length, double metresPerSecond) {
    if (metresPerSecond > 0) {
      int at = --first[b];
      from[at] = a;
      seconds[at] = length / metresPerSecond;
      metres[at] = length;
    }
  }

  int nodes() {
    return first.length - 1;
  }
}
