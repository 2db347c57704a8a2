package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.dispatch.UnitStatus;
import org.tocsin.app.dispatch.UnitView;
import org.tocsin.app.dispatch.Units;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.staff.Agencies;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.UnitId;

/** Keeps the units. Reads come from the board, writes lock the unit's row. */
@Service
class UnitDesk implements Units {
  private final UnitStore store;
  private final AssignmentStore assignments;
  private final UnitBoard board;
  private final Views views;
  private final Changes changes;
  private final Checks checks;
  private final Once once;

  /** What details are checked against. */
  @org.springframework.stereotype.Component
  record Checks(UnitTypes types, Agencies agencies, InstanceClock clock) {
    void details(Actor actor, Details d) {
      if (d.callSign().isBlank() || d.callSign().length() > 40) {
        throw Problem.invalid("callSign", "length", 1, 40);
      }
      if (types.find(d.typeCode()).isEmpty()) {
        throw Problem.invalid("typeCode", "unknown", d.typeCode());
      }
      if (agencies.find(d.agencyId()).isEmpty() || !actor.scope().covers(d.agencyId())) {
        throw Problem.invalid("agencyId", "unknown", d.agencyId().toString());
      }
    }
  }

  UnitDesk(
      UnitStore store,
      AssignmentStore assignments,
      UnitBoard board,
      Views views,
      Changes changes,
      Checks checks,
      Once once) {
    this.store = store;
    this.assignments = assignments;
    this.board = board;
    this.views = views;
    this.changes = changes;
    this.checks = checks;
    this.once = once;
  }

  @Override
  public Page<UnitView> list(
      @Nullable AgencyId agency, @Nullable UnitStatus status, @Nullable String after, int limit) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    List<BoardUnit> rows =
        board.all().stream()
            .filter(u -> actor.scope().covers(u.unit().agency()))
            .filter(u -> agency == null || inside(agency, u.unit().agency()))
            .filter(u -> status == null || u.status() == status)
            .filter(u -> after == null || key(u).compareTo(after) > 0)
            .sorted(Comparator.comparing(UnitDesk::key))
            .limit(limit + 1L)
            .toList();
    Page<BoardUnit> page = Page.of(rows, limit, UnitDesk::key);
    return new Page<>(page.items().stream().map(views::unit).toList(), page.next());
  }

  private boolean inside(AgencyId above, AgencyId agency) {
    return agency.equals(above)
        || checks.agencies().ancestors(agency).stream().anyMatch(a -> a.id().equals(above));
  }

  private static String key(BoardUnit unit) {
    return unit.unit().callSign() + "~" + unit.unit().id();
  }

  @Override
  public UnitView get(UnitId id) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    return board
        .find(id)
        .filter(u -> actor.scope().covers(u.unit().agency()))
        .map(views::unit)
        .orElseThrow(() -> Problem.notFound("unit", id));
  }

  @Override
  @Transactional
  public UnitView create(Details details, @Nullable ExerciseId exercise, @Nullable String key) {
    Actor actor = Acting.require(Permission.UNIT_MANAGE);
    checks.details(actor, details);
    return once.run(
        "unit.create",
        key,
        details,
        UnitView.class,
        () -> {
          UnitId id = UnitId.next();
          try {
            store.insert(id, details, exercise, actor.name(), now());
          } catch (DuplicateKeyException e) {
            throw Problem.refused(ProblemCode.CALL_SIGN_TAKEN, details.callSign());
          }
          return tell("unit.created", id, null);
        });
  }

  @Override
  @Transactional
  public UnitView edit(UnitId id, Details details, long version) {
    Actor actor = Acting.require(Permission.UNIT_MANAGE);
    checks.details(actor, details);
    UnitRow row = lock(actor, id);
    if (version < row.editedRevision()) {
      throw Problem.stale(
          "unit",
          id,
          Objects.requireNonNullElse(row.editedBy(), "?"),
          Objects.requireNonNullElse(row.editedAt(), now()));
    }
    try {
      store.edit(id, details, actor.name(), now());
    } catch (DuplicateKeyException e) {
      throw Problem.refused(ProblemCode.CALL_SIGN_TAKEN, details.callSign());
    }
    return tell("unit.edited", id, null);
  }

  @Override
  @Transactional
  public UnitView outOfService(UnitId id, String reason, @Nullable Instant until) {
    UnitRow row = lock(mayMove(), id);
    if (reason.isBlank()) {
      throw Problem.invalid("reason", "required");
    }
    assignments.active(List.of(id)).stream()
        .findFirst()
        .ifPresent(
            a -> {
              throw Problem.refused(ProblemCode.UNIT_NOT_FREE, row.callSign(), a.incidentNumber())
                  .with("incidentId", a.matter());
            });
    store.outOfService(id, new UnitView.OutOfService(reason, now(), until));
    return tell("unit.out-of-service", id, reason);
  }

  @Override
  @Transactional
  public UnitView inService(UnitId id) {
    lock(mayMove(), id);
    store.outOfService(id, null);
    return tell("unit.in-service", id, null);
  }

  @Override
  @Transactional
  public UnitView relocate(UnitId id, Point to, @Nullable String reason) {
    lock(mayMove(), id);
    store.home(id, to);
    return tell("unit.relocated", id, reason);
  }

  @Override
  @Transactional
  public void pair(UnitId id, String device) {
    Actor actor = Acting.require(Permission.UNIT_MANAGE);
    lock(actor, id);
    if (device.isBlank() || device.length() > 100) {
      throw Problem.invalid("device", "length", 1, 100);
    }
    store.pair(id, device, actor.name(), now());
    board.pair(device, id);
    changes.audit(Audit.of("unit.device-paired").about("unit", id).detail("device", device));
  }

  private static Actor mayMove() {
    Actor actor = Acting.current();
    if (!actor.may(Permission.DISPATCH) && !actor.may(Permission.UNIT_MANAGE)) {
      throw Problem.forbidden(Permission.DISPATCH);
    }
    return actor;
  }

  private UnitRow lock(Actor actor, UnitId id) {
    return store.lock(List.of(id)).stream()
        .filter(u -> actor.scope().covers(u.agency()))
        .findFirst()
        .orElseThrow(() -> Problem.notFound("unit", id));
  }

  private UnitView tell(String action, UnitId id, @Nullable String why) {
    UnitView view = changes.units(List.of(id)).getFirst();
    changes.audit(Audit.of(action).about("unit", id).why(why).detail("callSign", view.callSign()));
    return view;
  }

  private Instant now() {
    return checks.clock().instant();
  }
}
