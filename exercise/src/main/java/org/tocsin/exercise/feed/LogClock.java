package org.tocsin.exercise.feed;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a log's local times. Where clocks are put back an hour happens twice: the earlier reading
 * is taken unless it lies before the stamp already known, then the later one. A time in the hour
 * that is skipped does not exist.
 */
final class LogClock {
  private final ZoneId zone;
  private final List<DateTimeFormatter> formats;

  LogClock(FeedMapping mapping) {
    zone = mapping.zone();
    Locale locale = Locale.forLanguageTag(mapping.locale());
    formats =
        mapping.timeFormats().stream()
            .map(
                p ->
                    new DateTimeFormatterBuilder()
                        .parseCaseInsensitive()
                        .appendPattern(p)
                        .parseDefaulting(ChronoField.ERA, 1)
                        .toFormatter(locale)
                        .withResolverStyle(ResolverStyle.SMART))
            .toList();
  }

  /** The instant, or empty if the text is no time of this zone. */
  Optional<Instant> read(String text, @Nullable Instant notBefore) {
    for (DateTimeFormatter format : formats) {
      try {
        LocalDateTime local = LocalDateTime.parse(text, format);
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
        if (offsets.isEmpty()) {
          return Optional.empty();
        }
        Instant first = local.toInstant(offsets.getFirst());
        boolean later = notBefore != null && first.isBefore(notBefore) && offsets.size() > 1;
        return Optional.of(later ? local.toInstant(offsets.getLast()) : first);
      } catch (DateTimeException e) {
        // Not in this format: the next one is tried, and the caller says so if none fits.
      }
    }
    return Optional.empty();
  }
}
