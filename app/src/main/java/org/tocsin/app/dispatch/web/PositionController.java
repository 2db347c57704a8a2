package org.tocsin.app.dispatch.web;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.dispatch.Positions;
import org.tocsin.kernel.UnitId;

/**
 * Positions over HTTP, as trackers send them: the OsmAnd / Traccar query ({@code
 * ?id=&lat=&lon=&timestamp=&speed=&bearing=}, speed in knots, time in seconds or milliseconds since
 * 1970 or ISO-8601) and JSON batches (speed in metres per second).
 */
@RestController
@RequestMapping("/api/positions")
class PositionController {
  private static final double METRES_PER_SECOND_PER_KNOT = 1852.0 / 3600;

  /** Above this a bare number counts milliseconds: in seconds it would lie beyond the year 5000. */
  private static final double FIRST_MILLIS = 1e11;

  private final Positions positions;

  PositionController(Positions positions) {
    this.positions = positions;
  }

  /** One row of a batch; {@code unit} is a call sign, {@code id} a unit id. */
  record Row(
      @Nullable String unit,
      @Nullable String id,
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable String at,
      @Nullable Double speed,
      @Nullable Double course) {}

  record Rejected(int index, String code, String message) {}

  record Taken(int accepted, List<Rejected> rejected) {}

  @RequestMapping(method = {RequestMethod.GET, RequestMethod.POST})
  ResponseEntity<Taken> one(
      @RequestParam(required = false) @Nullable String id,
      @RequestParam double lat,
      @RequestParam double lon,
      @RequestParam(required = false) @Nullable String timestamp,
      @RequestParam(required = false) @Nullable Double speed,
      @RequestParam(required = false) @Nullable Double bearing) {
    Taken taken =
        show(
            positions.report(
                List.of(
                    report(
                        new Row(
                            id,
                            null,
                            lat,
                            lon,
                            timestamp,
                            speed == null ? null : speed * METRES_PER_SECOND_PER_KNOT,
                            bearing)))));
    return ResponseEntity.status(taken.accepted() == 1 ? HttpStatus.OK : HttpStatus.BAD_REQUEST)
        .body(taken);
  }

  @PostMapping("/batch")
  Taken batch(@RequestBody List<Row> rows) {
    return show(positions.report(rows.stream().map(PositionController::report).toList()));
  }

  private static Positions.Report report(Row row) {
    UnitId unit = null;
    String named = row.id() == null ? row.unit() : row.id();
    if (named != null) {
      try {
        unit = UnitId.of(named);
      } catch (IllegalArgumentException e) {
        unit = null;
      }
    }
    return new Positions.Report(
        unit,
        unit == null ? named : null,
        row.lat() == null ? Double.NaN : row.lat(),
        row.lon() == null ? Double.NaN : row.lon(),
        instant(row.at()),
        row.speed(),
        row.course());
  }

  /** A time that cannot be read makes the report one from the far future, which is rejected. */
  private static @Nullable Instant instant(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return null;
    }
    try {
      if (Character.isDigit(text.charAt(text.length() - 1)) && text.indexOf('T') < 0) {
        double number = Double.parseDouble(text);
        return Instant.ofEpochMilli(
            Math.round(Math.abs(number) < FIRST_MILLIS ? number * 1000 : number));
      }
      return Instant.parse(text);
    } catch (NumberFormatException | DateTimeException e) {
      return Instant.MAX;
    }
  }

  private static Taken show(Positions.Taken taken) {
    boolean zh = Locale.CHINESE.getLanguage().equals(LocaleContextHolder.getLocale().getLanguage());
    return new Taken(
        taken.accepted(),
        taken.rejected().stream()
            .map(r -> new Rejected(r.index(), r.code(), zh ? r.message().zh() : r.message().en()))
            .toList());
  }
}
