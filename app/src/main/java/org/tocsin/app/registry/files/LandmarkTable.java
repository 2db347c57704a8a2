package org.tocsin.app.registry.files;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.registry.places.PlaceData.Landmark;

/** Landmarks in CSV: {@code name, lat, lon}, and if wanted other_names, category, datum. */
public final class LandmarkTable {
  private final Set<String> keys = new HashSet<>();

  /** Reads the file. */
  public void read(TextSource source, RowSink<Landmark> sink) {
    new Table()
        .need("name", "名称")
        .need("lat", "latitude", "纬度")
        .need("lon", "lng", "longitude", "经度")
        .may("other_names", "别名")
        .may("category", "类别")
        .may("datum", "坐标系")
        .read(source, this::landmark, sink);
  }

  private @Nullable Landmark landmark(Cells cells) {
    List<String> others =
        List.of(cells.text("other_names").split("[|;；、]")).stream()
            .map(String::strip)
            .filter(s -> !s.isEmpty())
            .toList();
    Landmark landmark =
        new Landmark(cells.needed("name"), others, cells.text("category"), cells.point());
    if (!keys.add(landmark.name() + landmark.point())) {
      throw cells.refused("name", RowFault.DUPLICATE);
    }
    return landmark;
  }
}
