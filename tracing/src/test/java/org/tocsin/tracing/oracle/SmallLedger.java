package org.tocsin.tracing.oracle;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.tracing.Account;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.HubPolicy;
import org.tocsin.tracing.LedgerStore;
import org.tocsin.tracing.Ledgers;
import org.tocsin.tracing.Opening;
import org.tocsin.tracing.Payment;
import org.tocsin.tracing.Report;
import org.tocsin.tracing.Rule;
import org.tocsin.tracing.TraceRequest;

/**
 * A ledger small enough to look at, and a question about it.
 *
 * @param payments in order of arrival
 * @param types class of each account; accounts are called A, B, C …
 * @param openings what the bank says each had, or {@link Account#UNKNOWN}
 * @param reported places of the reported payments in the ledger's order, with the fen reported
 */
record SmallLedger(
    List<Pay> payments,
    List<AccountClass> types,
    List<Long> openings,
    List<Report> reported,
    Limits limits) {
  static final Instant START = Instant.parse("2026-03-01T02:00:00Z");

  /** One payment; {@code second} counts from the start. */
  record Pay(int from, int to, int fen, int second, String serial, String order) {}

  /** What limits a trace. */
  record Limits(
      @Nullable Integer untilSecond, int hops, int dust, Map<AccountClass, HubPolicy> hubs) {}

  static String name(int account) {
    return String.valueOf((char) ('A' + account));
  }

  /**
   * In the ledger's order: instant, then serial (missing first, shorter first, by characters), then
   * arrival.
   */
  List<Pay> ordered() {
    var sorted = new ArrayList<>(payments);
    sorted.sort(
        Comparator.comparingInt(Pay::second)
            .thenComparingInt((Pay p) -> p.serial().length())
            .thenComparing(Pay::serial));
    return sorted;
  }

  /** What the trace may see. */
  List<Pay> window() {
    Integer until = limits.untilSecond();
    return until == null ? ordered() : ordered().stream().filter(p -> p.second() < until).toList();
  }

  /** The same ledger in the product's store. */
  LedgerStore store(int seals) {
    LedgerStore store = Ledgers.inMemory();
    fill(store, payments, seals);
    return store;
  }

  void fill(LedgerStore store, List<Pay> some, int seals) {
    for (int account = 0; account < types.size(); account++) {
      store.describe(store.account(name(account)), types.get(account), openings.get(account));
    }
    int done = 0;
    for (int part = 0; part <= seals; part++) {
      int upTo = part == seals ? some.size() : some.size() * (part + 1) / (seals + 1);
      store.append(some.subList(done, upTo).stream().map(SmallLedger::payment).toList());
      done = upTo;
      if (part < seals) {
        store.seal();
      }
    }
  }

  static Payment payment(Pay p) {
    return new Payment(
        name(p.from),
        name(p.to),
        p.fen,
        START.plus(Duration.ofSeconds(p.second)),
        p.serial,
        p.order);
  }

  TraceRequest request(Rule rule, Opening opening) {
    Integer until = limits.untilSecond();
    return TraceRequest.of(rule, reported.toArray(Report[]::new))
        .withUntil(until == null ? null : START.plus(Duration.ofSeconds(until)))
        .withHops(limits.hops())
        .withDust(limits.dust())
        .withHubs(limits.hubs())
        .withOpening(opening);
  }

  /** For a person: one line a payment, in the ledger's order. */
  String shown() {
    var out = new StringBuilder();
    for (int account = 0; account < types.size(); account++) {
      out.append(
          "%s %s opening %d%n".formatted(name(account), types.get(account), openings.get(account)));
    }
    int id = 0;
    for (Pay p : ordered()) {
      out.append(
          "#%d %s -%d-> %s %d s serial '%s' order '%s'%n"
              .formatted(id++, name(p.from), p.fen, name(p.to), p.second, p.serial, p.order));
    }
    return out.append("reports ")
        .append(reported)
        .append('\n')
        .append(limits)
        .append('\n')
        .toString();
  }

  static Map<AccountClass, HubPolicy> policies(HubPolicy forHubs) {
    var all = new EnumMap<AccountClass, HubPolicy>(AccountClass.class);
    for (AccountClass type : AccountClass.values()) {
      all.put(type, HubPolicy.FOLLOW);
    }
    for (AccountClass hub :
        List.of(AccountClass.MERCHANT, AccountClass.PAYMENT_INSTITUTION, AccountClass.EXCHANGE)) {
      all.put(hub, forHubs);
    }
    return all;
  }
}
