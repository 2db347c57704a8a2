package org.tocsin.app.matter.internal.loop;

import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Numbers;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.matter.MatterView;
import org.tocsin.app.matter.Matters;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.flow.Decision;
import org.tocsin.matters.flow.MatterState;
import org.tocsin.matters.flow.Raising;

/** Raises matters. */
@Component
class RaiseDesk {
  private final LoopDesk desk;
  private final LoopKinds kinds;
  private final Engine engine;
  private final Handed handed;
  private final LinkDesk links;
  private final Shared shared;

  /** What raising shares with other desks. */
  @Component
  record Shared(
      References references, Agencies agencies, Numbers numbers, LoopViews views, Lines lines) {}

  RaiseDesk(
      LoopDesk desk, LoopKinds kinds, Engine engine, Handed handed, LinkDesk links, Shared shared) {
    this.desk = desk;
    this.kinds = kinds;
    this.engine = engine;
    this.handed = handed;
    this.links = links;
    this.shared = shared;
  }

  MatterView raise(Matters.NewMatter in) {
    Actor actor = Acting.require(Permission.MATTER_WORK);
    OfficerId me = actor.officerId();
    MatterKind kind = kinds.inUse(in.kind());
    AgencyId home = Objects.requireNonNull(actor.agency());
    AgencyId handling = handling(actor, home, in.agencyId());
    Map<String, Object> fields = shared.references().settled(kind, in.fields(), Map.of());
    Handed.In proofs = handed.check(kind, null, me, in.proofIds(), fields, in.place());
    Instant now = desk.now();
    Decision decision =
        engine
            .flow()
            .raise(
                kind, new Raising(home, handling, fields, proofs.counts()), engine.who(actor), now);
    Decision.Allowed allowed =
        switch (decision) {
          case Decision.Allowed yes -> yes;
          case Decision.Rejected no -> throw shared.lines().sayings().problem(kind, "", no);
        };
    MatterRow row = row(actor, me, kind, allowed.next(), now);
    Held held =
        desk.insert(row, kind, allowed, desk.told(kind, allowed, null, null, proofs.told()), now);
    handed.use(proofs, row.id(), "raise", me, actor.name(), now);
    in.links().forEach(l -> links.make(held, l, actor, now));
    desk.audit(held, Audit.of("matter.raised").detail("agency", handling));
    desk.tell(held);
    return shared.views().of(held, actor);
  }

  /**
   * Whose it is to be: any agency within the scope, or one above, which is how a station passes a
   * thing up.
   */
  private AgencyId handling(Actor actor, AgencyId home, @Nullable AgencyId asked) {
    if (asked == null) {
      return home;
    }
    if (shared.agencies().find(asked).isEmpty()) {
      throw Problem.invalid("agencyId", "unknown", asked);
    }
    boolean above = shared.agencies().ancestors(home).stream().anyMatch(a -> a.id().equals(asked));
    if (!above && !actor.scope().covers(asked)) {
      throw Problem.refused(ProblemCode.OUT_OF_SCOPE, asked.toString());
    }
    return asked;
  }

  private MatterRow row(
      Actor actor, OfficerId me, MatterKind kind, MatterState state, Instant now) {
    return new MatterRow(
        MatterId.next(),
        kind.code(),
        kind.version(),
        number(kind, state, now),
        "",
        state.state(),
        true,
        state.handling(),
        state.raisedIn(),
        null,
        now,
        me,
        actor.name(),
        null,
        null,
        null,
        actor.exercise(),
        1,
        1,
        actor.name(),
        now,
        now);
  }

  private String number(MatterKind kind, MatterState state, Instant now) {
    int year = ZonedDateTime.ofInstant(now, desk.zone()).getYear();
    String code = shared.agencies().find(state.handling()).map(Agency::code).orElse("");
    int count = shared.numbers().nextInYear("matter:" + kind.code(), year);
    return kind.number().write(year, code, count);
  }

  /** Whether the actor may raise one, as far as roles go. */
  boolean mayRaise(MatterKind kind, Actor actor) {
    AgencyId home = actor.agency();
    if (!Engine.isPerson(actor) || !actor.may(Permission.MATTER_WORK) || home == null) {
      return false;
    }
    var roles = kind.raise().by().roles();
    return roles.isEmpty() || engine.who(actor).roles().stream().anyMatch(roles::contains);
  }
}
