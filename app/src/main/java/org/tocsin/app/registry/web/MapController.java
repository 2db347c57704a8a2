package org.tocsin.app.registry.web;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.registry.RoadTimes;
import org.tocsin.app.registry.internal.MapTiles;
import org.tocsin.app.registry.tiles.Extent;
import org.tocsin.app.registry.tiles.TileAddress;
import org.tocsin.kernel.Point;

/** What maps are drawn from. */
@RestController
@RequestMapping("/api/map")
class MapController {
  private static final MediaType VECTOR_TILE =
      new MediaType("application", "vnd.mapbox-vector-tile");
  private static final int MOST_ROUTES = 12;

  private final MapTiles tiles;
  private final RoadTimes roads;

  MapController(MapTiles tiles, RoadTimes roads) {
    this.tiles = tiles;
    this.roads = roads;
  }

  /**
   * Where there is something to show.
   *
   * @param west degrees WGS-84, as the other three; all null while nothing is imported
   */
  record ExtentView(
      @Nullable Double west,
      @Nullable Double south,
      @Nullable Double east,
      @Nullable Double north,
      String roadsVersion,
      String precinctsVersion) {}

  /**
   * The fastest way from one place.
   *
   * @param found false where no way by road is known; the rest is then 0 and empty
   * @param seconds driving time
   * @param line lat, lon, lat, lon, … in degrees WGS-84
   */
  record RouteView(boolean found, double seconds, double metres, List<Double> line) {}

  @GetMapping("/extent")
  ExtentView extent() {
    Acting.require(Permission.REGISTRY_READ);
    MapTiles.Ground ground = tiles.ground();
    Extent box = ground.box();
    return box == null
        ? new ExtentView(null, null, null, null, ground.roadsVersion(), ground.precinctsVersion())
        : new ExtentView(
            box.west(),
            box.south(),
            box.east(),
            box.north(),
            ground.roadsVersion(),
            ground.precinctsVersion());
  }

  /**
   * A tile of roads.
   *
   * @param v the version the client wants; where it is the one in use, the browser may keep the
   *     tile for good, because other roads have another version and so another address
   */
  @GetMapping("/roads/{z}/{x}/{y}")
  ResponseEntity<byte[]> roads(
      @PathVariable int z,
      @PathVariable int x,
      @PathVariable int y,
      @RequestParam(required = false) @Nullable String v) {
    Acting.require(Permission.REGISTRY_READ);
    if (!TileAddress.exists(z, x, y)) {
      throw Problem.invalid("z", "range", 0, TileAddress.MAX_ZOOM);
    }
    MapTiles.RoadTile tile = tiles.roads(new TileAddress(z, x, y));
    CacheControl keep =
        tile.version().equals(v)
            ? CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable()
            : CacheControl.noCache().cachePrivate();
    if (tile.bytes().length == 0) {
      return ResponseEntity.noContent().cacheControl(keep).build();
    }
    // Weak, because a strong tag would keep the server from packing the answer.
    String tag = "W/\"" + tile.version() + "-" + z + "-" + x + "-" + y + "\"";
    return ResponseEntity.ok()
        .cacheControl(keep)
        .eTag(tag)
        .contentType(VECTOR_TILE)
        .body(tile.bytes());
  }

  /** The ways from up to {@value #MOST_ROUTES} places to one, in the order of the places. */
  @GetMapping("/routes")
  List<RouteView> routes(@RequestParam String to, @RequestParam List<String> from) {
    Acting.require(Permission.REGISTRY_READ);
    // Spring splits one "lat,lon" into two values; joined again they are pairs either way.
    List<String> numbers = List.of(String.join(",", from).split(","));
    if (numbers.size() % 2 != 0) {
      throw Problem.invalid("from", "latlon");
    }
    if (numbers.size() / 2 > MOST_ROUTES) {
      throw Problem.invalid("from", "range", 1, MOST_ROUTES);
    }
    Point target = point("to", List.of(to.split(",")));
    List<RouteView> routes = new ArrayList<>();
    for (int i = 0; i < numbers.size(); i += 2) {
      routes.add(route(point("from", numbers.subList(i, i + 2)), target));
    }
    return routes;
  }

  private RouteView route(Point from, Point to) {
    return roads
        .route(from, to)
        .map(
            way -> {
              List<Double> line = new ArrayList<>(way.line().size() * 2);
              for (Point p : way.line()) {
                line.add(rounded(p.lat()));
                line.add(rounded(p.lon()));
              }
              return new RouteView(
                  true, way.time().toMillis() / 1000.0, Math.round(way.metres()), line);
            })
        .orElse(new RouteView(false, 0, 0, List.of()));
  }

  /** To a tenth of a metre: more digits are only more bytes. */
  private static double rounded(double degrees) {
    return Math.round(degrees * 1e6) / 1e6;
  }

  private static Point point(String field, List<String> pair) {
    try {
      double lat = Double.parseDouble(pair.getFirst().trim());
      double lon = Double.parseDouble(pair.getLast().trim());
      if (pair.size() == 2 && Point.isValid(lat, lon)) {
        return new Point(lat, lon);
      }
    } catch (NumberFormatException e) {
      // The same answer as for numbers out of range.
    }
    throw Problem.invalid(field, "latlon");
  }
}
