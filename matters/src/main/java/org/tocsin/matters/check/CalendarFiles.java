package org.tocsin.matters.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.tocsin.kernel.time.WorkCalendar;

/**
 * The working calendars of a folder such as {@code packs/calendars}: {@code cn-2026.yaml} holds the
 * public holidays and make-up days of a year, {@code hours.yaml} the working hours of agencies.
 *
 * @param calendar the calendar of an agency that declares no hours
 * @param hours working hours by agency code
 * @param defects what is wrong with the files
 */
public record CalendarFiles(
    WorkCalendar calendar, Map<String, List<WorkCalendar.Hours>> hours, List<Defect> defects) {
  private static final Set<String> YEAR_KEYS =
      Set.of("year", "source", "mark", "holidays", "makeUp");
  private static final Set<String> HOUR_KEYS = Set.of("usual", "agencies", "source");

  /** Days and hours as they are gathered from the files. */
  private static final class Gathered {
    private final Set<LocalDate> holidays = new HashSet<>();
    private final Set<LocalDate> makeUp = new HashSet<>();
    private final Set<Integer> years = new HashSet<>();
    private final Map<String, List<WorkCalendar.Hours>> agencies = new HashMap<>();
    private final List<Defect> defects = new ArrayList<>();
    private List<WorkCalendar.Hours> usual = WorkCalendar.USUAL_HOURS;
  }

  public CalendarFiles {
    hours = Map.copyOf(hours);
    defects = List.copyOf(defects);
  }

  /**
   * Reads a folder.
   *
   * @throws IOException if a file cannot be read
   */
  public static CalendarFiles read(Path folder, ZoneId zone) throws IOException {
    Map<String, String> texts = new LinkedHashMap<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    }
    return readTexts(texts, zone);
  }

  /** Reads the texts of files by their names; {@code hours.yaml} is the one with working hours. */
  public static CalendarFiles readTexts(Map<String, String> texts, ZoneId zone) {
    Gathered all = new Gathered();
    texts.forEach((name, text) -> one(name, text, all));
    WorkCalendar calendar =
        new WorkCalendar(
            zone, WorkCalendar.MONDAY_TO_FRIDAY, all.holidays, all.makeUp, all.years, all.usual);
    return new CalendarFiles(calendar, all.agencies, all.defects);
  }

  /** The calendar of an agency, by its code. */
  public WorkCalendar of(String agencyCode) {
    List<WorkCalendar.Hours> own = hours.get(agencyCode);
    return own == null ? calendar : calendar.withHours(own);
  }

  private static void one(String name, String text, Gathered all) {
    Report report = new Report(name);
    try {
      Optional<Node> root =
          new Compose(LoadSettings.builder().setLabel(name).build()).composeString(text);
      root.ifPresent(
          n -> {
            if (name.equals("hours.yaml")) {
              hours(new Obj(report, n, "", HOUR_KEYS), report, all);
            } else {
              year(new Obj(report, n, "", YEAR_KEYS), report, all);
            }
          });
    } catch (YamlEngineException e) {
      report.at("", Say.say("不是合法的 YAML", "this is no YAML", "改正", "mend it"));
    }
    all.defects.addAll(report.defects());
  }

  private static void year(Obj in, Report report, Gathered all) {
    List.of("year", "source", "mark", "holidays").forEach(in::needed);
    int year = in.integer("year", 1949, 2999, 1949);
    all.years.add(year);
    in.map(
            "holidays",
            Obj.CODE,
            (code, n) -> days(Obj.scalar(report, n), report, in.at("holidays") + "." + code))
        .values()
        .forEach(all.holidays::addAll);
    in.words("makeUp").forEach(d -> all.makeUp.addAll(days(d, report, in.at("makeUp"))));
  }

  /** {@code 2026-02-15/2026-02-23} or one day. */
  private static List<LocalDate> days(String text, Report report, String path) {
    try {
      int slash = text.indexOf('/');
      LocalDate first = LocalDate.parse(slash < 0 ? text : text.substring(0, slash));
      LocalDate last = slash < 0 ? first : LocalDate.parse(text.substring(slash + 1));
      return first.isAfter(last) || first.plusDays(60).isBefore(last)
          ? bad(report, path)
          : first.datesUntil(last.plusDays(1)).toList();
    } catch (DateTimeException e) {
      return bad(report, path);
    }
  }

  private static List<LocalDate> bad(Report report, String path) {
    report.at(path, Say.shape("2026-02-15/2026-02-23 | 2026-02-15"));
    return List.of();
  }

  private static void hours(Obj in, Report report, Gathered all) {
    if (in.has("usual")) {
      all.usual = hours(in.words("usual"), report, in.at("usual"));
    }
    in.node("agencies")
        .ifPresent(
            n ->
                Obj.mapping(report, n, "agencies")
                    .forEach(
                        (code, list) ->
                            all.agencies.put(
                                code, hours(Obj.words(report, list), report, "agencies." + code))));
  }

  private static List<WorkCalendar.Hours> hours(List<String> texts, Report report, String path) {
    try {
      List<WorkCalendar.Hours> all = new ArrayList<>();
      for (String text : texts) {
        int dash = text.indexOf('-');
        all.add(
            new WorkCalendar.Hours(
                LocalTime.parse(text.substring(0, Math.max(dash, 0))),
                LocalTime.parse(text.substring(dash + 1))));
      }
      WorkCalendar.plain(ZoneId.of("UTC")).withHours(all);
      return all;
    } catch (DateTimeException | IllegalArgumentException e) {
      report.at(path, Say.shape("[\"09:00-12:00\", \"14:00-18:00\"]"));
      return WorkCalendar.USUAL_HOURS;
    }
  }
}
