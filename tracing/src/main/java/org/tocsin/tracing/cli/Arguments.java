package org.tocsin.tracing.cli;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.HubPolicy;
import org.tocsin.tracing.Opening;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.statement.ImportOptions;

/** The command line, taken apart and checked. */
final class Arguments {
  final List<Path> ledgers = new ArrayList<>();
  final List<String> reports = new ArrayList<>();
  final List<String> frozen = new ArrayList<>();
  final List<String> returned = new ArrayList<>();
  final Map<AccountClass, HubPolicy> policies = HubPolicy.defaults();
  final Map<String, String> columns = new HashMap<>();
  final Map<String, BigDecimal> rates = new HashMap<>();
  List<Rule> rules = List.of(Rule.FIFO);
  Opening opening = Opening.BOTH;
  ZoneId zone = ZoneOffset.ofHours(8);
  Duration tolerance = ImportOptions.USUAL.tolerance();
  int hops;
  long dustFen;
  boolean quiet;
  boolean help;
  boolean everywhere;
  @Nullable Duration window;
  @Nullable Path json;
  @Nullable Path html;
  @Nullable Path bad;
  @Nullable Path hubs;
  @Nullable Path mappings;
  @Nullable Path limits;
  @Nullable String ownAccount;

  private final String[] words;
  private int next;

  private Arguments(String[] words) {
    this.words = words;
  }

  static Arguments parse(String... words) throws UsageException {
    var arguments = new Arguments(words);
    while (arguments.next < words.length) {
      arguments.option(words[arguments.next++]);
    }
    if (!arguments.help && arguments.ledgers.isEmpty()) {
      throw new UsageException("--ledger FILE is missing: which statements?");
    }
    return arguments;
  }

  private void option(String name) throws UsageException {
    try {
      switch (name) {
        case "--ledger" -> {
          ledgers.add(Path.of(value(name)));
          while (next < words.length && !words[next].startsWith("--")) {
            ledgers.add(Path.of(words[next++]));
          }
        }
        case "--report" -> reports.add(value(name));
        case "--frozen" -> frozen.add(value(name));
        case "--returned" -> returned.add(value(name));
        case "--rule" -> rules = rules(value(name));
        case "--window" -> window = duration(name, value(name));
        case "--hops" -> hops = number(name, value(name));
        case "--dust" -> dustFen = Reports.fen(value(name));
        case "--opening" -> opening = opening(value(name));
        case "--hub-policy" -> policies(value(name));
        case "--hubs" -> hubs = Path.of(value(name));
        case "--column" -> pair(value(name), columns);
        case "--rate" -> rate(value(name));
        case "--own-account" -> ownAccount = value(name);
        case "--tolerance" -> tolerance = duration(name, value(name));
        case "--zone" -> zone = ZoneId.of(value(name));
        case "--mappings" -> mappings = Path.of(value(name));
        case "--limits" -> limits = Path.of(value(name));
        case "--json" -> json = Path.of(value(name));
        case "--html" -> html = Path.of(value(name));
        case "--bad" -> bad = Path.of(value(name));
        case "--everywhere" -> everywhere = true;
        case "--quiet" -> quiet = true;
        case "--help", "-h" -> help = true;
        default -> throw new UsageException("trace does not know " + name);
      }
    } catch (DateTimeException | IllegalArgumentException wrong) {
      throw new UsageException(name + ": " + wrong.getMessage());
    }
  }

  private String value(String option) throws UsageException {
    if (next >= words.length || words[next].startsWith("--")) {
      throw new UsageException(option + " wants a value");
    }
    return words[next++];
  }

  private static List<Rule> rules(String name) throws UsageException {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "reach", "poison" -> List.of(Rule.REACH);
      case "haircut", "pro-rata" -> List.of(Rule.HAIRCUT);
      case "fifo" -> List.of(Rule.FIFO);
      case "lifo" -> List.of(Rule.LIFO);
      case "lowest", "lowest-balance" -> List.of(Rule.LOWEST_BALANCE);
      case "all" -> List.of(Rule.FIFO, Rule.HAIRCUT, Rule.LIFO, Rule.LOWEST_BALANCE, Rule.REACH);
      default ->
          throw new UsageException("--rule is one of reach, haircut, fifo, lifo, lowest, all");
    };
  }

  private static Opening opening(String name) throws UsageException {
    return switch (name.toLowerCase(Locale.ROOT)) {
      case "causal" -> Opening.CAUSAL;
      case "first", "opening-first" -> Opening.OPENING_FIRST;
      case "both" -> Opening.BOTH;
      default -> throw new UsageException("--opening is one of causal, first, both");
    };
  }

  /** {@code 72h}, {@code 3d}, {@code 90m}. */
  private static Duration duration(String option, String text) throws UsageException {
    if (!text.matches("[0-9]{1,6}[mhd]")) {
      throw new UsageException(option + " wants a number with m, h or d, like 72h");
    }
    long count = Long.parseLong(text.substring(0, text.length() - 1));
    return switch (text.charAt(text.length() - 1)) {
      case 'm' -> Duration.ofMinutes(count);
      case 'h' -> Duration.ofHours(count);
      default -> Duration.ofDays(count);
    };
  }

  private static int number(String option, String text) throws UsageException {
    if (!text.matches("[0-9]{1,6}")) {
      throw new UsageException(option + " wants a number");
    }
    return Integer.parseInt(text);
  }

  private void policies(String text) throws UsageException {
    for (String one : text.split(",", -1)) {
      String[] parts = one.split("=", 2);
      if (parts.length != 2) {
        throw new UsageException("--hub-policy wants CLASS=stop, follow or pass-through");
      }
      policies.put(
          Hubs.type(parts[0]),
          switch (parts[1].toLowerCase(Locale.ROOT)) {
            case "stop" -> HubPolicy.STOP;
            case "follow" -> HubPolicy.FOLLOW;
            case "pass-through" -> HubPolicy.PASS_THROUGH;
            default ->
                throw new UsageException(
                    "--hub-policy knows stop, follow and pass-through, not " + parts[1]);
          });
    }
  }

  private static void pair(String text, Map<String, String> into) throws UsageException {
    int equals = text.lastIndexOf('=');
    if (equals < 1) {
      throw new UsageException("--column wants HEADING=MEANING");
    }
    into.put(text.substring(0, equals), text.substring(equals + 1));
  }

  private void rate(String text) throws UsageException {
    int equals = text.lastIndexOf('=');
    if (equals < 1) {
      throw new UsageException("--rate wants CURRENCY=YUAN, like \"US Dollar=7.2\"");
    }
    rates.put(
        text.substring(0, equals).strip().toUpperCase(Locale.ROOT),
        new BigDecimal(text.substring(equals + 1).strip()));
  }

  ImportOptions importing() {
    return new ImportOptions(zone, rates, ownAccount, columns, tolerance);
  }
}
