package org.tocsin.bench.study;

import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Point;

/**
 * Where the position model puts a unit at an instant, and how it comes to think so.
 *
 * @param place null when {@link Kind#BUSY} or {@link Kind#UNKNOWN}
 */
public record Whereabouts(Kind kind, @Nullable Point place) {
  /** How much the place can be trusted. */
  public enum Kind {
    /** On another call: not free. */
    BUSY("busy"),
    /** Not on duty as far as the log shows, or never seen before. */
    UNKNOWN("unknown"),
    /** At its station. */
    HOME("at its station"),
    /** Has a station, but was on a call a short while ago. */
    AFTER_CALL("just after a call"),
    /** Has no station: where its last call was. */
    LAST_CALL("no station: place of its last call"),
    /** Has no station and carried a patient to a hospital that the log does not name. */
    AFTER_TRANSPORT("no station: after a transport");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    /** For a table. */
    public String words() {
      return words;
    }
  }

  /** Whether the unit could be sent from a place we know something about. */
  public boolean free() {
    return place != null;
  }

  static Whereabouts nowhere(Kind kind) {
    return new Whereabouts(kind, null);
  }
}
