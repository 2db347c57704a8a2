package org.tocsin.app.matter.internal.loop;

import java.util.Set;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.matter.Matters;
import org.tocsin.kernel.MatterId;
import org.tocsin.matters.Field;
import org.tocsin.matters.flow.Who;

/**
 * Shows one personal value to a person who needs it: who has the matter in hand or has a step to do
 * on it now, holds one of the roles that the declaration names for the field, and is not whom it is
 * about. Each look is audited with its ground.
 */
@Component
class RevealDesk {
  private final LoopDesk desk;
  private final Engine engine;
  private final Lines lines;
  private final org.tocsin.app.foundation.Ledger ledger;

  RevealDesk(LoopDesk desk, Engine engine, Lines lines, org.tocsin.app.foundation.Ledger ledger) {
    this.desk = desk;
    this.engine = engine;
    this.lines = lines;
    this.ledger = ledger;
  }

  Matters.Revealed reveal(MatterId id, String code, String ground) {
    Actor actor = Acting.require(Permission.MATTER_WORK);
    Who who = engine.who(actor);
    String why = Limits.required("ground", ground, Limits.REASON);
    Held held = desk.get(id, Sight.of(actor));
    Field field = held.kind().fields().get(code);
    if (field == null || !Masks.isPersonal(field)) {
      throw Problem.invalid("field", "unknown", code);
    }
    apart(held, who);
    need(held, who, field);
    ledger.audit(Audit.of("matter.revealed").on(id).why(why).detail("field", code));
    return new Matters.Revealed(code, held.state().fields().plain().get(code));
  }

  private void apart(Held held, Who who) {
    engine
        .flow()
        .mayHandle(held.kind(), held.state(), who)
        .ifPresent(
            no -> {
              throw lines.sayings().problem(held.kind(), held.row().number(), no);
            });
  }

  private void need(Held held, Who who, Field field) {
    Set<String> readers = field.personal().map(Field.Personal::readers).orElse(Set.of());
    if (!readers.isEmpty() && readers.stream().noneMatch(who.roles()::contains)) {
      throw Problem.refused(ProblemCode.ACT_ROLE, lines.sayings().roles(readers));
    }
    boolean has = who.officer() != null && who.officer().equals(held.row().handler());
    boolean acts =
        engine.flow().acts(held.kind(), held.state(), who).stream()
            .anyMatch(a -> a.refusal().isEmpty());
    if (!has && !acts) {
      throw Problem.refused(ProblemCode.REVEAL_NO_NEED);
    }
  }
}
