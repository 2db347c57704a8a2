package org.tocsin.tracing.statement;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How to read statements.
 *
 * @param zone of times that do not say theirs
 * @param rates what one unit of a currency is worth in yuan, by its name in upper case; yuan
 *     themselves need none
 * @param ownAccount of files that do not name it
 * @param fixes columns put right by a person: a heading or a number from 1 → its meaning; {@code
 *     ""} as meaning removes a guess
 * @param tolerance how far apart the two banks may put the same payment
 */
public record ImportOptions(
    ZoneId zone,
    Map<String, BigDecimal> rates,
    @Nullable String ownAccount,
    Map<String, String> fixes,
    Duration tolerance) {

  /** China Standard Time, yuan only, ten minutes. */
  public static final ImportOptions USUAL =
      new ImportOptions(ZoneOffset.ofHours(8), Map.of(), null, Map.of(), Duration.ofMinutes(10));

  /** Copies what it is given. */
  public ImportOptions {
    rates = Map.copyOf(rates);
    fixes = Map.copyOf(fixes);
  }
}
