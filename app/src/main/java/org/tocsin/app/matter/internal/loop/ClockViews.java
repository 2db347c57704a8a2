package org.tocsin.app.matter.internal.loop;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.matter.MatterView;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.OfficerId;
import org.tocsin.kernel.time.ClockRun;
import org.tocsin.kernel.time.Term;
import org.tocsin.kernel.time.WorkCalendar;
import org.tocsin.matters.Clock;
import org.tocsin.matters.flow.ClockState;
import org.tocsin.matters.flow.Decision;
import org.tocsin.matters.flow.Flow;
import org.tocsin.matters.flow.Who;

/** The clocks of a matter as one person sees them. */
@Component
class ClockViews {
  private final Engine engine;
  private final InstanceClock clock;

  ClockViews(Engine engine, InstanceClock clock) {
    this.engine = engine;
    this.clock = clock;
  }

  /**
   * The clocks.
   *
   * @param who null for somebody who may change nothing
   */
  List<MatterView.ClockView> of(Held held, @Nullable Who who, Map<OfficerId, String> names) {
    return held.state().clocks().stream()
        .filter(c -> held.kind().clocks().containsKey(c.clock()))
        .map(c -> view(held, c, who, names))
        .toList();
  }

  private MatterView.ClockView view(
      Held held, ClockState c, @Nullable Who who, Map<OfficerId, String> names) {
    Clock declared = Objects.requireNonNull(held.kind().clocks().get(c.clock()));
    WorkCalendar calendar = engine.calendar(held.state().handling());
    ClockRun run = c.run();
    return new MatterView.ClockView(
        c.clock(),
        Sayings.text(declared.names()),
        status(c.status()),
        c.status() == ClockState.Status.EXPIRED,
        run.startedAt(),
        run.dueAt(calendar).orElse(null),
        declared.warn().flatMap(w -> run.warnAt(w, calendar)).orElse(null),
        run.pauses().stream()
            .map(p -> new MatterView.Pause(p.from(), p.until(), p.reason(), name(p.by(), names)))
            .toList(),
        run.extensions().stream()
            .map(
                e ->
                    new MatterView.Extension(
                        e.at(),
                        e.term().amount(),
                        unit(e.term().unit()),
                        e.reason(),
                        name(e.by(), names)))
            .toList(),
        who != null && may(held, c, Deed.PAUSE, who),
        who != null && may(held, c, Deed.RESUME, who),
        who != null && may(held, c, Deed.EXTEND, who));
  }

  private enum Deed {
    PAUSE,
    RESUME,
    EXTEND
  }

  /** Whether the engine would let this person, given a reason. */
  private boolean may(Held held, ClockState c, Deed what, Who who) {
    if (!c.isLive()) {
      return false;
    }
    Flow flow = engine.flow();
    var now = clock.instant();
    Decision would =
        switch (what) {
          case PAUSE -> flow.pause(held.kind(), held.state(), c.clock(), "?", null, who, now);
          case RESUME -> flow.resume(held.kind(), held.state(), c.clock(), who, now);
          case EXTEND -> flow.extend(held.kind(), held.state(), c.clock(), 1, "?", who, now);
        };
    return would instanceof Decision.Allowed;
  }

  private static MatterView.ClockStatus status(ClockState.Status status) {
    return switch (status) {
      case RUNNING -> MatterView.ClockStatus.RUNNING;
      case PAUSED -> MatterView.ClockStatus.PAUSED;
      case MET -> MatterView.ClockStatus.MET;
      case EXPIRED, ENDED -> MatterView.ClockStatus.EXPIRED;
    };
  }

  static String unit(Term.Unit unit) {
    return switch (unit) {
      case SECONDS -> "seconds";
      case MINUTES -> "minutes";
      case HOURS -> "hours";
      case DAYS -> "days";
      case WORKING_HOURS -> "workingHours";
      case WORKING_DAYS -> "workingDays";
    };
  }

  private static String name(@Nullable OfficerId by, Map<OfficerId, String> names) {
    return by == null ? "system" : names.getOrDefault(by, "?");
  }
}
