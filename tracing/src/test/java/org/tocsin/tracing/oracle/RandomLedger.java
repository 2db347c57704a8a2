package org.tocsin.tracing.oracle;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.tocsin.tracing.Account;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.HubPolicy;
import org.tocsin.tracing.Report;
import org.tocsin.tracing.oracle.SmallLedger.Limits;
import org.tocsin.tracing.oracle.SmallLedger.Pay;

/**
 * Small ledgers made to be awkward: few accounts, so that there are cycles and payments to oneself;
 * few seconds, so that order hangs on serials; hubs, cash, refunds to the victim, money that comes
 * back after it had left, several reports on one way.
 */
final class RandomLedger {
  private static final AccountClass[] HUBS = {
    AccountClass.MERCHANT, AccountClass.PAYMENT_INSTITUTION, AccountClass.EXCHANGE
  };

  private final Random random;

  private RandomLedger(long seed) {
    // Seeds in a row give alike first numbers unless they are spread.
    random = new Random(seed * 0x9E3779B97F4A7C15L);
  }

  static SmallLedger of(long seed) {
    return new RandomLedger(seed).make();
  }

  private SmallLedger make() {
    int accounts = 2 + random.nextInt(6);
    var types = new ArrayList<AccountClass>();
    var openings = new ArrayList<Long>();
    boolean hubs = random.nextInt(3) == 0;
    boolean known = random.nextInt(3) == 0;
    for (int i = 0; i < accounts; i++) {
      types.add(
          i == 0 || !hubs || random.nextInt(3) > 0
              ? (random.nextBoolean() ? AccountClass.PERSONAL : AccountClass.BUSINESS)
              : hub());
      openings.add(known && random.nextBoolean() ? random.nextInt(40) : Account.UNKNOWN);
    }
    int count = 2 + random.nextInt(random.nextInt(4) == 0 ? 45 : 18);
    int seconds = 1 + random.nextInt(1 + count);
    var payments = new ArrayList<Pay>();
    for (int i = 0; i < count; i++) {
      payments.add(payment(accounts, seconds, payments));
    }
    var limits = limits(seconds, hubs);
    var bare = new SmallLedger(payments, types, openings, List.of(), limits);
    List<Report> reports = reports(bare.window());
    return new SmallLedger(payments, types, openings, reports, limits);
  }

  private AccountClass hub() {
    return random.nextInt(4) == 0 ? AccountClass.CASH : HUBS[random.nextInt(HUBS.length)];
  }

  private Pay payment(int accounts, int seconds, List<Pay> before) {
    int from = random.nextInt(accounts);
    int to = random.nextInt(8) == 0 ? from : random.nextInt(accounts);
    int fen = 1 + random.nextInt(random.nextInt(5) == 0 ? 60 : 12);
    if (!before.isEmpty()
        && random.nextInt(6) == 0) { // a refund, or the same amount handed straight on
      Pay last = before.get(random.nextInt(before.size()));
      from = last.to();
      to = random.nextBoolean() ? last.from() : to;
      fen = last.fen();
    }
    String serial =
        random.nextInt(3) == 0
            ? ""
            : random.nextInt(5) == 0
                ? "X" + random.nextInt(9)
                : Integer.toString(random.nextInt(120));
    String order = random.nextInt(2) == 0 ? "" : "o" + random.nextInt(3);
    return new Pay(from, to, fen, random.nextInt(seconds), serial, order);
  }

  private Limits limits(int seconds, boolean hubs) {
    Integer until = random.nextInt(4) == 0 ? Integer.valueOf(1 + random.nextInt(seconds)) : null;
    int hops = random.nextInt(3) == 0 ? 1 + random.nextInt(5) : 0;
    int dust = random.nextInt(3) == 0 ? random.nextInt(6) : 0;
    Map<AccountClass, HubPolicy> policies = SmallLedger.policies(HubPolicy.STOP);
    if (hubs) {
      policies = new EnumMap<>(policies);
      for (AccountClass type : HUBS) {
        policies.put(type, HubPolicy.values()[random.nextInt(3)]);
      }
    }
    return new Limits(until, hops, dust, policies);
  }

  private List<Report> reports(List<Pay> window) {
    var reports = new ArrayList<Report>();
    Set<Integer> chosen = new HashSet<>();
    int wanted = 1 + random.nextInt(random.nextInt(3) == 0 ? 4 : 1);
    for (int i = 0; i < wanted && !window.isEmpty(); i++) {
      int id = random.nextInt(Math.max(1, window.size() / (1 + random.nextInt(3))));
      if (chosen.add(id)) {
        int fen = window.get(id).fen();
        reports.add(
            new Report(
                window.get(id).from(), id, random.nextInt(3) > 0 ? fen : 1 + random.nextInt(fen)));
      }
    }
    return reports;
  }
}
