package org.tocsin.app.registry.files;

import com.carrotsearch.hppc.LongIntHashMap;
import com.carrotsearch.hppc.LongObjectHashMap;
import com.graphhopper.reader.ReaderElement;
import com.graphhopper.reader.ReaderNode;
import com.graphhopper.reader.ReaderWay;
import com.graphhopper.reader.osm.OSMInputFile;
import com.graphhopper.reader.osm.SkipOptions;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import javax.xml.stream.XMLStreamException;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Point;

/**
 * The ways of an OpenStreetMap extract, cut where they meet, by GraphHopper's reader of OSM files.
 * Its way parser is not used: it wants all nodes before all ways before all relations, which joined
 * extracts do not keep.
 */
final class OsmWays {
  private final List<ReaderWay> ways = new ArrayList<>();
  private final LongIntHashMap uses = new LongIntHashMap();
  private final LongObjectHashMap<Point> places = new LongObjectHashMap<>();

  /** Takes one piece of a way between two nodes where ways meet or end. */
  interface PieceSink {
    void accept(ReaderWay way, long fromNode, long toNode, List<Point> line);
  }

  private OsmWays() {}

  /**
   * Reads a file.
   *
   * @throws FileRefused if it is no extract
   */
  static OsmWays read(Path file, Predicate<ReaderWay> wanted) {
    OsmWays read = new OsmWays();
    try {
      read.readWays(file, wanted);
      read.readNodes(file);
    } catch (IOException | XMLStreamException | RuntimeException e) {
      // The reader lets whatever a broken file does to it through.
      throw new FileRefused("osm").because(e);
    }
    return read;
  }

  private void readWays(Path file, Predicate<ReaderWay> wanted)
      throws IOException, XMLStreamException {
    try (OSMInputFile in = open(file, new SkipOptions(true, false, true))) {
      for (ReaderElement element = in.getNext(); element != null; element = in.getNext()) {
        if (element instanceof ReaderWay way && wanted.test(way)) {
          ways.add(way);
          for (int i = 0; i < way.getNodes().size(); i++) {
            boolean end = i == 0 || i == way.getNodes().size() - 1;
            // An end counts twice, so that every way is cut there.
            uses.addTo(way.getNodes().get(i), end ? 2 : 1);
          }
        }
      }
    }
  }

  private void readNodes(Path file) throws IOException, XMLStreamException {
    try (OSMInputFile in = open(file, new SkipOptions(false, true, true))) {
      for (ReaderElement element = in.getNext(); element != null; element = in.getNext()) {
        if (element instanceof ReaderNode node
            && uses.containsKey(node.getId())
            && Point.isValid(node.getLat(), node.getLon())) {
          places.put(node.getId(), new Point(node.getLat(), node.getLon()));
        }
      }
    }
  }

  private static OSMInputFile open(Path file, SkipOptions skip)
      throws IOException, XMLStreamException {
    return new OSMInputFile(file.toFile()).setSkipOptions(skip).setWorkerThreads(1).open();
  }

  int count() {
    return ways.size();
  }

  /** Cuts every way. Nodes that lie outside the extract are left out of the lines. */
  void pieces(PieceSink sink) {
    for (ReaderWay way : ways) {
      List<Point> line = new ArrayList<>();
      long from = -1;
      for (int i = 0; i < way.getNodes().size(); i++) {
        long node = way.getNodes().get(i);
        @Nullable Point at = places.get(node);
        if (at == null) {
          continue;
        }
        line.add(at);
        boolean meets = uses.get(node) > 1;
        if (line.size() == 1) {
          from = node;
        } else if (meets || i == way.getNodes().size() - 1) {
          sink.accept(way, from, node, line);
          line = new ArrayList<>(List.of(at));
          from = node;
        }
      }
    }
  }
}
