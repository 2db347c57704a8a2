package org.tocsin.app.staff.internal;

import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;

/** Makes agencies and officers for tests, past the doors that are under test. */
@TestComponent
public class People {
  /** The password of everybody made here. */
  public static final String PASSWORD = "correct horse battery";

  /** Somebody who can sign in. */
  public record Person(OfficerId id, String signInName) {}

  private final AtomicInteger count = new AtomicInteger();
  private final CachedAgencies agencies;
  private final AgencyDesk agencyDesk;
  private final Beginning beginning;
  private final OneTimeCodes codes;
  private final TransactionTemplate tx;

  People(
      CachedAgencies agencies,
      AgencyDesk agencyDesk,
      Beginning beginning,
      OneTimeCodes codes,
      PlatformTransactionManager transactions) {
    this.agencies = agencies;
    this.agencyDesk = agencyDesk;
    this.beginning = beginning;
    this.codes = codes;
    this.tx = new TransactionTemplate(transactions);
  }

  /** The root agency, made where there is none. */
  public synchronized Agency root() {
    return agencies
        .findRoot()
        .orElseGet(
            () ->
                Acting.as(
                    Actor.system("test"),
                    () ->
                        agencyDesk.create(
                            new AgencyDesk.NewAgency("ROOT", null, "青澜市公安局", "Qinglan"), null)));
  }

  /** A new agency below another. */
  public Agency agency(AgencyId parent, String name) {
    String code = "T" + count.incrementAndGet();
    return Acting.as(
        Actor.system("test"),
        () -> agencyDesk.create(new AgencyDesk.NewAgency(code, parent, name, name), null));
  }

  /** A new officer with roles. */
  public Person officer(AgencyId agency, String... roles) {
    String name = "p" + count.incrementAndGet();
    OfficerRecord made =
        Acting.as(
            Actor.system("test"),
            () ->
                tx.execute(
                    s -> beginning.account(agency, name, "测试" + name, PASSWORD, Set.of(roles))));
    return new Person(made.id(), name);
  }

  /** The present one-time code of a secret that was shown as base 32. */
  public String code(String base32, java.time.Instant at) {
    return codes.code(unbase32(base32), at);
  }

  private static byte[] unbase32(String text) {
    byte[] bytes = new byte[text.length() * 5 / 8];
    int held = 0;
    int bits = 0;
    int n = 0;
    for (char c : text.toCharArray()) {
      held = (held << 5) | "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".indexOf(c);
      bits += 5;
      if (bits >= 8) {
        bits -= 8;
        bytes[n++] = (byte) (held >>> bits);
      }
    }
    return bytes;
  }
}
