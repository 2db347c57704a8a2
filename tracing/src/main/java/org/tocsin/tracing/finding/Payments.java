package org.tocsin.tracing.finding;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tocsin.tracing.InCursor;
import org.tocsin.tracing.OutCursor;
import org.tocsin.tracing.Snapshot;

/**
 * Payments of single accounts as lists, kept while one search asks for the same again and again.
 */
final class Payments {
  private static final int KEPT = 4_000;
  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.ofHours(8));

  private final Snapshot snapshot;
  private final long toId;
  private final OutCursor outs;
  private final InCursor ins;
  private final Map<Integer, List<Step>> outgoing = new HashMap<>();
  private final Map<Integer, List<Step>> incoming = new HashMap<>();

  /**
   * One payment as seen from one end; positions are in the streams of the account it was asked for.
   */
  record Step(long id, int from, int to, long fen, long millis, long outPos, long inPos) {}

  Payments(Snapshot snapshot, long toId) {
    this.snapshot = snapshot;
    this.toId = toId;
    outs = snapshot.outs();
    ins = snapshot.ins();
  }

  String name(int account) {
    return snapshot.key(account);
  }

  /** Short for a text: the account's first and last digits. */
  String brief(int account) {
    String key = snapshot.key(account);
    return key.length() <= 12 ? key : key.substring(0, 4) + "…" + key.substring(key.length() - 4);
  }

  static String time(long millis) {
    return TIME.format(Instant.ofEpochMilli(millis));
  }

  static String span(Duration duration) {
    long minutes = duration.toMinutes();
    return minutes < 120
        ? minutes + " min"
        : minutes < 48 * 60 ? minutes / 60 + " h" : minutes / 1440 + " d";
  }

  boolean hub(int account) {
    return Findings.hub(snapshot.type(account));
  }

  /** Does an account have more payments in or out than this? Looks no further than that. */
  boolean busy(int account, int most) {
    return out(account, most).size() > most || in(account, most).size() > most;
  }

  /** Payments out, in order; one more than {@code most} at most. */
  List<Step> out(int account, int most) {
    List<Step> known = outgoing.get(account);
    if (known != null) {
      return known;
    }
    var steps = new ArrayList<Step>();
    for (boolean there = outs.seekId(account, 0);
        there && outs.id() < toId && steps.size() <= most;
        there = outs.next()) {
      steps.add(
          new Step(
              outs.id(),
              account,
              outs.to(),
              outs.amount(),
              outs.atMillis(),
              outs.outPos(),
              outs.inPos()));
    }
    keep(outgoing, account, steps);
    return steps;
  }

  /** Payments in, in order; one more than {@code most} at most. */
  List<Step> in(int account, int most) {
    List<Step> known = incoming.get(account);
    if (known != null) {
      return known;
    }
    var steps = new ArrayList<Step>();
    for (boolean there = ins.seekId(account, 0);
        there && ins.id() < toId && steps.size() <= most;
        there = ins.next()) {
      steps.add(
          new Step(
              ins.id(),
              ins.from(),
              account,
              ins.amount(),
              ins.atMillis(),
              ins.outPos(),
              ins.inPos()));
    }
    keep(incoming, account, steps);
    return steps;
  }

  private static void keep(Map<Integer, List<Step>> kept, int account, List<Step> steps) {
    if (kept.size() >= KEPT) {
      kept.clear();
    }
    kept.put(account, steps);
  }
}
