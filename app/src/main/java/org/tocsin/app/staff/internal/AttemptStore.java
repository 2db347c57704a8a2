package org.tocsin.app.staff.internal;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts failures by the name that was typed. An attempt is counted <em>before</em> the password is
 * looked at and taken back when it was right, so that many guesses at the same moment cannot all
 * slip through before the first is counted.
 */
@Repository
class AttemptStore {
  private static final Duration FORGOTTEN = Duration.ofDays(1);

  /** How an attempt stands: whether it may be looked at, and until when the name is locked. */
  record Attempt(int failures, Optional<Instant> lockedUntil) {}

  private final JdbcClient jdbc;

  AttemptStore(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public Attempt begin(String name, SignInPolicy.Lock lock, Instant now) {
    jdbc.sql("delete from staff.sign_in_attempt where last_at < :old")
        .param("old", Timestamp.from(now.minus(FORGOTTEN)))
        .update();
    return jdbc.sql(
            """
            insert into staff.sign_in_attempt as a (name_key, failures, locked_until, last_at)
            values (:name, 1, case when :most = 1 then cast(:until as timestamptz) end, :now)
            on conflict (name_key) do update set
              failures = case when a.locked_until <= :now then 1 else a.failures + 1 end,
              locked_until = case when a.locked_until > :now then a.locked_until
                                  when a.locked_until is null and a.failures + 1 >= :most
                                  then cast(:until as timestamptz) end,
              last_at = :now
            returning failures, locked_until
            """)
        .param("name", key(name))
        .param("most", lock.failures())
        .param("until", Timestamp.from(now.plus(lock.length())))
        .param("now", Timestamp.from(now))
        .query(
            (row, i) -> {
              Timestamp until = row.getTimestamp("locked_until");
              return new Attempt(
                  row.getInt("failures"), Optional.ofNullable(until).map(Timestamp::toInstant));
            })
        .single();
  }

  /** The attempt was no failure, but no success either (a code is still to come). */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void takeBack(String name, SignInPolicy.Lock lock) {
    jdbc.sql(
            """
            update staff.sign_in_attempt
               set failures = greatest(failures - 1, 0),
                   locked_until = case when failures > :most then locked_until end
             where name_key = :name
            """)
        .param("name", key(name))
        .param("most", lock.failures())
        .update();
  }

  /** It was right, or an administrator unlocks: counting starts again. */
  @Transactional(propagation = Propagation.REQUIRES_NEW)
  public void forget(String name) {
    jdbc.sql("delete from staff.sign_in_attempt where name_key = :name")
        .param("name", key(name))
        .update();
  }

  private static String key(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
