package org.tocsin.app.matter.internal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.LiveEntry;
import org.tocsin.app.foundation.Numbers;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.EventFile;
import org.tocsin.app.matter.EventFileId;
import org.tocsin.app.matter.EventFileState;
import org.tocsin.kernel.InstanceClock;

/**
 * Where every change of the file of a major event is done the same way: right, lock, sight,
 * version; the change; then version, history, audit log, open screens.
 */
@Component
class EventDesk {
  /** The version that a change without one carries: it cannot contradict another person's. */
  static final long ANY_VERSION = -1;

  final EventFileStore files;
  final EventPartStore parts;
  private final Ledger ledger;
  private final Numbers numbers;
  private final InstanceClock clock;

  EventDesk(
      EventFileStore files,
      EventPartStore parts,
      Ledger ledger,
      Numbers numbers,
      InstanceClock clock) {
    this.files = files;
    this.parts = parts;
    this.ledger = ledger;
    this.numbers = numbers;
    this.clock = clock;
  }

  /** A change under way. */
  record Work(Actor actor, EventFile file, Instant now) {}

  /** What a change did: its name in the history and its words; null where nothing was to do. */
  record Done(String kind, Text words) {}

  Instant now() {
    return clock.instant();
  }

  String number() {
    return numbers.next("event-file", LocalDate.ofInstant(clock.instant(), clock.getZone()));
  }

  EventFile get(EventFileId id, Scope scope) {
    return files.find(id, scope).orElseThrow(() -> Problem.notFound("event file", id));
  }

  /** Does a change of a file that is not over. */
  EventFile change(
      EventFileId id, long version, Permission permission, Function<Work, @Nullable Done> change) {
    Actor actor = Acting.require(permission);
    if (!files.lock(id, actor.scope())) {
      throw Problem.notFound("event file", id);
    }
    EventFile file = get(id, actor.scope());
    if (version != ANY_VERSION && version != file.version()) {
      throw Problem.stale("event file", file.number(), file.changedBy(), file.changedAt())
          .with("version", file.version());
    }
    if (!file.state().open()) {
      throw Problem.refused(ProblemCode.EVENT_FILE_OVER, file.number());
    }
    Work work = new Work(actor, file, clock.instant());
    Done done = change.apply(work);
    return done == null ? file : record(work, done);
  }

  /** Writes what was done; a ready file that is no longer complete goes back to planning. */
  EventFile record(Work work, Done done) {
    EventFileId id = work.file().id();
    files.touch(id, work.now(), work.actor().name());
    parts.fact(id, work.now(), done.kind(), work.actor(), done.words());
    EventFile file = get(id, Scope.all());
    if (file.state() == EventFileState.READY && file.mandatoryOpen() > 0) {
      files.state(id, EventFileState.PLANNING, null);
      parts.fact(
          id,
          work.now(),
          "BACK_TO_PLANNING",
          work.actor(),
          new Text("必查项未完成，退回筹备", "A mandatory item is open: back to planning"));
      file = get(id, Scope.all());
    }
    ledger.audit(
        Audit.of("event-file." + done.kind().toLowerCase(java.util.Locale.ROOT).replace('_', '-'))
            .about("event-file", id)
            .detail("number", file.number())
            .detail("state", file.state().name())
            .detail("what", done.words().en()));
    ledger.publish(
        LiveEntry.of("event-file", id, file.version(), java.util.List.of(file.agencyId()), file));
    return file;
  }
}
