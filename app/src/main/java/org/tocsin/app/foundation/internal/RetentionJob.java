package org.tocsin.app.foundation.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.Packs;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Retention;
import org.tocsin.app.foundation.RetentionRule;
import org.tocsin.app.foundation.RetentionSource;
import org.tocsin.kernel.InstanceClock;

/** Enforces the rules on the instance's clock, a chunk a transaction, each with its audit entry. */
@Component
class RetentionJob implements Retention {
  private static final int CHUNK = 1_000;

  /** A run may be late by this much before the report calls a rule overdue. */
  private static final Duration GRACE = Duration.ofDays(1);

  private final List<RetentionRule> rules;
  private final List<RetentionSource> sources;
  private final RetentionPack pack;
  private final JdbcClient jdbc;
  private final Ledger ledger;
  private final InstanceClock clock;
  private final TransactionTemplate transaction;

  RetentionJob(
      List<RetentionRule> rules,
      List<RetentionSource> sources,
      Packs packs,
      JdbcClient jdbc,
      Ledger ledger,
      InstanceClock clock,
      PlatformTransactionManager transactions) {
    this.rules = rules;
    this.sources = sources;
    this.pack = packs.read(RetentionPack.FILE, RetentionPack.class);
    this.pack.checkAgainst(rules);
    this.jdbc = jdbc;
    this.ledger = ledger;
    this.clock = clock;
    this.transaction = new TransactionTemplate(transactions);
  }

  @Override
  @Scheduled(initialDelay = 2, fixedDelay = 60, timeUnit = TimeUnit.MINUTES)
  public void enforce() {
    Acting.run(Actor.system("retention"), () -> all().forEach(this::enforce));
  }

  private List<RetentionRule> all() {
    return Stream.concat(rules.stream(), sources.stream().flatMap(s -> s.rules().stream()))
        .toList();
  }

  private RetentionRule.Terms terms(RetentionRule rule) {
    return rule.terms()
        .orElseGet(() -> new RetentionRule.Terms(pack.of(rule).keepDays(), pack.of(rule).basis()));
  }

  private void enforce(RetentionRule rule) {
    Instant before = cutoff(rule);
    int erased;
    do {
      Integer some = transaction.execute(status -> eraseSome(rule, before));
      erased = some == null ? 0 : some;
    } while (erased == CHUNK);
  }

  private int eraseSome(RetentionRule rule, Instant before) {
    int erased = rule.erase(before, CHUNK);
    jdbc.sql(
            """
            insert into foundation.retention_run as r (code, last_run_at, erased)
            values (:code, :now, :erased)
            on conflict (code) do update
              set last_run_at = excluded.last_run_at, erased = r.erased + excluded.erased
            """)
        .param("code", rule.code())
        .param("now", Timestamp.from(clock.instant()))
        .param("erased", erased)
        .update();
    if (erased > 0) {
      ledger.audit(
          Audit.of("retention.enforced")
              .about("retention-rule", rule.code())
              .detail("rows", erased)
              .detail("before", before.toString()));
    }
    return erased;
  }

  private Instant cutoff(RetentionRule rule) {
    return clock.instant().minus(Duration.ofDays(terms(rule).keepDays()));
  }

  @Override
  public List<Standing> report() {
    Acting.require(Permission.AUDIT_READ);
    ledger.auditRead(Audit.of("retention.read"));
    return all().stream().map(this::standing).toList();
  }

  private record Run(Instant lastAt, long erased) {}

  private Standing standing(RetentionRule rule) {
    RetentionRule.Terms terms = terms(rule);
    @Nullable Run run =
        jdbc.sql("select last_run_at, erased from foundation.retention_run where code = :code")
            .param("code", rule.code())
            .query((r, i) -> new Run(r.getTimestamp(1).toInstant(), r.getLong(2)))
            .optional()
            .orElse(null);
    @Nullable Instant oldest = rule.oldest().orElse(null);
    return new Standing(
        rule.code(),
        rule.fields(),
        terms.keepDays(),
        terms.basis(),
        run == null ? null : run.lastAt(),
        run == null ? 0 : run.erased(),
        oldest,
        oldest != null && oldest.isBefore(cutoff(rule).minus(GRACE)));
  }
}
