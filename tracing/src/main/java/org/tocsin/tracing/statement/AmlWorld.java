package org.tocsin.tracing.statement;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The layouts of IBM's AMLworld (2023): its list of payments reads like any other; its patterns
 * come as a text with {@code BEGIN LAUNDERING ATTEMPT} lines, or as a JSON made from it. Amounts of
 * its fifteen currencies become US cents at the rates that the set itself shows, so that money can
 * be followed through its exchanges.
 */
public final class AmlWorld {
  private static final String HEADING =
      "Timestamp,From Bank,Account,To Bank,Account,Amount Received,Receiving Currency,Amount Paid,Payment Currency,Payment Format,Is Laundering\n";

  private AmlWorld() {}

  /** What a unit of each currency is worth in US dollars. */
  public static Map<String, BigDecimal> rates() {
    var rates = new HashMap<String, BigDecimal>();
    try (InputStream in = AmlWorld.class.getResourceAsStream("/packs/tracing/amlworld-rates.csv")) {
      if (in == null) {
        throw new IllegalStateException("amlworld-rates.csv is missing from the build");
      }
      new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .forEach(
              line -> {
                String[] parts = line.split(",", -1);
                rates.put(parts[0].toUpperCase(Locale.ROOT), new BigDecimal(parts[1]));
              });
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
    return rates;
  }

  /** Is this one of its lists, by its heading? */
  static boolean heading(Mapping mapping) {
    return mapping.transfers()
        && mapping.headings().stream().map(Text::heading).anyMatch(h -> h.equals("islaundering"));
  }

  /**
   * The payments of a patterns file, text or JSON, as a list with a heading; null when it is
   * neither.
   */
  static @Nullable InputStream patterns(byte[] head, InputStream rest) throws IOException {
    String start = new String(head, StandardCharsets.UTF_8).stripLeading();
    if (start.startsWith("BEGIN LAUNDERING ATTEMPT")) {
      return list(text(new String(rest.readAllBytes(), StandardCharsets.UTF_8)));
    }
    if (start.startsWith("{") && start.contains("\"patterns\"")) {
      return list(json(new String(rest.readAllBytes(), StandardCharsets.UTF_8)));
    }
    return null;
  }

  private static InputStream list(String rows) {
    return new ByteArrayInputStream((HEADING + rows).getBytes(StandardCharsets.UTF_8));
  }

  private static String text(String patterns) {
    var rows = new StringBuilder();
    patterns
        .lines()
        .filter(line -> !line.isBlank() && !line.contains("LAUNDERING ATTEMPT"))
        .forEach(line -> rows.append(line).append('\n'));
    return rows.toString();
  }

  private static String json(String patterns) throws IOException {
    var rows = new StringBuilder();
    for (Object pattern : Json.list(Json.object(Json.parse(patterns)), "patterns")) {
      for (Object one : Json.list(Json.object(pattern), "transactions")) {
        Map<String, Object> payment = Json.object(one);
        for (String field :
            List.of(
                "timestamp",
                "from_bank",
                "from_account",
                "to_bank",
                "to_account",
                "amount_received",
                "receiving_currency",
                "amount_paid",
                "payment_currency",
                "payment_format",
                "is_laundering")) {
          rows.append(String.valueOf(payment.get(field)).replace(',', ' '))
              .append(field.equals("is_laundering") ? "\n" : ",");
        }
      }
    }
    return rows.toString();
  }
}
