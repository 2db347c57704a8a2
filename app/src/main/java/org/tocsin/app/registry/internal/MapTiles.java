package org.tocsin.app.registry.internal;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.springframework.stereotype.Component;
import org.tocsin.app.registry.places.PlaceData;
import org.tocsin.app.registry.tiles.Extent;
import org.tocsin.app.registry.tiles.TileAddress;

/** The road tiles of the roads in use, and where on the earth there is something to show. */
@Component
public class MapTiles {
  // Each is some kilobytes; one console at work looks at a dozen.
  private static final int REMEMBERED = 300;

  // Part of every version: a change of how tiles are made must not meet old ones in browsers.
  private static final String FORM = "1-";

  private final RegistryIndexes indexes;
  private final Map<Key, byte[]> made =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Key, byte[]> eldest) {
          return size() > REMEMBERED;
        }
      };

  private record Key(String version, TileAddress at) {}

  /**
   * A tile of roads.
   *
   * @param version of the roads it was made from
   * @param bytes none where there is no road
   */
  public record RoadTile(String version, byte[] bytes) {}

  /**
   * What there is to show.
   *
   * @param box around all roads and precincts in degrees WGS-84; null where there is neither
   * @param roadsVersion changes with the roads in use
   * @param precinctsVersion changes with the precincts in use
   */
  public record Ground(@Nullable Extent box, String roadsVersion, String precinctsVersion) {}

  MapTiles(RegistryIndexes indexes) {
    this.indexes = indexes;
  }

  /** One tile; the same bytes for the same version. */
  public RoadTile roads(TileAddress at) {
    RegistryIndexes.Drawn drawn = indexes.current().drawn();
    String version = FORM + drawn.roadsVersion();
    Key key = new Key(version, at);
    byte[] known = find(key);
    if (known != null) {
      return new RoadTile(version, known);
    }
    byte[] tile = drawn.roads().tile(at);
    synchronized (made) {
      made.put(key, tile);
    }
    return new RoadTile(version, tile);
  }

  /** What there is to show. */
  public Ground ground() {
    RegistryIndexes.Built built = indexes.current();
    Optional<Extent> box = built.drawn().roads().extent();
    for (PlaceData.PrecinctArea area : built.precincts()) {
      Envelope e = area.ground().getEnvelopeInternal();
      Extent own = new Extent(e.getMinX(), e.getMinY(), e.getMaxX(), e.getMaxY());
      box = Optional.of(box.map(own::with).orElse(own));
    }
    RegistryIndexes.Drawn drawn = built.drawn();
    return new Ground(
        box.orElse(null), FORM + drawn.roadsVersion(), FORM + drawn.precinctsVersion());
  }

  private byte @Nullable [] find(Key key) {
    synchronized (made) {
      return made.get(key);
    }
  }
}
