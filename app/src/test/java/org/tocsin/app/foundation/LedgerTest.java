package org.tocsin.app.foundation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;

@TocsinTest
class LedgerTest {
  private static final Actor ACTOR = Actor.system("ledger-test");

  @Autowired Ledger ledger;
  @Autowired Once once;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  record Asked(String what) {}

  record Answered(MatterId id, String what) {}

  @Test
  void numbersHaveNoGapsAlthoughManyCommitAndSomeRollBack() throws InterruptedException {
    TransactionTemplate tx = new TransactionTemplate(transactions);
    AgencyId agency = AgencyId.next();
    AtomicInteger committed = new AtomicInteger();
    try (ExecutorService pool = Executors.newFixedThreadPool(12)) {
      for (int i = 0; i < 400; i++) {
        int n = i;
        pool.submit(
            () ->
                Acting.run(
                    ACTOR,
                    () ->
                        tx.executeWithoutResult(
                            status -> {
                              MatterId id = MatterId.next();
                              ledger.audit(Audit.of("test.done").on(id).detail("n", n));
                              ledger.publish(
                                  LiveEntry.of("test", id, n, List.of(agency), new Asked("x")));
                              if (n % 7 == 0) {
                                status.setRollbackOnly();
                              } else {
                                committed.incrementAndGet();
                              }
                            })));
      }
    }
    List<Long> audits =
        jdbc.sql("select seq from foundation.audit_entry order by seq").query(Long.class).list();
    List<Long> lives =
        jdbc.sql("select seq from foundation.live_entry order by seq").query(Long.class).list();
    assertThat(audits)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, audits.size()).boxed().toList());
    assertThat(lives)
        .containsExactlyElementsOf(LongStream.rangeClosed(1, lives.size()).boxed().toList());
    assertThat(
            jdbc.sql("select count(*) from foundation.audit_entry where action = 'test.done'")
                .query(Long.class)
                .single())
        .isEqualTo(committed.get());
  }

  @Test
  void theAppCannotChangeOrDeleteAuditEntries() {
    TransactionTemplate tx = new TransactionTemplate(transactions);
    Acting.run(ACTOR, () -> tx.executeWithoutResult(s -> ledger.audit(Audit.of("test.kept"))));
    for (String sql :
        List.of(
            "update foundation.audit_entry set why = 'x'",
            "delete from foundation.audit_entry",
            "truncate foundation.audit_entry",
            "alter table foundation.audit_entry disable trigger all",
            "drop table foundation.audit_entry")) {
      assertThatThrownBy(() -> jdbc.sql(sql).update())
          .as(sql)
          .rootCause()
          .message()
          .containsAnyOf("permission denied", "must be owner");
    }
  }

  @Test
  void aKeyAnswersTheSameTwiceAndRefusesAnotherRequest() {
    TransactionTemplate tx = new TransactionTemplate(transactions);
    AtomicInteger done = new AtomicInteger();
    java.util.function.Function<String, Answered> ask =
        what ->
            Acting.as(
                ACTOR,
                () ->
                    tx.execute(
                        s ->
                            once.run(
                                "test",
                                "key-1",
                                new Asked(what),
                                Answered.class,
                                () -> {
                                  done.incrementAndGet();
                                  return new Answered(MatterId.next(), what);
                                })));
    Answered first = ask.apply("a");
    assertThat(ask.apply("a")).isEqualTo(first);
    assertThat(done).hasValue(1);
    assertThatThrownBy(() -> ask.apply("b"))
        .isInstanceOfSatisfying(
            Problem.class, p -> assertThat(p.code()).isEqualTo(ProblemCode.KEY_REUSED));
  }
}
