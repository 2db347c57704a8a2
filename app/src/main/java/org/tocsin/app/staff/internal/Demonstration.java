package org.tocsin.app.staff.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Packs;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;

/**
 * The agencies and accounts of a demonstration ({@code tocsin.demo=true}), from {@code
 * packs/demo-agencies.yaml}. What is there already stays; they are made before the first request is
 * taken.
 */
@Component
public class Demonstration implements SmartInitializingSingleton {
  record Node(String code, String zh, String en, @Nullable List<Node> children) {}

  record Account(
      String signInName, String displayName, String agency, String role, String zh, String en) {}

  /**
   * Officers who stand the watch at each agency.
   *
   * @param top how many at the topmost agency
   * @param each how many at every other one
   * @param family the signs their names begin with
   * @param given the signs their names end with
   */
  record Watch(int top, int each, String role, String family, String given) {
    /** The name of the n-th officer of all. */
    String name(int n) {
      String name = sign(family, n * 7) + sign(given, n * 11);
      return n % 3 == 0 ? name : name + sign(given, n * 5 + 3);
    }

    private static String sign(String signs, int n) {
      return String.valueOf(signs.charAt(n % signs.length()));
    }
  }

  /**
   * The pack.
   *
   * @param levels the tree of {@code packs/agency-levels.yaml} its agencies stand on
   * @param callCentre code of the agency where the exercise's calls ring
   */
  record Pack(
      String password,
      String levels,
      String callCentre,
      Node agencies,
      Watch watch,
      List<Account> accounts) {}

  /** An account anyone may use, as the sign-in page shows it. */
  public record DemoAccount(
      String signInName, String password, List<String> roles, String note, String noteEn) {}

  private final boolean on;
  private final Packs packs;
  private final CachedAgencies agencies;
  private final AgencyDesk agencyDesk;
  private final OfficerStore officers;
  private final Beginning beginning;
  private final TransactionTemplate tx;
  private List<DemoAccount> accounts = List.of();

  Demonstration(
      @Value("${tocsin.demo:false}") boolean on,
      Packs packs,
      CachedAgencies agencies,
      AgencyDesk agencyDesk,
      OfficerStore officers,
      Beginning beginning,
      PlatformTransactionManager transactions) {
    this.on = on;
    this.packs = packs;
    this.agencies = agencies;
    this.agencyDesk = agencyDesk;
    this.officers = officers;
    this.beginning = beginning;
    this.tx = new TransactionTemplate(transactions);
  }

  static Pack pack(Packs packs) {
    return packs.read("demo-agencies.yaml", Pack.class);
  }

  /** The accounts to show; none where this is no demonstration. */
  public List<DemoAccount> accounts() {
    return accounts;
  }

  @Override
  public void afterSingletonsInstantiated() {
    if (!on) {
      return;
    }
    Pack pack = pack(packs);
    Acting.run(Actor.system("demonstration"), () -> make(pack));
    List<DemoAccount> shown = new ArrayList<>();
    for (Account a : pack.accounts()) {
      shown.add(
          new DemoAccount(a.signInName(), pack.password(), List.of(a.role()), a.zh(), a.en()));
    }
    accounts = List.copyOf(shown);
  }

  private void make(Pack pack) {
    if (agencies.findRoot().isEmpty()) {
      make(pack.agencies(), null);
    }
    List<Account> missing =
        pack.accounts().stream()
            .filter(account -> !officers.signInNameTaken(account.signInName(), null))
            .toList();
    boolean watchMissing = !officers.signInNameTaken(signInName(pack.agencies(), 1), null);
    if (missing.isEmpty() && !watchMissing) {
      return;
    }
    // One published password: hashing it for each account anew would only make the first start
    // slow.
    String hash = beginning.hash(pack.password());
    if (watchMissing) {
      tx.executeWithoutResult(status -> watch(pack.watch(), pack.agencies(), hash, 0));
    }
    for (Account account : missing) {
      AgencyId agency =
          agencies.byCode(account.agency()).or(agencies::findRoot).map(Agency::id).orElseThrow();
      tx.executeWithoutResult(
          status ->
              beginning.hashed(
                  agency,
                  account.signInName(),
                  account.displayName(),
                  hash,
                  Set.of(account.role())));
    }
  }

  /** The officers of an agency and all below it; answers the number of the last. */
  private int watch(Watch watch, Node node, String hash, int before) {
    int last = before;
    int count = before == 0 ? watch.top() : watch.each();
    for (int n = 1; n <= count; n++) {
      AgencyId agency = agencies.byCode(node.code()).map(Agency::id).orElseThrow();
      beginning.hashed(agency, signInName(node, n), watch.name(++last), hash, Set.of(watch.role()));
    }
    List<Node> children = node.children();
    if (children != null) {
      for (Node child : children) {
        last = watch(watch, child, hash, last);
      }
    }
    return last;
  }

  private static String signInName(Node node, int n) {
    return node.code().toLowerCase(Locale.ROOT) + "." + n;
  }

  private void make(Node node, @Nullable AgencyId parent) {
    Agency made =
        agencyDesk.create(
            new AgencyDesk.NewAgency(node.code(), parent, node.zh(), node.en()), null);
    List<Node> children = node.children();
    if (children != null) {
      children.forEach(child -> make(child, made.id()));
    }
  }
}
