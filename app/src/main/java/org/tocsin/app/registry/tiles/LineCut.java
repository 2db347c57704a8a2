package org.tocsin.app.registry.tiles;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Cuts lines at a tile's edges and leaves out points that nobody would see.
 *
 * @param z the tile's zoom level
 * @param x the tile's column
 * @param y the tile's row
 * @param extent units along the tile's side
 * @param margin units beyond the edges that are kept, so that thick lines and their ends do not
 *     show where tiles meet
 * @param tolerance units by which a line may be drawn off
 */
record LineCut(int z, int x, int y, int extent, int margin, double tolerance) {
  /**
   * The visible parts of a line.
   *
   * @param world x, y, x, y, … in shares of the world's side
   * @return each part as x, y, … in units of the tile; none where the line is elsewhere or too
   *     short to be seen
   */
  List<int[]> parts(double[] world) {
    List<int[]> parts = new ArrayList<>();
    double[] line = local(world);
    double[] part = new double[line.length + 2];
    double[] piece = new double[4];
    int size = 0;
    for (int i = 2; i < line.length; i += 2) {
      System.arraycopy(line, i - 2, piece, 0, 4);
      if (!clip(piece)) {
        size = finish(part, size, parts);
        continue;
      }
      boolean entered = piece[0] != line[i - 2] || piece[1] != line[i - 1];
      if (entered) {
        size = finish(part, size, parts);
      }
      if (size == 0) {
        part[size++] = piece[0];
        part[size++] = piece[1];
      }
      part[size++] = piece[2];
      part[size++] = piece[3];
      if (piece[2] != line[i] || piece[3] != line[i + 1]) {
        size = finish(part, size, parts);
      }
    }
    finish(part, size, parts);
    return parts;
  }

  private double[] local(double[] world) {
    double scale = (double) (1 << z) * extent;
    double[] line = new double[world.length];
    for (int i = 0; i < world.length; i += 2) {
      line[i] = world[i] * scale - (double) x * extent;
      line[i + 1] = world[i + 1] * scale - (double) y * extent;
    }
    return line;
  }

  /** Cuts one straight piece in place (Liang and Barsky); false where nothing is left. */
  private boolean clip(double[] p) {
    double dx = p[2] - p[0];
    double dy = p[3] - p[1];
    double low = -margin;
    double high = (double) extent + margin;
    double[] steps = {-dx, dx, -dy, dy};
    double[] rooms = {p[0] - low, high - p[0], p[1] - low, high - p[1]};
    double from = 0;
    double to = 1;
    for (int side = 0; side < 4; side++) {
      double share = rooms[side] / steps[side];
      if (steps[side] == 0) {
        if (rooms[side] < 0) {
          return false;
        }
      } else if (steps[side] < 0) {
        from = Math.max(from, share);
      } else {
        to = Math.min(to, share);
      }
    }
    if (from > to) {
      return false;
    }
    double x0 = p[0];
    double y0 = p[1];
    if (to < 1) {
      p[2] = x0 + to * dx;
      p[3] = y0 + to * dy;
    }
    if (from > 0) {
      p[0] = x0 + from * dx;
      p[1] = y0 + from * dy;
    }
    return true;
  }

  private int finish(double[] part, int size, List<int[]> parts) {
    if (size >= 4) {
      int[] whole = rounded(thinned(Arrays.copyOf(part, size)));
      if (whole.length >= 4) {
        parts.add(whole);
      }
    }
    return 0;
  }

  /** Keeps the points without which the line would be off by more than the tolerance. */
  private double[] thinned(double[] line) {
    int points = line.length / 2;
    boolean[] kept = new boolean[points];
    kept[0] = true;
    kept[points - 1] = true;
    Deque<int[]> open = new ArrayDeque<>();
    open.push(new int[] {0, points - 1});
    while (!open.isEmpty()) {
      int[] span = open.pop();
      int far = furthest(line, span[0], span[1]);
      if (far > 0) {
        kept[far] = true;
        open.push(new int[] {span[0], far});
        open.push(new int[] {far, span[1]});
      }
    }
    double[] thin = new double[line.length];
    int size = 0;
    for (int i = 0; i < points; i++) {
      if (kept[i]) {
        thin[size++] = line[2 * i];
        thin[size++] = line[2 * i + 1];
      }
    }
    return Arrays.copyOf(thin, size);
  }

  /** The point between two others that lies furthest off their line; 0 where none matters. */
  private int furthest(double[] line, int from, int to) {
    int far = 0;
    double most = tolerance * tolerance;
    for (int i = from + 1; i < to; i++) {
      double off = squareOff(line, from, to, i);
      if (off > most) {
        most = off;
        far = i;
      }
    }
    return far;
  }

  private static double squareOff(double[] line, int a, int b, int p) {
    double dx = line[2 * b] - line[2 * a];
    double dy = line[2 * b + 1] - line[2 * a + 1];
    double px = line[2 * p] - line[2 * a];
    double py = line[2 * p + 1] - line[2 * a + 1];
    double square = dx * dx + dy * dy;
    double t = square == 0 ? 0 : Math.clamp((px * dx + py * dy) / square, 0, 1);
    double x = px - t * dx;
    double y = py - t * dy;
    return x * x + y * y;
  }

  private static int[] rounded(double[] line) {
    int[] whole = new int[line.length];
    int size = 0;
    for (int i = 0; i < line.length; i += 2) {
      int px = (int) Math.round(line[i]);
      int py = (int) Math.round(line[i + 1]);
      if (size == 0 || whole[size - 2] != px || whole[size - 1] != py) {
        whole[size++] = px;
        whole[size++] = py;
      }
    }
    return Arrays.copyOf(whole, size);
  }
}
