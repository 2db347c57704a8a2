package org.tocsin.exercise.city;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tocsin.kernel.Point;

/** The city in the registry's import formats. */
public final class CityFiles {
  private static final int ADDRESS_EVERY = 3;

  private CityFiles() {}

  /** One file to import: what kind, under what name, its bytes. */
  public record File(String kind, String name, byte[] content) {}

  /**
   * All files, those first that dispatching needs. The names carry the seed, so that an instance
   * knows what it has.
   */
  public static List<File> of(City city, long seed) {
    Map<String, List<String>> all = new LinkedHashMap<>();
    all.put("STREET_TABLE streets.csv", streets(city));
    all.put("PRECINCTS precincts.geojson", precincts(city));
    all.put("LANDMARKS landmarks.csv", landmarks(city));
    all.put("INTERSECTIONS crossings.csv", crossings(city));
    all.put("ADDRESSES addresses.csv", addresses(city));
    List<File> files = new ArrayList<>();
    all.forEach(
        (key, lines) -> {
          String kind = key.substring(0, key.indexOf(' '));
          String name = "qinglan-%d-%s".formatted(seed, key.substring(key.indexOf(' ') + 1));
          String text = String.join("\n", lines) + "\n";
          files.add(new File(kind, name, text.getBytes(StandardCharsets.UTF_8)));
        });
    return files;
  }

  private static List<String> streets(City city) {
    List<String> lines = new ArrayList<>();
    lines.add(
        "id,street,class,from_node,to_node,left_from,left_to,right_from,right_to,area,length_m,line");
    for (Block b : city.blocks()) {
      String line =
          b.line().stream().map(p -> p.lon() + "," + p.lat()).collect(Collectors.joining(" "));
      int last = b.first() + Block.NUMBERS - 2;
      lines.add(
          String.format(
              Locale.ROOT,
              "%d,%s,%s,%d,%d,%d,%d,%d,%d,%s,%.1f,\"%s\"",
              b.id(),
              b.street(),
              b.kind(),
              b.from(),
              b.to(),
              b.first(),
              last,
              b.first() + 1,
              last + 1,
              city.precincts().get(b.precinct()).district(),
              b.metres(),
              line));
    }
    return lines;
  }

  private static List<String> precincts(City city) {
    List<String> lines = new ArrayList<>();
    lines.add("{\"type\":\"FeatureCollection\",\"features\":[");
    for (int i = 0; i < city.precincts().size(); i++) {
      Precinct p = city.precincts().get(i);
      String ring =
          p.outline().stream()
              .map(at -> "[" + at.lon() + "," + at.lat() + "]")
              .collect(Collectors.joining(","));
      lines.add(
          ("{\"type\":\"Feature\",\"properties\":{\"code\":\"%s\",\"name\":\"%s辖区\",\"agencyCode\":\"%s\"},"
                  + "\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[%s]]}}%s")
              .formatted(
                  p.code(),
                  p.station(),
                  p.code(),
                  ring,
                  i + 1 < city.precincts().size() ? "," : ""));
    }
    lines.add("]}");
    return lines;
  }

  private static List<String> landmarks(City city) {
    List<String> lines = new ArrayList<>(List.of("name,lat,lon,other_names,category"));
    for (Landmark l : city.landmarks()) {
      Point at = l.spot().point();
      lines.add(
          "%s,%s,%s,%s,%s"
              .formatted(l.name(), at.lat(), at.lon(), String.join("|", l.said()), l.sort()));
    }
    return lines;
  }

  private static List<String> crossings(City city) {
    List<String> lines = new ArrayList<>(List.of("street_a,street_b,lat,lon"));
    city.crossings().stream()
        .sorted()
        .forEach(
            c -> {
              List<String> streets = city.streetsAt(c);
              Point at = city.point(c);
              for (int i = 1; i < streets.size(); i++) {
                lines.add(
                    "%s,%s,%s,%s"
                        .formatted(streets.getFirst(), streets.get(i), at.lat(), at.lon()));
              }
            });
    return lines;
  }

  private static List<String> addresses(City city) {
    List<String> lines = new ArrayList<>(List.of("code,text,lat,lon"));
    for (Block b : city.blocks()) {
      if (b.id() % ADDRESS_EVERY == 0) {
        Spot spot = new Spot(b, (b.id() % 7 + 1) / 9.0);
        Point at = spot.point();
        lines.add("QLA%d,%s,%s,%s".formatted(b.id(), city.address(spot, true), at.lat(), at.lon()));
      }
    }
    for (Landmark l : city.landmarks()) {
      Point at = l.spot().point();
      lines.add(
          "QLM%04d,%s%s,%s,%s"
              .formatted(
                  city.landmarks().indexOf(l),
                  city.address(l.spot(), true),
                  l.name(),
                  at.lat(),
                  at.lon()));
    }
    return lines;
  }
}
