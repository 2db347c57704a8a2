package org.tocsin.bench.study;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.app.registry.RoadClass;
import org.tocsin.app.registry.RoadGraph;
import org.tocsin.app.registry.RoadSegment;
import org.tocsin.app.registry.RoadSpeeds;
import org.tocsin.app.registry.RoadTime;
import org.tocsin.app.registry.files.Rejection;
import org.tocsin.app.registry.files.RowSink;
import org.tocsin.app.registry.files.StreetTable;
import org.tocsin.app.registry.files.TextSource;
import org.tocsin.kernel.Point;

/**
 * The street table read by the registry's own reader and turned into its own road graph.
 *
 * @param rejected rows that the reader refused
 */
public record StudyRoads(List<RoadSegment> segments, RoadSpeeds speeds, int rejected) {
  private static final Duration FAR = Duration.ofHours(3);
  private static final String PACK = "/packs/road-speeds.yaml";

  /** Reads a street table with the speeds of the pack. */
  public static StudyRoads read(Path streetTable) throws IOException {
    try (InputStream pack = StudyRoads.class.getResourceAsStream(PACK)) {
      if (pack == null) {
        throw new IOException(PACK + " is not on the class path");
      }
      RoadSpeeds speeds = RoadSpeeds.read(pack);
      Segments segments = new Segments();
      new StreetTable(speeds).read(new TextSource(streetTable), segments);
      return new StudyRoads(List.copyOf(segments.taken), speeds, segments.refused);
    }
  }

  /** The graph with the pack's speeds times a factor per class. */
  public RoadGraph graph(Map<RoadClass, Double> factors) {
    return RoadGraph.build(segments, speeds.model().scaled(factors));
  }

  /** Kilometres of drivable road in each class. */
  public Map<RoadClass, Double> kilometres() {
    Map<RoadClass, Double> sums = new EnumMap<>(RoadClass.class);
    for (RoadSegment s : segments) {
      if (s.drivable()) {
        sums.merge(s.roadClass(), s.lengthMetres() / 1000, Double::sum);
      }
    }
    return sums;
  }

  /** Road times from several places to one. */
  public static List<RoadTime> times(RoadGraph graph, Point target, Collection<Point> origins) {
    List<RoadTime> times = new ArrayList<>(origins.size());
    int i = 0;
    List<Optional<RoadTime>> found = graph.timesTo(target, origins, FAR);
    for (Point origin : origins) {
      times.add(found.get(i++).orElseGet(() -> RoadTime.estimate(origin.distanceTo(target), 0)));
    }
    return times;
  }

  private static final class Segments implements RowSink<RoadSegment> {
    private final List<RoadSegment> taken = new ArrayList<>();
    private int refused;

    @Override
    public void accept(long row, RoadSegment value) {
      taken.add(value);
    }

    @Override
    public void reject(Rejection row) {
      refused++;
    }

    @Override
    public void warn(String code, Object... args) {
      // What is only worth knowing at an import changes nothing here.
    }

    @Override
    public void progress(double share) {
      // The file is small.
    }
  }
}
