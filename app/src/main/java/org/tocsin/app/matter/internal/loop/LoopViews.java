package org.tocsin.app.matter.internal.loop;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.matter.MatterView;
import org.tocsin.kernel.OfficerId;
import org.tocsin.matters.Field;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.PrintForm;
import org.tocsin.matters.flow.ActView;

/** Matters as one person sees them. */
@Component
class LoopViews {
  private final Engine engine;
  private final ClockViews clocks;
  private final ProofStore proofs;
  private final LinkViews links;
  private final PrintStore prints;
  private final PartsStore parts;
  private final Lines lines;

  LoopViews(
      Engine engine,
      ClockViews clocks,
      ProofStore proofs,
      LinkViews links,
      PrintStore prints,
      PartsStore parts,
      Lines lines) {
    this.engine = engine;
    this.clocks = clocks;
    this.proofs = proofs;
    this.links = links;
    this.prints = prints;
    this.parts = parts;
    this.lines = lines;
  }

  MatterView of(Held held, Actor actor) {
    MatterRow row = held.row();
    MatterKind kind = held.kind();
    Map<OfficerId, String> names = lines.names(people(held));
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    List<String> masked = new ArrayList<>();
    held.state().fields().plain().forEach((code, value) -> show(kind, code, value, fields, masked));
    boolean works = Engine.isPerson(actor) && actor.may(Permission.MATTER_WORK);
    boolean commands = works && row.open() && actor.scope().covers(row.agency());
    return new MatterView(
        row.id(),
        row.kind(),
        row.kindVersion(),
        Sayings.text(kind.names()),
        row.number(),
        row.title(),
        row.state(),
        Lines.stateNames(kind, row.state()),
        !row.open(),
        row.version(),
        row.agency(),
        lines.agencyName(row.agency()),
        row.raisedAgency(),
        Lines.handler(row.handler(), names),
        row.raisedAt(),
        Lines.handler(row.raisedById(), names),
        row.closedAt(),
        row.dueAt(),
        row.dueClock(),
        fields,
        masked,
        clocks.of(held, works ? engine.who(actor) : null, names),
        proofs.of(row.id()).stream().map(ProofStore.ProofRow::view).toList(),
        links.of(held, actor),
        works ? acts(held, actor) : List.of(),
        prints(held),
        parts.escalatedTo(row.id()),
        commands,
        works && row.open(),
        row.exercise());
  }

  private static Set<OfficerId> people(Held held) {
    Set<OfficerId> people = new HashSet<>();
    people.add(held.row().handler());
    people.add(held.row().raisedById());
    held.state()
        .clocks()
        .forEach(
            c -> {
              c.run().pauses().forEach(p -> people.add(p.by()));
              c.run().extensions().forEach(e -> people.add(e.by()));
            });
    people.removeIf(Objects::isNull);
    return people;
  }

  private static void show(
      MatterKind kind,
      String code,
      Object value,
      Map<String, @Nullable Object> fields,
      List<String> masked) {
    Field field = Objects.requireNonNull(kind.fields().get(code));
    if (Masks.isPersonal(field)) {
      masked.add(code);
      fields.put(code, Masks.masked(field, value));
    } else {
      fields.put(code, value);
    }
  }

  private List<MatterView.ActView> acts(Held held, Actor actor) {
    return engine.flow().acts(held.kind(), held.state(), engine.who(actor)).stream()
        .map(a -> act(held, a))
        .toList();
  }

  private MatterView.ActView act(Held held, ActView act) {
    var t = act.transition();
    MatterView.Why why =
        act.refusal()
            .map(no -> lines.sayings().problem(held.kind(), held.row().number(), no))
            .map(lines.sayings()::why)
            .orElse(null);
    return new MatterView.ActView(
        t.code(),
        Sayings.text(t.names()),
        t.to(),
        Lines.stateNames(held.kind(), t.to()),
        why == null,
        why,
        t.asks(),
        t.proof().stream().map(p -> new MatterView.Needed(p.kind().word(), p.min())).toList(),
        t.reason(),
        t.handOver(),
        t.hint().map(Sayings::text).orElse(null));
  }

  private List<MatterView.PrintView> prints(Held held) {
    if (held.kind().prints().isEmpty()) {
      return List.of();
    }
    List<PrintStore.PrintRow> done = prints.of(held.row().id());
    return held.kind().prints().values().stream().map(f -> print(held, f, done)).toList();
  }

  private static MatterView.PrintView print(
      Held held, PrintForm form, List<PrintStore.PrintRow> done) {
    PrintStore.PrintRow was =
        done.stream().filter(p -> p.form().equals(form.code())).findFirst().orElse(null);
    return new MatterView.PrintView(
        form.code(),
        Sayings.text(form.names()),
        was != null || mayPrint(form, held.row().state()),
        was == null ? null : was.number(),
        was == null ? null : was.printedAt(),
        was == null ? 0 : was.copies());
  }

  static boolean mayPrint(PrintForm form, String state) {
    return form.in().isEmpty() || form.in().contains(state);
  }
}
