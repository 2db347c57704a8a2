package org.tocsin.app.foundation.internal;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.SqlParameterValue;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.LiveEntry;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstanceClock;
import tools.jackson.databind.json.JsonMapper;

/**
 * Collects entries per transaction and writes them just before it commits, under the one lock on
 * the head.
 */
@Component
class JdbcLedger implements Ledger {
  private record Entry(Audit audit, Actor actor, Instant at) {}

  private record Pending(List<Entry> audits, Map<String, LiveEntry> lives) {}

  private final JdbcTemplate jdbc;
  private final InstanceClock clock;
  private final JsonMapper json;
  private final StreamHub hub;
  private final TransactionTemplate ownTransaction;

  JdbcLedger(
      JdbcTemplate jdbc,
      InstanceClock clock,
      JsonMapper json,
      StreamHub hub,
      PlatformTransactionManager transactions) {
    this.jdbc = jdbc;
    this.clock = clock;
    this.json = json;
    this.hub = hub;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionTemplate.PROPAGATION_REQUIRES_NEW);
  }

  @Override
  public void audit(Audit entry) {
    pending().audits().add(new Entry(entry, Acting.current(), clock.instant()));
  }

  @Override
  public void auditRead(Audit entry) {
    if (TransactionSynchronizationManager.isSynchronizationActive()
        && !TransactionSynchronizationManager.isCurrentTransactionReadOnly()) {
      audit(entry);
    } else {
      Entry read = new Entry(entry, Acting.current(), clock.instant());
      ownTransaction.executeWithoutResult(status -> pending().audits().add(read));
    }
  }

  @Override
  public void publish(LiveEntry entry) {
    String key = entry.topic() + " " + entry.id();
    Map<String, LiveEntry> lives = pending().lives();
    lives.remove(key);
    lives.put(key, entry);
  }

  private Pending pending() {
    if (!TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException(
          "the ledger is written with a transaction, and there is none");
    }
    if (TransactionSynchronizationManager.getResource(this) instanceof Pending pending) {
      return pending;
    }
    Pending pending = new Pending(new ArrayList<>(), new LinkedHashMap<>());
    TransactionSynchronizationManager.bindResource(this, pending);
    TransactionSynchronizationManager.registerSynchronization(new AtCommit(pending));
    return pending;
  }

  /**
   * Runs after every other work of the transaction, so that the head stays locked only for the
   * commit itself.
   */
  private final class AtCommit implements TransactionSynchronization {
    private final Pending pending;

    AtCommit(Pending pending) {
      this.pending = pending;
    }

    @Override
    public int getOrder() {
      return LOWEST_PRECEDENCE;
    }

    @Override
    public void suspend() {
      TransactionSynchronizationManager.unbindResource(JdbcLedger.this);
    }

    @Override
    public void resume() {
      TransactionSynchronizationManager.bindResource(JdbcLedger.this, pending);
    }

    @Override
    public void beforeCommit(boolean readOnly) {
      write(pending);
    }

    @Override
    public void afterCompletion(int status) {
      TransactionSynchronizationManager.unbindResourceIfPossible(JdbcLedger.this);
      if (status == STATUS_COMMITTED && !pending.lives().isEmpty()) {
        hub.wake();
      }
    }
  }

  private void write(Pending pending) {
    List<LiveEntry> lives = List.copyOf(pending.lives().values());
    List<String> bodies = lives.stream().map(e -> json.writeValueAsString(e.body())).toList();
    int audits = pending.audits().size();
    long[] head =
        jdbc.queryForObject(
            "update foundation.ledger_head set audit_seq = audit_seq + ?, live_seq = live_seq + ?"
                + " returning audit_seq, live_seq",
            (row, i) -> new long[] {row.getLong(1), row.getLong(2)},
            audits,
            lives.size());
    writeAudits(pending.audits(), head[0] - audits);
    writeLives(lives, bodies, head[1] - lives.size());
  }

  private void writeAudits(List<Entry> entries, long before) {
    if (entries.isEmpty()) {
      return;
    }
    List<Object[]> rows = new ArrayList<>(entries.size());
    for (Entry entry : entries) {
      rows.add(auditRow(++before, entry));
    }
    jdbc.batchUpdate(
        "insert into foundation.audit_entry (seq, at, actor_kind, actor_id, actor_name, agency_id, action, matter_id,"
            + " subject, why, origin, exercise_id, detail, canonical)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?)",
        rows);
  }

  private Object[] auditRow(long seq, Entry entry) {
    Actor actor = entry.actor();
    Audit audit = entry.audit();
    SortedMap<String, Object> members = new TreeMap<>();
    members.put("seq", seq);
    members.put("at", entry.at().toString());
    members.put("actorKind", actor.kind().name());
    members.put("actorId", actor.id());
    members.put("actorName", actor.name());
    members.put("action", audit.action());
    members.put("origin", actor.origin());
    members.put("detail", audit.detail());
    putIf(members, "agency", actor.agency());
    putIf(members, "matter", audit.matter());
    putIf(members, "subject", audit.subject());
    putIf(members, "why", audit.why());
    putIf(members, "exercise", actor.exercise());
    return new Object[] {
      seq,
      Timestamp.from(entry.at()),
      actor.kind().name(),
      actor.id(),
      actor.name(),
      uuid(actor.agency() == null ? null : actor.agency().value()),
      audit.action(),
      uuid(audit.matter() == null ? null : audit.matter().value()),
      text(audit.subject()),
      text(audit.why()),
      actor.origin(),
      uuid(actor.exercise() == null ? null : actor.exercise().value()),
      json.writeValueAsString(audit.detail()),
      CanonicalBytes.of(members)
    };
  }

  private static void putIf(
      SortedMap<String, Object> members, String name, @Nullable Object value) {
    if (value != null) {
      members.put(name, value.toString());
    }
  }

  private static SqlParameterValue uuid(@Nullable UUID value) {
    return new SqlParameterValue(Types.OTHER, value);
  }

  private static SqlParameterValue text(@Nullable String value) {
    return new SqlParameterValue(Types.VARCHAR, value);
  }

  private void writeLives(List<LiveEntry> lives, List<String> bodies, long before) {
    if (lives.isEmpty()) {
      return;
    }
    Timestamp at = Timestamp.from(clock.instant());
    List<Object[]> rows = new ArrayList<>(lives.size());
    for (int i = 0; i < lives.size(); i++) {
      LiveEntry live = lives.get(i);
      UUID[] agencies = live.agencies().stream().map(AgencyId::value).toArray(UUID[]::new);
      rows.add(
          new Object[] {
            ++before, at, live.topic(), live.id().value(), live.version(), agencies, bodies.get(i)
          });
    }
    jdbc.batchUpdate(
        "insert into foundation.live_entry (seq, at, topic, entity_id, version, agencies, body)"
            + " values (?, ?, ?, ?, ?, ?, ?)",
        rows);
  }
}
