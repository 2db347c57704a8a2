package org.tocsin.tracing.restitution;

import java.util.List;

/**
 * A proposal: who gets what from which account, and what stays frozen. Nothing is decided by it;
 * two officers sign and another level approves.
 *
 * @param lines sums to return
 * @param remaining what stays frozen on each account, in the order given
 * @param openFen what each victim is still owed after this round
 */
public record ReturnPlan(
    List<FrozenBalance> frozen,
    List<VictimLoss> losses,
    List<ReturnLine> lines,
    List<FrozenBalance> remaining,
    List<Long> openFen) {
  /** Copies the lists and checks that not a fen was made, lost or paid twice. */
  public ReturnPlan {
    frozen = List.copyOf(frozen);
    losses = List.copyOf(losses);
    lines = List.copyOf(lines);
    remaining = List.copyOf(remaining);
    openFen = List.copyOf(openFen);
    for (int i = 0; i < frozen.size(); i++) {
      String account = frozen.get(i).account();
      long given =
          lines.stream().filter(l -> l.account().equals(account)).mapToLong(ReturnLine::fen).sum();
      if (given + remaining.get(i).fen() != frozen.get(i).fen()) {
        throw new IllegalStateException("account " + account + " does not add up");
      }
    }
    for (int v = 0; v < losses.size(); v++) {
      int victim = v;
      long given =
          lines.stream().filter(l -> l.victim() == victim).mapToLong(ReturnLine::fen).sum();
      if (given + openFen.get(v) != losses.get(v).openFen() || openFen.get(v) < 0) {
        throw new IllegalStateException("victim " + losses.get(v).victim() + " does not add up");
      }
    }
  }

  /** All that is returned. */
  public long returnedFen() {
    return lines.stream().mapToLong(ReturnLine::fen).sum();
  }

  /** Must a public notice give others time to object? */
  public boolean needsNotice() {
    return lines.stream().anyMatch(l -> l.method() == ReturnMethod.PRO_RATA);
  }
}
