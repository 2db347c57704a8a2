package org.tocsin.tracing.cli;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tocsin.tracing.OutCursor;
import org.tocsin.tracing.PaymentView;
import org.tocsin.tracing.Report;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.report.Words;
import org.tocsin.tracing.report.Yuan;

/**
 * Finds the payments that victims report: {@code TIME PAYER -> PAYEE AMOUNT [of AMOUNT]}. An
 * account may be shortened with {@code …} or {@code *}; of several payments that fit, the nearest
 * in time is meant.
 */
final class Reports {
  private static final Pattern SHAPE =
      Pattern.compile(
          "\\s*(\\S+(?: \\d{1,2}:\\d{2}(?::\\d{2})?)?)\\s+(\\S+)\\s*(?:->|→|－>|—>)\\s*(\\S+)\\s+([0-9.,¥￥元]+)(?:\\s+of\\s+([0-9.,¥￥元]+))?\\s*");

  private final Snapshot snapshot;
  private final ZoneId zone;
  private final Set<Long> taken = new HashSet<>();

  Reports(Snapshot snapshot, ZoneId zone) {
    this.snapshot = snapshot;
    this.zone = zone;
  }

  /** An amount in yuan as exact fen. */
  static long fen(String text) throws UsageException {
    try {
      long fen = new BigDecimal(text.replaceAll("[,¥￥元]", "")).movePointRight(2).longValueExact();
      if (fen >= 0) {
        return fen;
      }
    } catch (ArithmeticException | NumberFormatException notAnAmount) {
      // said below
    }
    throw new UsageException("'" + text + "' is no amount in yuan");
  }

  /** The payment that a report means. */
  Report find(String text) throws UsageException {
    Matcher m = SHAPE.matcher(text);
    if (!m.matches()) {
      throw new UsageException(
          "a report reads TIME PAYER -> PAYEE AMOUNT, like \"2026-03-01T10:02+08:00 6222…01 -> 6217…88 50000.00\", not: "
              + text);
    }
    When when = when(m.group(1));
    long reported = fen(m.group(4));
    long amount = m.group(5) == null ? reported : fen(m.group(5));
    if (reported == 0 || reported > amount) {
      throw new UsageException(
          "the reported amount must be more than 0 and at most the payment's: " + text);
    }
    List<PaymentView> found = new ArrayList<>();
    List<Integer> payers = accounts(m.group(2));
    List<Integer> payees = accounts(m.group(3));
    for (int from : payers) {
      for (int to : payees) {
        found.addAll(snapshot.locate(from, to, amount, when.at, when.tolerance));
      }
    }
    found.removeIf(p -> taken.contains(p.id()));
    PaymentView best =
        found.stream()
            .min(
                Comparator.comparing((PaymentView p) -> Duration.between(when.at, p.at()).abs())
                    .thenComparingLong(PaymentView::id))
            .orElseThrow(() -> new UsageException(notFound(text, payers, payees)));
    taken.add(best.id());
    return new Report(best.from(), best.id(), reported);
  }

  private record When(Instant at, Duration tolerance) {}

  /** A time to the minute or second, an hour of tolerance; a day alone means any time of it. */
  private When when(String text) throws UsageException {
    String iso = text.replace('/', '-').replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) ", "$1T");
    try {
      if (iso.length() <= 10) {
        return new When(
            LocalDate.parse(iso).atTime(12, 0).atZone(zone).toInstant(), Duration.ofHours(12));
      }
      if (iso.matches(".*(Z|[+-]\\d{2}:?\\d{2})$")) {
        return new When(
            OffsetDateTime.parse(iso.replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")).toInstant(),
            Duration.ofHours(1));
      }
      return new When(LocalDateTime.parse(iso).atZone(zone).toInstant(), Duration.ofHours(1));
    } catch (DateTimeException wrong) {
      throw new UsageException(
          "'"
              + text
              + "' is no time; write 2026-03-01T10:02+08:00, 2026-03-01T10:02 or 2026-03-01");
    }
  }

  private List<Integer> accounts(String text) throws UsageException {
    var exact = snapshot.find(text);
    if (exact.isPresent()) {
      return List.of(exact.getAsInt());
    }
    String[] parts = text.replace("...", "…").replace('*', '…').split("…+", -1);
    var found = new ArrayList<Integer>();
    for (int account = 0; parts.length == 2 && account < snapshot.accounts(); account++) {
      String key = snapshot.key(account);
      if (key.startsWith(parts[0])
          && key.endsWith(parts[1])
          && key.length() >= parts[0].length() + parts[1].length()) {
        found.add(account);
      }
    }
    if (found.isEmpty()) {
      throw new UsageException("no account " + text + " in the ledger");
    }
    return found;
  }

  /** What there is between these accounts, so that a slip can be seen. */
  private String notFound(String text, List<Integer> payers, List<Integer> payees) {
    var out = new StringBuilder("no payment fits the report: " + text);
    int shown = 0;
    OutCursor cursor = snapshot.outs();
    for (int from : payers) {
      for (boolean there = cursor.seekId(from, 0); there && shown < 5; there = cursor.next()) {
        if (payees.contains(cursor.to())) {
          out.append(shown++ == 0 ? "\n  between these accounts there are:" : "")
              .append("\n    ")
              .append(Words.full(Instant.ofEpochMilli(cursor.atMillis()), zone))
              .append("  ")
              .append(Yuan.of(cursor.amount()));
        }
      }
    }
    return shown > 0
        ? out.toString()
        : out + "\n  there is no payment between these accounts at all";
  }
}
