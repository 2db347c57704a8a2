package org.tocsin.app.matter;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.Text;

/**
 * One line of a matter's timeline.
 *
 * @param seq its place
 * @param at when it was entered
 * @param claimedAt when it is said to have happened; set on late entries only
 * @param who a person's name, or {@code system}
 * @param what the transition, or a code such as {@code CLOCK_STARTED}, {@code ASSIGNED}
 * @param names the same in words
 * @param detail particulars in words: the reason given, a due instant
 * @param data particulars for programs; no personal values
 */
public record MatterEntry(
    long seq,
    Instant at,
    @Nullable Instant claimedAt,
    String who,
    String what,
    Text names,
    @Nullable Text detail,
    Map<String, Object> data) {
  public MatterEntry {
    data = Map.copyOf(data);
  }
}
