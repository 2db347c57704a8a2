package org.tocsin.tracing.restitution;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tocsin.tracing.report.Yuan;

/**
 * Works out a proposal for the return of frozen money. On each account the first ground that holds
 * is used: a single deposit; money told by its time stamps, if it is certain and the frozen sum
 * covers it; else all victims whose money came to the account share in proportion to what they are
 * still owed. Direct returns come first on all accounts, so that nobody shares in one account what
 * another has made good. Shares are whole fen; what rounding down leaves goes, a fen each, to the
 * largest remainders, the earlier victim first. Nobody gets more than the loss; what is not
 * returned stays frozen for a later round.
 */
public final class Restitution {
  private final List<FrozenBalance> frozen;
  private final List<VictimLoss> losses;
  private final List<TracedShare> shares;
  private final long[] left;
  private final long[] open;
  private final List<ReturnLine> lines = new ArrayList<>();

  private Restitution(
      List<FrozenBalance> frozen, List<VictimLoss> losses, List<TracedShare> shares) {
    this.frozen = frozen;
    this.losses = losses;
    this.shares = shares;
    left = frozen.stream().mapToLong(FrozenBalance::fen).toArray();
    open = losses.stream().mapToLong(VictimLoss::openFen).toArray();
  }

  /**
   * The proposal.
   *
   * @throws IllegalArgumentException when an account is named twice or a share names no victim
   */
  public static ReturnPlan allocate(
      List<FrozenBalance> frozen, List<VictimLoss> losses, List<TracedShare> shares) {
    Set<String> accounts = new HashSet<>();
    if (!frozen.stream().allMatch(f -> accounts.add(f.account()))) {
      throw new IllegalArgumentException("an account is named twice");
    }
    if (shares.stream()
        .anyMatch(s -> s.victim() < 0 || s.victim() >= losses.size() || s.fen() < 0)) {
      throw new IllegalArgumentException("a share names no victim, or less than nothing");
    }
    return new Restitution(frozen, losses, shares).plan();
  }

  private ReturnPlan plan() {
    List<Integer> shared = new ArrayList<>();
    for (int i = 0; i < frozen.size(); i++) {
      if (!direct(i)) {
        shared.add(i);
      }
    }
    shared.forEach(this::proRata);
    var remaining = new ArrayList<FrozenBalance>();
    for (int i = 0; i < frozen.size(); i++) {
      remaining.add(new FrozenBalance(frozen.get(i).account(), left[i]));
    }
    return new ReturnPlan(frozen, losses, lines, remaining, Arrays.stream(open).boxed().toList());
  }

  private List<TracedShare> on(int account) {
    return shares.stream()
        .filter(s -> s.account().equals(frozen.get(account).account()) && s.fen() > 0)
        .toList();
  }

  /** Returns directly what can be; false when it has to be shared. */
  private boolean direct(int account) {
    List<TracedShare> here = on(account);
    long sum = here.stream().mapToLong(TracedShare::fen).sum();
    boolean single = here.size() == 1 && here.getFirst().onlyDeposit();
    if (!single && (!here.stream().allMatch(TracedShare::certain) || sum > left[account])) {
      return false;
    }
    for (TracedShare share : here) {
      long fen = Math.min(share.fen(), Math.min(left[account], open[share.victim()]));
      ReturnMethod method = single ? ReturnMethod.SINGLE_DEPOSIT : ReturnMethod.TRACED;
      give(
          account,
          share.victim(),
          method,
          fen,
          directZh(account, share, method),
          directEn(account, share, method));
    }
    return true;
  }

  private String directZh(int account, TracedShare share, ReturnMethod method) {
    String how = method == ReturnMethod.SINGLE_DEPOSIT ? "该账户仅有此一笔汇入" : "按时间戳溯源，该账户内属于此被害人";
    return "%s %s 元；冻结款尚余 %s 元，尚欠 %s 元，取三者之最小"
        .formatted(
            how, Yuan.of(share.fen()), Yuan.of(left[account]), Yuan.of(open[share.victim()]));
  }

  private String directEn(int account, TracedShare share, ReturnMethod method) {
    String how =
        method == ReturnMethod.SINGLE_DEPOSIT
            ? "the account's only deposit"
            : "on the account by time stamps";
    return "%s: %s; still frozen %s, still owed %s; the least of the three"
        .formatted(
            how, Yuan.of(share.fen()), Yuan.of(left[account]), Yuan.of(open[share.victim()]));
  }

  private void proRata(int account) {
    int[] victims =
        on(account).stream()
            .mapToInt(TracedShare::victim)
            .distinct()
            .filter(v -> open[v] > 0)
            .sorted()
            .toArray();
    long[] owed = Arrays.stream(victims).mapToLong(v -> open[v]).toArray();
    long all = Arrays.stream(owed).sum();
    long sum = Math.min(left[account], all);
    if (sum == 0) {
      return;
    }
    long before = left[account];
    long[] parts = largestRemainder(sum, owed);
    for (int i = 0; i < victims.length; i++) {
      long whole = product(sum, owed[i]).divide(BigInteger.valueOf(all)).longValueExact();
      boolean extra = parts[i] > whole;
      String zh =
          "%s × %s ÷ %s = %s 元%s"
              .formatted(
                  Yuan.of(sum),
                  Yuan.of(owed[i]),
                  Yuan.of(all),
                  Yuan.of(whole),
                  extra ? "，余数较大，加 0.01 元" : "");
      String en =
          "%s × %s ÷ %s = %s%s"
              .formatted(
                  Yuan.of(sum),
                  Yuan.of(owed[i]),
                  Yuan.of(all),
                  Yuan.of(whole),
                  extra ? ", and 0.01 for a larger remainder" : "");
      give(
          account,
          victims[i],
          ReturnMethod.PRO_RATA,
          parts[i],
          "冻结 " + Yuan.of(before) + " 元；" + zh,
          "frozen " + Yuan.of(before) + "; " + en);
    }
  }

  private void give(int account, int victim, ReturnMethod method, long fen, String zh, String en) {
    if (fen > 0) {
      left[account] -= fen;
      open[victim] -= fen;
      lines.add(new ReturnLine(frozen.get(account).account(), victim, method, fen, zh, en));
    }
  }

  /**
   * Divides a sum in proportion to weights into whole parts that add up to it: each rounded down,
   * the rest a fen each to the largest remainders, the earlier first.
   *
   * @param weights not negative, not all 0
   */
  public static long[] largestRemainder(long sum, long[] weights) {
    BigInteger all = BigInteger.valueOf(Arrays.stream(weights).reduce(0, Math::addExact));
    var parts = new long[weights.length];
    var remainders = new BigInteger[weights.length];
    long rest = sum;
    for (int i = 0; i < weights.length; i++) {
      BigInteger[] division = product(sum, weights[i]).divideAndRemainder(all);
      parts[i] = division[0].longValueExact();
      remainders[i] = division[1];
      rest -= parts[i];
    }
    Integer[] order = new Integer[weights.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(
        order, (a, b) -> remainders[b].compareTo(remainders[a])); // stable: the earlier first
    for (int i = 0; i < rest; i++) {
      parts[order[i]]++;
    }
    return parts;
  }

  private static BigInteger product(long a, long b) {
    return BigInteger.valueOf(a).multiply(BigInteger.valueOf(b));
  }
}
