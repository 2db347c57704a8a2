package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tocsin.app.dispatch.Positions;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.Text;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.Point;

/** Takes positions from devices; memory only. */
@Service
class PositionDesk implements Positions {
  private final UnitBoard units;
  private final PositionBoard positions;
  private final DispatchPolicy.Fixes policy;
  private final InstanceClock clock;

  PositionDesk(
      UnitBoard units, PositionBoard positions, DispatchPolicy policy, InstanceClock clock) {
    this.units = units;
    this.positions = positions;
    this.policy = policy.positions();
    this.clock = clock;
  }

  private record Refusal(String code, Text message) {}

  @Override
  public Taken report(List<Report> batch) {
    Actor actor = Acting.require(Permission.POSITION_REPORT);
    if (batch.size() > policy.maxBatch()) {
      throw Problem.tooLarge("positions", policy.maxBatch());
    }
    Instant now = clock.instant();
    List<Rejected> rejected = new ArrayList<>();
    for (int i = 0; i < batch.size(); i++) {
      Refusal refusal = take(actor, batch.get(i), now);
      if (refusal != null) {
        rejected.add(new Rejected(i, refusal.code(), refusal.message()));
      }
    }
    return new Taken(batch.size() - rejected.size(), rejected);
  }

  private @Nullable Refusal take(Actor actor, Report r, Instant now) {
    Optional<BoardUnit> unit = unit(actor, r);
    if (unit.isEmpty()) {
      return new Refusal(
          "UNIT_UNKNOWN",
          new Text("没有这个单位，或该设备无权为其上报", "no such unit, or this device does not report for it"));
    }
    if (!Point.isValid(r.lat(), r.lon()) || (r.lat() == 0 && r.lon() == 0)) {
      return new Refusal(
          "POSITION_IMPOSSIBLE",
          new Text(
              "坐标不可能：%s, %s".formatted(r.lat(), r.lon()),
              "impossible coordinates: %s, %s".formatted(r.lat(), r.lon())));
    }
    Instant at = r.at() == null ? now : r.at();
    if (at.isAfter(now.plusSeconds(policy.futureToleranceSeconds()))) {
      return new Refusal(
          "POSITION_FROM_FUTURE",
          new Text(
              "时间 %s 晚于现在 %s".formatted(at, now), "%s is later than now, %s".formatted(at, now)));
    }
    Fix fix = new Fix(new Point(r.lat(), r.lon()), at, finite(r.speed()), finite(r.course()));
    return positions
        .take(unit.get().unit().id(), fix)
        .map(
            last ->
                new Refusal(
                    "POSITION_BACKWARDS",
                    new Text(
                        "时间 %s 早于已有定位 %s".formatted(at, last),
                        "%s is before the position we have, %s".formatted(at, last))))
        .orElse(null);
  }

  private static @Nullable Double finite(@Nullable Double value) {
    return value != null && Double.isFinite(value) ? value : null;
  }

  /** A device reports for its own unit only; a partner's program for units in its scope. */
  private Optional<BoardUnit> unit(Actor actor, Report r) {
    if (actor.kind() == ActorKind.DEVICE) {
      return units.ofDevice(actor).filter(u -> r.id() == null || named(u, r));
    }
    if (r.id() != null) {
      return units.find(r.id()).filter(u -> actor.scope().covers(u.unit().agency()));
    }
    return r.unit() == null ? Optional.empty() : units.called(r.unit(), actor.scope());
  }

  private static boolean named(BoardUnit unit, Report r) {
    return unit.unit().id().equals(r.id());
  }
}
