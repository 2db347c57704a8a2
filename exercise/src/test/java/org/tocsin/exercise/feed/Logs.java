package org.tocsin.exercise.feed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Small logs in San Francisco's published shape. A row is {@code "1 E38 | received | entry |
 * dispatch | ..."}.
 */
final class Logs {
  static final String HEADER =
      "Call Number,Unit ID,Call Type,Received DtTm,Entry DtTm,Dispatch DtTm,Response DtTm,On Scene"
          + " DtTm,Transport DtTm,Hospital DtTm,Available DtTm,Call Final"
          + " Disposition,Address,Battalion,Station Area,Priority,Unit Type,Location";

  private Logs() {}

  /** A row of call, unit and eight times of day of 2017-01-01 in UTC-8 ({@code -} for none). */
  static String row(String call, String unit, String times) {
    return row(call, unit, "Medical Incident", times, "\"(37.77, -122.42)\"");
  }

  static String row(String call, String unit, String type, String times, String place) {
    StringBuilder row = new StringBuilder(call + "," + unit + "," + type);
    for (String time : times.split(" ")) {
      row.append(',').append(time.equals("-") ? "" : stamp(time));
    }
    return row + ",Code 2 Transport,0 Block of GROVE ST,B02,05,3,ENGINE," + place;
  }

  private static String stamp(String time) {
    int hour = Integer.parseInt(time.substring(0, 2));
    return "01/01/2017 %02d%s %s"
        .formatted(hour % 12 == 0 ? 12 : hour % 12, time.substring(2), hour < 12 ? "AM" : "PM");
  }

  static Path write(Path folder, String... lines) {
    try {
      Path file = folder.resolve("log.csv");
      Files.writeString(file, String.join("\r\n", lines) + "\r\n");
      return file;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Feed read(Path file) {
    return new FeedReader(Mappings.of(null)).read(file);
  }
}
