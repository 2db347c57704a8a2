package org.tocsin.exercise.town;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.tocsin.kernel.Point;

/**
 * Writes a generated day as a feed: the CAD log, units, positions, and the town in the registry's
 * import formats.
 */
public final class TownFiles {
  private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT);
  private static final String LOG_HEADER =
      "接警单号,报警人,回拨号码,报警内容,警情类别,警情等级,地址,纬度,经度,派出所,分局,接报时间,建单时间,并入单号,接警结果,"
          + "警力,警力类型,派警时间,签收时间,出警时间,到场时间,处警完毕时间,处置结果";

  private TownFiles() {}

  /** Writes the day of a seed into a folder; the same seed always writes the same bytes. */
  public static void write(long seed, Path folder) {
    Day day = new Day(seed);
    try {
      Files.createDirectories(folder);
      write(folder, "calls.csv", log(day));
      write(folder, "units.csv", units(day));
      write(folder, "positions.csv", positions(day));
      write(folder, "roads.csv", roads(day.town()));
      write(folder, "landmarks.csv", landmarks(day.town()));
      write(folder, "precincts.geojson", List.of(precincts(day.town())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path folder, String name, List<String> lines) throws IOException {
    Files.writeString(folder.resolve(name), String.join("\n", lines) + "\n");
  }

  private static List<String> log(Day day) {
    List<String> lines = new ArrayList<>(List.of(LOG_HEADER));
    for (Day.Call call : day.calls()) {
      if (call.sent().isEmpty()) {
        lines.add(row(call) + ",,,,,,,," + call.disposition());
      }
      for (Day.Sent s : call.sent()) {
        lines.add(
            String.join(
                ",",
                row(call),
                s.car().callSign,
                s.car().type,
                time(s.dispatched()),
                time(s.acknowledged()),
                time(s.departed()),
                time(s.arrived()),
                time(s.cleared()),
                call.disposition()));
      }
    }
    return lines;
  }

  private static String row(Day.Call c) {
    boolean nowhere = !c.ending().isEmpty();
    return String.join(
        ",",
        c.number(),
        c.caller(),
        c.phone(),
        c.text(),
        c.type(),
        "" + c.priority(),
        c.address(),
        nowhere ? "" : "" + c.place().lat(),
        nowhere ? "" : "" + c.place().lon(),
        c.station().code(),
        "BH",
        time(c.received()),
        time(c.entered()),
        c.joins(),
        c.ending());
  }

  private static String time(LocalDateTime at) {
    return TIME.format(at);
  }

  private static List<String> units(Day day) {
    List<String> lines = new ArrayList<>(List.of("unit,type,area,lat,lon,crew"));
    for (Day.Car car : day.cars()) {
      Point home = day.town().at(day.town().home(car.station));
      lines.add(
          String.join(
              ",",
              car.callSign,
              car.type,
              car.station.code(),
              "" + home.lat(),
              "" + home.lon(),
              car.crew));
    }
    return lines;
  }

  private static List<String> positions(Day day) {
    record Line(Instant at, String unit, String text) {}
    List<Line> all = new ArrayList<>();
    for (Day.Car car : day.cars()) {
      for (Trail.Fix fix : Trail.of(day.town(), car, day.start())) {
        Instant at = fix.at().atZone(ZONE).toInstant();
        String place =
            fix.place().lat() + "," + fix.place().lon() + "," + fix.speed() + "," + fix.course();
        all.add(new Line(at, car.callSign, at + "," + car.callSign + "," + place));
      }
    }
    all.sort(Comparator.comparing(Line::at).thenComparing(Line::unit));
    List<String> lines = new ArrayList<>(List.of("at,unit,lat,lon,speed,course"));
    all.forEach(l -> lines.add(l.text()));
    return lines;
  }

  private static List<String> roads(Town town) {
    List<String> lines =
        new ArrayList<>(
            List.of(
                "cnn,street,classcode,layer,jurisdiction,accepted,f_node,t_node,lf_from,lf_to,rt_from,rt_to,zip,district,"
                    + "nhood,length_m,polyline_lon_lat"));
    for (Town.Block b : town.blocks()) {
      Point from = town.at(b.from());
      Point to = town.at(b.to());
      lines.add(
          "%d,%s,%d,STREETS,,Y,%d,%d,%d,%d,%d,%d,,滨河区,%s,%.1f,\"%s,%s %s,%s\""
              .formatted(
                  b.id(),
                  b.street(),
                  b.arterial() ? 3 : 5,
                  5000 + b.from(),
                  5000 + b.to(),
                  b.first(),
                  b.last(),
                  b.first() + 1,
                  b.last() + 1,
                  town.station(b.from()).name(),
                  from.distanceTo(to),
                  from.lon(),
                  from.lat(),
                  to.lon(),
                  to.lat()));
    }
    return lines;
  }

  private static List<String> landmarks(Town town) {
    List<String> lines = new ArrayList<>(List.of("name,lat,lon,address"));
    for (Town.Landmark l : town.landmarks()) {
      Point at = town.at(l.corner());
      lines.add(l.name() + "," + at.lat() + "," + at.lon() + "," + town.cornerName(l.corner()));
    }
    return lines;
  }

  private static String precincts(Town town) {
    return Town.STATIONS.stream()
        .map(
            s ->
                "{\"type\":\"Feature\",\"properties\":{\"code\":\"QL-BH-%s\",\"name\":\"%s辖区\",\"agencyCode\":\"QL-BH-%s\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[[%s]]}}"
                    .formatted(
                        s.code(),
                        s.name(),
                        s.code(),
                        town.outline(s).stream()
                            .map(p -> "[" + p.lon() + "," + p.lat() + "]")
                            .collect(Collectors.joining(","))))
        .collect(
            Collectors.joining(",\n", "{\"type\":\"FeatureCollection\",\"features\":[\n", "\n]}"));
  }
}
