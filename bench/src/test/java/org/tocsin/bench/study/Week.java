package org.tocsin.bench.study;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/**
 * A log in a few words: each line is {@code call unit type area lat,lon dispatch response scene
 * transport available}, times as {@code 10:05} on 1 January 2017, {@code -} for none.
 */
final class Week {
  private static final String HEADER =
      "Call Number,Unit ID,Unit Type,Station Area,Location,Address,Priority,Dispatch DtTm,"
          + "Response DtTm,On Scene DtTm,Transport DtTm,Available DtTm\n";

  private Week() {}

  static DispatchLog of(String... lines) {
    StringBuilder csv = new StringBuilder(HEADER);
    for (String line : lines) {
      String[] w = line.split("\\s+");
      String[] place = w[4].split(",");
      csv.append(
          "%s,%s,%s,%s,\"(%s, %s)\",\"0 Block of A ST\",3,%s,%s,%s,%s,%s%n"
              .formatted(
                  w[0],
                  w[1],
                  w[2],
                  w[3],
                  place[0],
                  place[1],
                  time(w[5]),
                  time(w[6]),
                  time(w[7]),
                  time(w[8]),
                  time(w[9])));
    }
    try {
      return DispatchLog.read(
          new ByteArrayInputStream(csv.toString().getBytes(StandardCharsets.UTF_8)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String time(String hhmm) {
    if (hhmm.equals("-")) {
      return "";
    }
    int hour = Integer.parseInt(hhmm.substring(0, 2));
    String half = hour < 12 ? "AM" : "PM";
    int shown = hour % 12 == 0 ? 12 : hour % 12;
    return "01/01/2017 %02d:%s:00 %s".formatted(shown, hhmm.substring(3), half);
  }
}
