package org.tocsin.app.registry.tiles;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.WireFormat;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads vector tiles with the reference library for Protocol Buffers, not with what wrote them. */
final class TileReader {
  /** One feature: its attributes and its lines as x, y, … in units of the tile. */
  record Feature(Map<String, String> attributes, int type, List<int[]> lines) {}

  /** One layer. */
  record Layer(String name, int version, int extent, List<Feature> features) {}

  private final List<byte[]> raw = new ArrayList<>();
  private final List<String> keys = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private String name = "";
  private int version;
  private int extent;

  private TileReader() {}

  static List<Layer> read(byte[] tile) {
    try {
      CodedInputStream in = CodedInputStream.newInstance(tile);
      List<Layer> layers = new ArrayList<>();
      for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
        if (WireFormat.getTagFieldNumber(tag) != 3) {
          throw new AssertionError("no field of a tile: " + tag);
        }
        layers.add(new TileReader().layer(in.readByteArray()));
      }
      return layers;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Layer layer(byte[] bytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 1 -> name = in.readString();
        case 2 -> raw.add(in.readByteArray());
        case 3 -> keys.add(in.readString());
        case 4 -> values.add(value(in.readByteArray()));
        case 5 -> extent = in.readUInt32();
        case 15 -> version = in.readUInt32();
        default -> throw new AssertionError("no field of a layer: " + tag);
      }
    }
    List<Feature> features = new ArrayList<>();
    for (byte[] feature : raw) {
      features.add(feature(feature));
    }
    return new Layer(name, version, extent, features);
  }

  private static String value(byte[] bytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    in.readTag();
    return in.readString();
  }

  private Feature feature(byte[] bytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    Map<String, String> attributes = new LinkedHashMap<>();
    List<int[]> lines = List.of();
    int type = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      switch (WireFormat.getTagFieldNumber(tag)) {
        case 2 -> {
          List<Integer> tags = packed(in.readByteArray());
          for (int i = 0; i < tags.size(); i += 2) {
            attributes.put(keys.get(tags.get(i)), values.get(tags.get(i + 1)));
          }
        }
        case 3 -> type = in.readEnum();
        case 4 -> lines = lines(packed(in.readByteArray()));
        default -> throw new AssertionError("no field of a feature: " + tag);
      }
    }
    return new Feature(attributes, type, lines);
  }

  private static List<Integer> packed(byte[] bytes) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(bytes);
    List<Integer> numbers = new ArrayList<>();
    while (!in.isAtEnd()) {
      numbers.add(in.readUInt32());
    }
    return numbers;
  }

  private static List<int[]> lines(List<Integer> commands) {
    List<int[]> lines = new ArrayList<>();
    List<Integer> line = new ArrayList<>();
    int x = 0;
    int y = 0;
    int i = 0;
    while (i < commands.size()) {
      int command = commands.get(i) & 7;
      int count = commands.get(i++) >> 3;
      if (command == 1 && !line.isEmpty()) {
        lines.add(line.stream().mapToInt(Integer::intValue).toArray());
        line.clear();
      }
      for (int n = 0; n < count; n++) {
        x += CodedInputStream.decodeZigZag32(commands.get(i++));
        y += CodedInputStream.decodeZigZag32(commands.get(i++));
        line.add(x);
        line.add(y);
      }
    }
    lines.add(line.stream().mapToInt(Integer::intValue).toArray());
    return lines;
  }
}
