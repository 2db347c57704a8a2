package org.tocsin.tracing.rule;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tocsin.tracing.AccountClass;
import org.tocsin.tracing.HubPolicy;
import org.tocsin.tracing.OutCursor;
import org.tocsin.tracing.Report;
import org.tocsin.tracing.Snapshot;
import org.tocsin.tracing.TraceRequest;

/**
 * A request as it applies to one snapshot: the window as an id, the reported payments looked up.
 */
final class Setting {
  /** A reported payment. */
  record Seed(
      int report, long id, int from, int to, long amount, long inPos, long bal, long reported) {}

  final Snapshot snapshot;
  final TraceRequest request;
  final long toId;
  final int hops;
  final long dust;
  final int reports;
  final boolean passes;
  private final HubPolicy[] policies;
  private final Seed[] seeds;
  private final int[] victims;
  private final Seed[] byId;

  Setting(Snapshot snapshot, TraceRequest request) {
    this.snapshot = snapshot;
    this.request = request;
    Instant until = request.until();
    this.toId = until == null ? snapshot.payments() : snapshot.idAt(until);
    this.hops = request.hops() == 0 ? Integer.MAX_VALUE : request.hops();
    this.dust = Math.max(1, request.dustFen());
    this.policies = new HubPolicy[AccountClass.values().length];
    Arrays.fill(policies, HubPolicy.FOLLOW);
    request.hubs().forEach((type, policy) -> policies[type.ordinal()] = policy);
    this.passes = Arrays.asList(policies).contains(HubPolicy.PASS_THROUGH);
    this.reports = request.reports().size();
    this.seeds = new Seed[reports];
    this.victims = new int[reports];
    OutCursor cursor = snapshot.outs();
    for (int i = 0; i < reports; i++) {
      seeds[i] = seed(i, request.reports().get(i), cursor);
      victims[i] = seeds[i].from();
    }
    this.byId = seeds.clone();
    Arrays.sort(byId, (a, b) -> Long.compare(a.id(), b.id()));
  }

  private Seed seed(int label, Report report, OutCursor cursor) {
    long id = report.paymentId();
    if (id >= toId || !cursor.seekId(report.from(), id) || cursor.id() != id) {
      throw new IllegalArgumentException(
          "account %d has no payment %d in the window".formatted(report.from(), id));
    }
    if (report.amountFen() > cursor.amount()) {
      throw new IllegalArgumentException(
          "reported %d fen of payment %d, which has only %d"
              .formatted(report.amountFen(), id, cursor.amount()));
    }
    return new Seed(
        label,
        id,
        report.from(),
        cursor.to(),
        cursor.amount(),
        cursor.inPos(),
        cursor.bal(),
        report.amountFen());
  }

  List<Seed> seeds() {
    return Arrays.asList(seeds);
  }

  int victim(int report) {
    return victims[report];
  }

  boolean isVictim(int account) {
    for (int victim : victims) {
      if (victim == account) {
        return true;
      }
    }
    return false;
  }

  /** How much of a payment is reported, from its first fen; 0 for one that is not. */
  long reportedOf(long id) {
    if (reports == 1) {
      return 0;
    }
    Seed seed = find(id);
    return seed == null ? 0 : seed.reported();
  }

  private @Nullable Seed find(long id) {
    int low = 0;
    int high = byId.length;
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (byId[middle].id() < id) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low < byId.length && byId[low].id() == id ? byId[low] : null;
  }

  HubPolicy policy(int account) {
    return policies[snapshot.type(account).ordinal()];
  }

  /** How a report's money ends at an account, by what the account is; {@link Ends#ON} if not. */
  byte endAt(int account, int report) {
    return report >= 0 && victims[report] == account ? Ends.RETURNED : endAt(account);
  }

  /** The same for money of no victim's own. */
  byte endAt(int account) {
    AccountClass type = snapshot.type(account);
    if (type == AccountClass.CASH) {
      return Ends.CASH;
    }
    return policies[type.ordinal()] == HubPolicy.FOLLOW ? Ends.ON : Ends.HUB;
  }
}
