package org.tocsin.bench.server;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.tocsin.bench.Workspace;
import org.tocsin.bench.study.DispatchLog;
import org.tocsin.bench.study.StudyCall;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.kernel.Point;

/**
 * The town that server benches run on: San Francisco's streets and the places of a week of calls
 * where the data is there, else a generated grid.
 *
 * @param name for the report
 * @param streetTable the file to import
 * @param fileName its name
 * @param places where calls come from
 * @param addresses what callers say, each for the place of the same index
 */
public record Ground(
    String name, byte[] streetTable, String fileName, List<Point> places, List<String> addresses) {
  private static final int GRID = 100;
  private static final double BLOCK_DEGREES = 0.0011;
  private static final Point CORNER = new Point(36.00, 103.70);

  /** What there is. */
  public static Ground here() throws IOException {
    Optional<Path> streets = Workspace.data("sf_roads/sf_edges.csv.gz");
    Optional<Path> week = Workspace.data("sf_fire_dispatch");
    return streets.isPresent() && week.isPresent()
        ? sanFrancisco(streets.get(), week.get())
        : grid();
  }

  private static Ground sanFrancisco(Path streets, Path folder) throws IOException {
    DispatchLog log = DispatchLog.read(DispatchLog.in(folder));
    List<StudyCall> calls = new ArrayList<>(log.calls());
    return new Ground(
        "San Francisco's street table and a recorded week's call places",
        Files.readAllBytes(streets),
        "sf_edges.csv.gz",
        calls.stream().map(StudyCall::place).toList(),
        calls.stream().map(StudyCall::address).toList());
  }

  /**
   * A grid of {@value #GRID} by {@value #GRID} crossings with a name and numbers for each street.
   */
  static Ground grid() {
    StringBuilder csv =
        new StringBuilder(
            "id,street,class,from_node,to_node,left_from,left_to,right_from,right_to,line\n");
    for (int row = 0; row < GRID; row++) {
      for (int column = 0; column < GRID; column++) {
        if (column + 1 < GRID) {
          edge(csv, "E", row, column, row, column + 1);
        }
        if (row + 1 < GRID) {
          edge(csv, "N", row, column, row + 1, column);
        }
      }
    }
    Random random = new Random(1);
    List<Point> places = new ArrayList<>();
    List<String> addresses = new ArrayList<>();
    for (int i = 0; i < 3000; i++) {
      int row = random.nextInt(GRID - 1);
      int column = random.nextInt(GRID - 1);
      Point a = crossing(row, column);
      places.add(new Point(a.lat(), a.lon() + BLOCK_DEGREES / 2));
      addresses.add("%d00 Block of %s".formatted(column + 1, street("E", row, column)));
    }
    return new Ground(
        "a generated grid of " + GRID + " × " + GRID + " crossings (the recorded data is missing)",
        csv.toString().getBytes(StandardCharsets.UTF_8),
        "grid.csv",
        places,
        addresses);
  }

  private static void edge(
      StringBuilder csv, String way, int row, int column, int toRow, int toColumn) {
    int hundred = ((way.equals("E") ? column : row) + 1) * 100;
    Point a = crossing(row, column);
    Point b = crossing(toRow, toColumn);
    csv.append(
        String.format(
            Locale.ROOT,
            "%s%d-%d,%s,%s,%d-%d,%d-%d,%d,%d,%d,%d,\"%.6f,%.6f %.6f,%.6f\"%n",
            way,
            row,
            column,
            street(way, row, column),
            (way.equals("E") ? row : column) % 10 == 0 ? "PRIMARY" : "RESIDENTIAL",
            row,
            column,
            toRow,
            toColumn,
            hundred + 1,
            hundred + 99,
            hundred,
            hundred + 98,
            a.lon(),
            a.lat(),
            b.lon(),
            b.lat()));
  }

  private static String street(String way, int row, int column) {
    return way.equals("E") ? "EAST " + (row + 1) + " ST" : "NORTH " + (column + 1) + " AVE";
  }

  private static Point crossing(int row, int column) {
    return new Point(CORNER.lat() + row * BLOCK_DEGREES, CORNER.lon() + column * BLOCK_DEGREES);
  }

  /** Imports the streets and waits until the road graph stands. */
  public void importInto(Tocsin tocsin) throws InterruptedException {
    var preview = tocsin.upload("/api/imports", "STREET_TABLE", fileName, streetTable);
    String id = preview.path("id").asString();
    tocsin.post("/api/imports/" + id + "/apply", Tocsin.object()).send();
    for (int i = 0; i < 600; i++) {
      if (tocsin.get("/api/roads/status").path("edges").asInt(0) > 0) {
        return;
      }
      Thread.sleep(100);
    }
    throw new IllegalStateException("a minute after the import there is still no road graph");
  }
}
