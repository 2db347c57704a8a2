package org.tocsin.app.dispatch.internal;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.dispatch.AlertId;
import org.tocsin.app.dispatch.AlertView.Kind;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.LiveEntry;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.Incidents;
import org.tocsin.app.matter.Progress;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;

/**
 * Sets and settles timers, in the caller's transaction. Locks are taken in the order unit, timer,
 * incident everywhere in this room.
 */
@Component
class Timers {
  private final TimerStore store;
  private final TimerRules rules;
  private final NextDue nextDue;
  private final Incidents incidents;
  private final Ledger ledger;
  private final Views views;

  Timers(
      TimerStore store,
      TimerRules rules,
      NextDue nextDue,
      Incidents incidents,
      Ledger ledger,
      Views views) {
    this.store = store;
    this.rules = rules;
    this.nextDue = nextDue;
    this.incidents = incidents;
    this.ledger = ledger;
    this.views = views;
  }

  /** Sets the timer of a step of an assignment, if the step is watched for its incident. */
  void arm(Kind kind, AssignmentRow a, Instant base) {
    Duration after = rules.after(kind, a.typeCode(), a.priority(), a.expectedSeconds());
    if (after == null) {
      return;
    }
    arm(
        new TimerRow(
            AlertId.next(),
            kind,
            a.id().value(),
            null,
            a.id(),
            a.matter(),
            a.incidentNumber(),
            a.callSign(),
            a.incidentAgency(),
            a.incidentAgency(),
            Columns.both(a.incidentAgency(), a.unitAgency()),
            base.plus(after),
            base.plus(after),
            rules.escalate(kind),
            0,
            null,
            a.exercise(),
            1));
  }

  /**
   * Sets the timer of something that is not an assignment.
   *
   * @param subject what waits: an addressee of an instruction, a whistle
   * @param thing the instruction or whistle itself
   */
  void arm(
      Kind kind,
      UUID subject,
      UUID thing,
      @Nullable MatterId matter,
      String about,
      AgencyId base,
      Set<AgencyId> watchers,
      Instant due,
      @Nullable ExerciseId exercise) {
    arm(
        new TimerRow(
            AlertId.next(),
            kind,
            subject,
            thing,
            null,
            matter,
            null,
            about,
            base,
            base,
            watchers,
            due,
            due,
            rules.escalate(kind),
            0,
            null,
            exercise,
            1));
  }

  private void arm(TimerRow row) {
    store.arm(row);
    nextDue.atCommit(row.since());
  }

  /**
   * The steps are done, or no longer needed.
   *
   * @return those that somebody had been told of; give them to {@link #tellSettled} after all other
   *     locks are held
   */
  List<TimerRow> settle(AssignmentId id, Collection<Kind> kinds, Instant now) {
    return settle(store.lockOfAssignment(id, kinds), now);
  }

  /** The steps are done for the whole incident; see the other. */
  List<TimerRow> settle(MatterId id, Collection<Kind> kinds, Instant now) {
    return settle(store.lockOfMatter(id, kinds), now);
  }

  /** What waited has been answered. */
  void settleSubject(UUID subject, Instant now) {
    settle(store.lockOfSubject(subject), now);
  }

  private List<TimerRow> settle(List<TimerRow> running, Instant now) {
    List<AlertId> silent = new ArrayList<>();
    List<AlertId> told = new ArrayList<>();
    running.forEach(t -> (t.level() == 0 ? silent : told).add(t.id()));
    if (!silent.isEmpty()) {
      store.delete(silent);
    }
    if (told.isEmpty()) {
      return List.of();
    }
    List<TimerRow> settled = store.settle(told, now);
    settled.forEach(this::publish);
    return settled;
  }

  /** Tells the incidents; locks them. */
  void tellSettled(List<TimerRow> settled, Instant now) {
    for (TimerRow t : settled) {
      MatterId matter = t.matter();
      if (matter != null && t.assignment() != null) {
        incidents.progress(
            matter,
            new Progress.Settled(
                t.kind().name(), t.id().toString(), now, now, text(t, "已解除", "settled")));
      }
    }
  }

  /** Tells open screens. */
  void publish(TimerRow t) {
    List<AgencyId> agencies = new ArrayList<>(t.watchers());
    agencies.add(t.agency());
    ledger.publish(LiveEntry.of("alert", t.id(), t.version(), agencies, views.alert(t)));
  }

  /** A line for the incident's timeline. */
  Text text(TimerRow t, String zh, String en) {
    Text kind = rules.name(t.kind());
    return new Text(
        "%s %s：%s".formatted(t.about(), kind.zh(), zh),
        "%s %s: %s".formatted(t.about(), kind.en(), en));
  }
}
