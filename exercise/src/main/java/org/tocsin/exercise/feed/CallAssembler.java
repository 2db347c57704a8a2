package org.tocsin.exercise.feed;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Point;

/** Puts a log's rows together into calls and keeps what could not be used. */
final class CallAssembler {
  private final FeedMapping mapping;
  private final LogClock clock;
  private final Map<String, Building> calls = new LinkedHashMap<>();
  private final Set<String> seen = new HashSet<>();
  private final Set<String> unknown = new HashSet<>();
  private final List<FeedProblem> problems = new ArrayList<>();
  private String file = "";

  CallAssembler(FeedMapping mapping) {
    this.mapping = mapping;
    this.clock = new LogClock(mapping);
  }

  List<FeedProblem> problems() {
    return problems;
  }

  /** Takes one row, or says why not. */
  void add(String fileName, LogRow.Columns columns, CsvFile.Row raw) {
    file = fileName;
    if (raw.broken()) {
      String start = raw.values().getFirst();
      String name = start.substring(0, Math.min(40, start.length()));
      report(raw.line(), name, FeedProblem.Code.BROKEN_ROW, raw.error());
      return;
    }
    if (raw.values().size() != columns.width()) {
      report(
          raw.line(),
          raw.values().getFirst(),
          FeedProblem.Code.WRONG_COLUMN_COUNT,
          "has " + raw.values().size() + " columns where the header has " + columns.width());
      return;
    }
    take(new LogRow(raw.line(), raw.values(), columns));
  }

  private void take(LogRow row) {
    Map<Stamp, Instant> stamps = stamps(row);
    Instant received = stamps.get(Stamp.RECEIVED);
    if (!row.has("call") || received == null) {
      String what = row.has("call") ? "time received" : "call number";
      report(
          row, FeedProblem.Code.MISSING_VALUE, "no readable " + what + ": the row is not played");
      return;
    }
    Building call = calls.computeIfAbsent(row.get("call"), n -> new Building(row, received));
    if (!call.received.equals(received) || !call.row.get("callType").equals(row.get("callType"))) {
      report(
          row,
          FeedProblem.Code.CALL_DIFFERS,
          "says otherwise of the call than its first row, which counts");
    }
    StampRule.Judged judged = StampRule.judge(stamps);
    judged.impossible().forEach(i -> report(row, i.code(), i.why() + ": not counted"));
    Instant entered = judged.possible().get(Stamp.ENTERED);
    if (entered != null && call.entered == null) {
      call.entered = entered;
    }
    if (row.has("unit")) {
      takeUnit(row, call, judged);
    }
  }

  private void takeUnit(LogRow row, Building call, StampRule.Judged judged) {
    Instant dispatched = judged.possible().get(Stamp.DISPATCHED);
    if (dispatched == null) {
      report(
          row,
          FeedProblem.Code.MISSING_VALUE,
          "no readable time of dispatch: the response is not played");
    } else if (dispatched.isBefore(call.received)) {
      report(
          row,
          FeedProblem.Code.DISPATCH_BEFORE_CALL,
          "sent at "
              + dispatched
              + " before the call at "
              + call.received
              + ": the response is not played");
    } else if (!seen.add(row.name() + dispatched)) {
      report(row, FeedProblem.Code.DUPLICATE_ROW, "stands in the log twice; played once");
    } else {
      UnitResponse unit =
          new UnitResponse(
              row.line(),
              row.get("unit"),
              code(row, "unitType", mapping.unitTypes(), FeedProblem.Code.UNKNOWN_UNIT_TYPE),
              judged.possible().tailMap(Stamp.DISPATCHED),
              judged.impossible());
      call.units.add(unit);
      if (!unit.cleared()) {
        report(
            row,
            FeedProblem.Code.NEVER_CLEARED,
            "the log never says that the unit was free again: its assignment and the incident stay"
                + " open");
      }
    }
  }

