package org.tocsin.exercise.town;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.PriorityQueue;

/** Shortest ways between corners of the town, in metres. */
final class Routes {
  private record Reached(int corner, double metres) {}

  private final Town town;
  private final List<List<Town.Block>> leaving = new ArrayList<>();

  Routes(Town town) {
    this.town = town;
    for (int i = 0; i < town.corners(); i++) {
      leaving.add(new ArrayList<>());
    }
    for (Town.Block block : town.blocks()) {
      leaving.get(block.from()).add(block);
      leaving.get(block.to()).add(block);
    }
  }

  /** The corners from one to another, both included. */
  List<Integer> way(int from, int to) {
    double[] best = new double[town.corners()];
    int[] before = new int[town.corners()];
    Arrays.fill(best, Double.MAX_VALUE);
    Arrays.fill(before, -1);
    best[from] = 0;
    PriorityQueue<Reached> queue =
        new PriorityQueue<>((a, b) -> Double.compare(a.metres(), b.metres()));
    queue.add(new Reached(from, 0));
    for (Reached next = queue.poll(); next != null && next.corner() != to; next = queue.poll()) {
      for (Town.Block block : leaving.get(next.corner())) {
        int other = block.from() == next.corner() ? block.to() : block.from();
        double metres = next.metres() + town.at(block.from()).distanceTo(town.at(block.to()));
        if (metres < best[other]) {
          best[other] = metres;
          before[other] = next.corner();
          queue.add(new Reached(other, metres));
        }
      }
    }
    List<Integer> way = new ArrayList<>();
    for (int at = to; at >= 0; at = before[at]) {
      way.add(at);
    }
    Collections.reverse(way);
    return way;
  }

  double metres(List<Integer> way) {
    double metres = 0;
    for (int i = 1; i < way.size(); i++) {
      metres += town.at(way.get(i - 1)).distanceTo(town.at(way.get(i)));
    }
    return metres;
  }
}
