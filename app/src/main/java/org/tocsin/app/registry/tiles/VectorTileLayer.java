package org.tocsin.app.registry.tiles;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One layer of lines of a vector tile.
 *
 * <p>Source: Mapbox Vector Tile Specification 2.1, sections 4.1 to 4.4 (the field numbers are those
 * of its {@code vector_tile.proto}).
 */
public final class VectorTileLayer {
  private static final int VERSION = 2;
  private static final int LINES = 2;
  private static final int MOVE_TO = 1;
  private static final int LINE_TO = 2;

  private final String name;
  private final int extent;
  private final ProtoBytes features = new ProtoBytes();
  private final Map<String, Integer> keys = new LinkedHashMap<>();
  private final Map<String, Integer> values = new LinkedHashMap<>();
  private boolean empty = true;

  /**
   * A layer without features.
   *
   * @param extent units along a side of the tile
   */
  public VectorTileLayer(String name, int extent) {
    this.name = name;
    this.extent = extent;
  }

  /**
   * Adds one feature.
   *
   * @param attributes shown with it; empty values are left out
   * @param lines each x, y, x, y, … in units of the tile from its upper left corner, at least two
   *     points, no point twice in a row
   */
  public void addLines(Map<String, String> attributes, List<int[]> lines) {
    ProtoBytes tags = new ProtoBytes();
    attributes.forEach(
        (key, value) -> {
          if (!value.isEmpty()) {
            tags.varint(number(keys, key));
            tags.varint(number(values, value));
          }
        });
    ProtoBytes feature = new ProtoBytes();
    feature.part(2, tags);
    feature.number(3, LINES);
    feature.part(4, commands(lines));
    features.part(2, feature);
    empty = false;
  }

  /** Whether there is nothing to draw. */
  public boolean isEmpty() {
    return empty;
  }

  /** A tile that holds just this layer. */
  public byte[] toTile() {
    ProtoBytes layer = new ProtoBytes();
    layer.text(1, name);
    layer.append(features);
    keys.keySet().forEach(key -> layer.text(3, key));
    values
        .keySet()
        .forEach(
            text -> {
              ProtoBytes value = new ProtoBytes();
              value.text(1, text);
              layer.part(4, value);
            });
    layer.number(5, extent);
    layer.number(15, VERSION);
    ProtoBytes tile = new ProtoBytes();
    tile.part(3, layer);
    return tile.toBytes();
  }

  private static ProtoBytes commands(List<int[]> lines) {
    ProtoBytes commands = new ProtoBytes();
    int x = 0;
    int y = 0;
    for (int[] line : lines) {
      int points = line.length / 2;
      for (int i = 0; i < points; i++) {
        if (i == 0) {
          commands.varint(1 << 3 | MOVE_TO);
        } else if (i == 1) {
          commands.varint((long) (points - 1) << 3 | LINE_TO);
        }
        commands.zigzag(line[2 * i] - x);
        commands.zigzag(line[2 * i + 1] - y);
        x = line[2 * i];
        y = line[2 * i + 1];
      }
    }
    return commands;
  }

  private static int number(Map<String, Integer> numbers, String text) {
    Integer known = numbers.get(text);
    if (known != null) {
      return known;
    }
    numbers.put(text, numbers.size());
    return numbers.size() - 1;
  }
}