  private Map<Stamp, Instant> stamps(LogRow row) {
    Map<Stamp, Instant> stamps = new EnumMap<>(Stamp.class);
    Instant before = null;
    for (Stamp stamp : Stamp.values()) {
      String text = row.get(stamp.column());
      if (text.isEmpty()) {
        continue;
      }
      Optional<Instant> at = clock.read(text, before);
      if (at.isEmpty()) {
        report(
            row,
            FeedProblem.Code.BAD_TIME,
            "%s is \"%s\", not a time like %s in %s"
                .formatted(stamp.column(), text, mapping.timeFormats().getFirst(), mapping.zone()));
      } else {
        stamps.put(stamp, at.get());
        before = at.get();
      }
    }
    return stamps;
  }

  /** The calls in the order they came in. */
  List<CallRecord> assemble() {
    return calls.values().stream()
        .map(this::call)
        .sorted(Comparator.comparing(CallRecord::received).thenComparing(CallRecord::number))
        .toList();
  }

  private CallRecord call(Building b) {
    LogRow row = b.row;
    b.units.sort(Comparator.comparing(UnitResponse::dispatched).thenComparing(UnitResponse::unit));
    String typeText = row.get("callType");
    String word = row.get("disposition");
    String joins = row.get("joins");
    String ending = row.get("ending");
    return new CallRecord(
        row.get("call"),
        b.received,
        b.enteredBeforeFirstDispatch(),
        code(row, "callType", mapping.callTypes(), FeedProblem.Code.UNKNOWN_CALL_TYPE),
        typeText,
        Integer.parseInt(
            code(row, "priority", mapping.priorities(), FeedProblem.Code.UNKNOWN_PRIORITY)),
        word.isEmpty()
            ? null
            : code(
                row, "disposition", mapping.dispositions(), FeedProblem.Code.UNKNOWN_DISPOSITION),
        word,
        row.get("address"),
        place(row),
        row.get("area"),
        row.get("group"),
        word(mapping.channels(), row.get("channel"), "PHONE_110"),
        row.get("callback"),
        row.get("caller"),
        row.get("narrative"),
        joins.isEmpty() ? null : joins,
        ending(joins, ending),
        List.copyOf(b.units));
  }

  private CallRecord.Ending ending(String joins, String word) {
    if (!joins.isEmpty()) {
      return CallRecord.Ending.JOINED;
    }
    Map<String, CallRecord.Ending> endings = mapping.endings();
    CallRecord.Ending named = endings == null ? null : endings.get(word);
    return named == null ? CallRecord.Ending.INCIDENT : named;
  }

  private static String word(@Nullable Map<String, String> map, String word, String otherwise) {
    return map == null ? otherwise : map.getOrDefault(word, otherwise);
  }

  private @Nullable Point place(LogRow row) {
    String text = row.has("position") ? row.get("position") : row.get("lat") + "," + row.get("lon");
    if (text.equals(",")) {
      return null;
    }
    Optional<Point> place = Positions.read(text);
    if (place.isEmpty()) {
      report(
          row,
          FeedProblem.Code.IMPOSSIBLE_POSITION,
          "\"" + text + "\" is no place on earth: the call is played with its address only");
    }
    return place.orElse(null);
  }

  private String code(
      LogRow row, String column, FeedMapping.Codes codes, FeedProblem.Code otherwise) {
    String word = row.get(column);
    String code = codes.find(word);
    if (code == null && unknown.add(column + word)) {
      report(
          row, otherwise, "\"" + word + "\" is not in the mapping: taken as " + codes.otherwise());
    }
    return code == null ? codes.otherwise() : code;
  }

  private void report(LogRow row, FeedProblem.Code code, String message) {
    report(row.line(), row.name(), code, message);
  }

  private void report(long line, String row, FeedProblem.Code code, String message) {
    problems.add(new FeedProblem(file, line, row, code, message));
  }

  /** A call while its rows come in. */
  private static final class Building {
    final LogRow row;
    final Instant received;
    final List<UnitResponse> units = new ArrayList<>();
    @Nullable Instant entered;

    Building(LogRow row, Instant received) {
      this.row = row;
      this.received = received;
    }

    Instant enteredBeforeFirstDispatch() {
      Instant at = entered;
      boolean usable =
          at != null && (units.isEmpty() || !units.getFirst().dispatched().isBefore(at));
      return usable && at != null ? at : received;
    }
  }
}
