package org.tocsin.app.registry.files;

import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVRecord;
import org.tocsin.kernel.Datum;
import org.tocsin.kernel.Point;

/** The cells of one row, by the names of their columns. */
final class Cells {
  private static final int MAX_CELL = 500;

  private final CSVRecord cells;
  private final Map<String, Integer> places;

  Cells(CSVRecord cells, Map<String, Integer> places) {
    this.cells = cells;
    this.places = places;
  }

  boolean has(String column) {
    return places.containsKey(column);
  }

  /** The cell without blanks around it; empty where the file has no such column. */
  String text(String column) {
    String text = raw(column);
    if (text.length() > MAX_CELL) {
      throw refused(column, RowFault.TOO_LONG);
    }
    return text;
  }

  /** As {@link #text} without the limit of length, for lines. */
  String raw(String column) {
    Integer place = places.get(column);
    return place == null ? "" : cells.get(place).strip();
  }

  String needed(String column) {
    String text = text(column);
    if (text.isEmpty()) {
      throw refused(column, RowFault.EMPTY);
    }
    return text;
  }

  /** A whole number from 0 to the greatest allowed; 0 where the cell is empty. */
  int count(String column, int max) {
    String text = text(column);
    if (text.isEmpty()) {
      return 0;
    }
    try {
      int value = Integer.parseInt(text);
      if (value >= 0 && value <= max) {
        return value;
      }
    } catch (NumberFormatException e) {
      // refused below, as a number out of range is
    }
    throw refused(column, RowFault.NUMBER);
  }

  double decimal(String column) {
    try {
      double value = Double.parseDouble(needed(column));
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // refused below
    }
    throw refused(column, RowFault.NUMBER);
  }

  /** The columns lat, lon and datum (WGS84 where empty). */
  Point point() {
    double lat = decimal("lat");
    double lon = decimal("lon");
    if (!Point.isValid(lat, lon)) {
      throw new RowRefused("lat", lat + "," + lon, RowFault.LAT_LON);
    }
    return datum().toWgs84(lat, lon);
  }

  private Datum datum() {
    String text = text("datum").toUpperCase(Locale.ROOT).replace("-", "");
    return switch (text) {
      case "", "WGS84" -> Datum.WGS84;
      case "GCJ02" -> Datum.GCJ02;
      default -> throw refused("datum", RowFault.UNKNOWN_VALUE);
    };
  }

  RowRefused refused(String column, RowFault fault) {
    return new RowRefused(column, raw(column), fault);
  }
}
