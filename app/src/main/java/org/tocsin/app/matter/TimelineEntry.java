package org.tocsin.app.matter;

import java.time.Instant;
import java.util.Map;
import org.tocsin.app.foundation.Text;

/**
 * One line of an incident's timeline.
 *
 * @param seq grows with every line written
 * @param at when it happened
 * @param enteredAt when it was written; later than {@code at} for a late entry
 * @param by who did or told it
 * @param data codes and ids for programs
 */
public record TimelineEntry(
    long seq,
    Instant at,
    Instant enteredAt,
    String kind,
    String by,
    Text text,
    Map<String, Object> data) {}
