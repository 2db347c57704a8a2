package org.tocsin.app.registry.tiles;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.tocsin.app.registry.RoadClass;
import org.tocsin.app.registry.RoadSegment;
import org.tocsin.app.registry.SanFrancisco;
import org.tocsin.kernel.Point;

class RoadMapTest {
  private static final Point MIDDLE = new Point(36.06, 103.80);

  @Test
  void whatIsWrittenIsWhatTheReferenceLibraryReads() {
    VectorTileLayer layer = new VectorTileLayer("road", 4096);
    int[] first = {-128, 0, 300, 4224, 299, 4223};
    int[] second = {4096, 4096, 0, 0};
    layer.addLines(Map.of("name", "中山路", "class", "PRIMARY"), List.of(first, second));
    layer.addLines(Map.of("name", "", "class", "PRIMARY"), List.of(second));
    TileReader.Layer read = TileReader.read(layer.toTile()).getFirst();
    assertThat(read.name()).isEqualTo("road");
    assertThat(read.version()).isEqualTo(2);
    assertThat(read.extent()).isEqualTo(4096);
    TileReader.Feature one = read.features().getFirst();
    assertThat(one.type()).isEqualTo(2);
    assertThat(one.attributes()).containsEntry("name", "中山路").containsEntry("class", "PRIMARY");
    assertThat(one.lines().getFirst()).containsExactly(first);
    assertThat(one.lines().getLast()).containsExactly(second);
    assertThat(read.features().getLast().attributes()).doesNotContainKey("name");
  }

  @Test
  void piecesOfOneStreetAreOneLineAndOtherStreetsDoNotBreakThem() {
    RoadMap map =
        RoadMap.of(
            List.of(
                piece("1", "张掖路", RoadClass.PRIMARY, 36.06, 103.80, 36.06, 103.81),
                piece("2", "张掖路", RoadClass.PRIMARY, 36.06, 103.81, 36.06, 103.82),
                piece("3", "武都路", RoadClass.SECONDARY, 36.06, 103.81, 36.07, 103.81)));
    assertThat(map.streets()).isEqualTo(2);
    assertThat(map.extent()).contains(new Extent(103.80, 36.06, 103.82, 36.07));
  }

  @Test
  void nothingIsEmptyAndSoIsATileFarAway() {
    assertThat(RoadMap.of(List.of()).tile(new TileAddress(0, 0, 0))).isEmpty();
    assertThat(RoadMap.of(List.of()).extent()).isEmpty();
    RoadMap map =
        RoadMap.of(List.of(piece("1", "A", RoadClass.PRIMARY, 36.06, 103.80, 36.06, 103.81)));
    assertThat(map.tile(new TileAddress(12, 0, 0))).isEmpty();
    assertThat(map.tile(tileOf(MIDDLE, 12))).isNotEmpty();
  }

  /** Every point of every road is drawn, within a pixel, by the tile it lies in. */
  @Test
  void randomRoadsAreDrawnWhereTheyAreAcrossTheEdgesOfTiles() {
    long seed = new Random().nextLong();
    System.out.println("road map seed " + seed);
    Random random = new Random(seed);
    for (int round = 0; round < 30; round++) {
      List<RoadSegment> segments = new ArrayList<>();
      for (int i = 0; i < 12; i++) {
        segments.add(wander(random, "r" + round + "-" + i));
      }
      RoadMap map = RoadMap.of(segments);
      for (RoadSegment segment : segments) {
        for (int i = 1; i < segment.line().size(); i++) {
          Point a = segment.line().get(i - 1);
          Point b = segment.line().get(i);
          double t = random.nextDouble();
          Point p = new Point(a.lat() + t * (b.lat() - a.lat()), a.lon() + t * (b.lon() - a.lon()));
          assertThat(offUnits(map, p, segment.street(), 10 + random.nextInt(7)))
              .as("seed %s, %s at %s", seed, segment.id(), p)
              .isLessThan(8);
        }
      }
    }
  }

