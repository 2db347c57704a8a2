package org.tocsin.exercise.feed;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Point;

/**
 * One call of a feed with the units sent to it.
 *
 * @param number the log's own number
 * @param received when it came in
 * @param entered when it was taken down; the incident is created then
 * @param typeCode our code
 * @param typeText the log's own word
 * @param priority 1 (most urgent) to 4
 * @param disposition our code, or null if the log has none
 * @param place where, or null if the log says nothing that can be true
 * @param area the station area's code, empty if none
 * @param group the code of what the area belongs to, empty if none
 * @param joins the number of the call whose incident this one reports too, or null
 * @param ending what became of a call that made no incident
 */
public record CallRecord(
    String number,
    Instant received,
    Instant entered,
    String typeCode,
    String typeText,
    int priority,
    @Nullable String disposition,
    String dispositionText,
    String address,
    @Nullable Point place,
    String area,
    String group,
    String channel,
    String callback,
    String caller,
    String narrative,
    @Nullable String joins,
    Ending ending,
    List<UnitResponse> units) {

  /** What a call comes to. */
  public enum Ending {
    INCIDENT,
    JOINED,
    NUISANCE,
    ABANDONED
  }

  /** When the last unit was free again; null if the record leaves one out, or there were none. */
  public @Nullable Instant allCleared() {
    Instant last = null;
    for (UnitResponse unit : units) {
      Instant cleared = unit.at(Stamp.CLEARED);
      if (cleared == null) {
        return null;
      }
      last = last == null || cleared.isAfter(last) ? cleared : last;
    }
    return last;
  }
}
