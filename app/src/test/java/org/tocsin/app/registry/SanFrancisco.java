package org.tocsin.app.registry;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import org.springframework.core.io.ClassPathResource;
import org.tocsin.app.registry.files.Rejection;
import org.tocsin.app.registry.files.RowSink;
import org.tocsin.app.registry.files.StreetTable;
import org.tocsin.app.registry.files.TextSource;
import org.tocsin.app.testing.SharedData;
import org.tocsin.kernel.Point;

/** The public street table and call log of San Francisco, where they are there. */
public final class SanFrancisco {
  private SanFrancisco() {}

  /** One call of the log. */
  public record Call(String number, String address, Point point) {}

  public static RoadSpeeds speeds() {
    try {
      return RoadSpeeds.read(new ClassPathResource("packs/road-speeds.yaml").getInputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public static List<RoadSegment> streets() {
    List<RoadSegment> segments = new ArrayList<>();
    new StreetTable(speeds())
        .read(new TextSource(SharedData.need("sf_roads/sf_edges.csv.gz")), collect(segments));
    return segments;
  }

  public static <T> RowSink<T> collect(List<T> into) {
    return new RowSink<>() {
      @Override
      public void accept(long row, T value) {
        into.add(value);
      }

      @Override
      public void reject(Rejection row) {
        throw new AssertionError(row);
      }

      @Override
      public void warn(String code, Object... args) {}

      @Override
      public void progress(double share) {}
    };
  }

  public static List<Call> calls() {
    var file = SharedData.need("sf_fire_dispatch/sffd_units_2016-12-31_2017-01-07.csv.gz");
    Map<String, Call> calls = new LinkedHashMap<>();
    try (var in =
            new BufferedReader(
                new InputStreamReader(
                    new GZIPInputStream(new FileInputStream(file.toFile())),
                    StandardCharsets.UTF_8));
        var rows = CSVFormat.RFC4180.builder().setHeader().get().parse(in)) {
      for (CSVRecord row : rows) {
        String[] place = row.get("Location").replaceAll("[()]", "").split(",");
        Point point =
            new Point(Double.parseDouble(place[0].strip()), Double.parseDouble(place[1].strip()));
        String number = row.get("Call Number");
        calls.putIfAbsent(number, new Call(number, row.get("Address"), point));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return List.copyOf(calls.values());
  }
}