  @Test
  void wholeClassesAreLeftOutWhereThereWouldBeTooMuch() {
    List<RoadSegment> segments = new ArrayList<>();
    for (int i = 0; i < 6000; i++) {
      double lat = 36.0 + i % 80 * 0.001;
      double lon = 103.7 + i / 80 * 0.001;
      segments.add(piece("s" + i, "S" + i, RoadClass.RESIDENTIAL, lat, lon, lat, lon + 0.0008));
    }
    segments.add(piece("p", "P", RoadClass.PRIMARY, 36.0, 103.7, 36.08, 103.78));
    RoadMap map = RoadMap.of(segments);
    assertThat(classes(map, new Point(36.04, 103.74), 9)).containsExactly("PRIMARY");
    assertThat(classes(map, new Point(36.04, 103.74), 15)).contains("RESIDENTIAL", "PRIMARY");
  }

  @Test
  void theRealCityFitsInTilesThatLoadFast() {
    RoadMap map = RoadMap.of(SanFrancisco.streets());
    System.out.println("san francisco: " + map.streets() + " lines of 15602 pieces");
    Point middle = new Point(37.765, -122.44);
    for (int z = 9; z <= 16; z++) {
      TileAddress at = tileOf(middle, z);
      long start = System.nanoTime();
      byte[] tile = map.tile(at);
      long micros = (System.nanoTime() - start) / 1000;
      System.out.println(at + ": " + tile.length + " bytes in " + micros + " µs");
      assertThat(tile.length).as("%s", at).isBetween(1, 400_000);
    }
  }

  private static TreeSet<String> classes(RoadMap map, Point p, int z) {
    TreeSet<String> classes = new TreeSet<>();
    TileReader.read(map.tile(tileOf(p, z)))
        .forEach(layer -> layer.features().forEach(f -> classes.add(f.attributes().get("class"))));
    return classes;
  }

  /** How far from a point the nearest line of its street is drawn in the point's own tile. */
  private static double offUnits(RoadMap map, Point p, String street, int z) {
    TileAddress at = tileOf(p, z);
    double scale = (double) (1 << z) * RoadMap.EXTENT;
    double px = TileAddress.across(p) * scale - (double) at.x() * RoadMap.EXTENT;
    double py = TileAddress.down(p) * scale - (double) at.y() * RoadMap.EXTENT;
    return TileReader.read(map.tile(at)).stream()
        .flatMap(layer -> layer.features().stream())
        .filter(feature -> street.equals(feature.attributes().get("name")))
        .flatMap(feature -> feature.lines().stream())
        .mapToDouble(line -> off(line, px, py))
        .min()
        .orElse(Double.MAX_VALUE);
  }

  private static double off(int[] line, double px, double py) {
    double least = Double.MAX_VALUE;
    for (int i = 2; i < line.length; i += 2) {
      double dx = line[i] - line[i - 2];
      double dy = line[i + 1] - line[i - 1];
      double t =
          Math.clamp(
              ((px - line[i - 2]) * dx + (py - line[i - 1]) * dy) / (dx * dx + dy * dy), 0, 1);
      least = Math.min(least, Math.hypot(px - line[i - 2] - t * dx, py - line[i - 1] - t * dy));
    }
    return least;
  }

  private static TileAddress tileOf(Point p, int z) {
    return new TileAddress(
        z, (int) (TileAddress.across(p) * (1 << z)), (int) (TileAddress.down(p) * (1 << z)));
  }

  private static RoadSegment wander(Random random, String id) {
    double lat = MIDDLE.lat() + random.nextGaussian() * 0.02;
    double lon = MIDDLE.lon() + random.nextGaussian() * 0.02;
    List<Point> line = new ArrayList<>(List.of(new Point(lat, lon)));
    int points = 1 + random.nextInt(20);
    for (int i = 0; i < points; i++) {
      // Long enough that it is drawn at every level that is asked for.
      lat += (0.002 + random.nextDouble() * 0.004) * (random.nextBoolean() ? 1 : -1);
      lon += (0.002 + random.nextDouble() * 0.004) * (random.nextBoolean() ? 1 : -1);
      line.add(new Point(lat, lon));
    }
    return RoadSegment.plain(id, id, RoadClass.PRIMARY, id + "a", id + "b", line);
  }

  private static RoadSegment piece(
      String id, String street, RoadClass roadClass, double... latLon) {
    Point a = new Point(latLon[0], latLon[1]);
    Point b = new Point(latLon[2], latLon[3]);
    return RoadSegment.plain(
        id,
        street,
        roadClass,
        Arrays.toString(new double[] {a.lat(), a.lon()}),
        id + "b",
        List.of(a, b));
  }
}
