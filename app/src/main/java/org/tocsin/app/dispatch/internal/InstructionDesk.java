package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.dispatch.AlertView.Kind;
import org.tocsin.app.dispatch.InstructionView;
import org.tocsin.app.dispatch.Instructions;
import org.tocsin.app.dispatch.events.InstructionSettled;
import org.tocsin.app.dispatch.internal.InstructionRow.Addressee;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.ProblemCode;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.Incidents;
import org.tocsin.app.matter.Progress;
import org.tocsin.app.staff.Agencies;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.Ids;
import org.tocsin.kernel.InstructionId;
import org.tocsin.kernel.MatterId;

/** Instructions down the tree, receipts and results up. */
@Service
class InstructionDesk implements Instructions {
  private final InstructionStore store;
  private final Agencies agencies;
  private final Incidents incidents;
  private final Timers timers;
  private final InstructionNews news;
  private final Views views;
  private final Once once;

  InstructionDesk(
      InstructionStore store,
      Agencies agencies,
      Incidents incidents,
      Timers timers,
      InstructionNews news,
      Views views,
      Once once) {
    this.store = store;
    this.agencies = agencies;
    this.incidents = incidents;
    this.timers = timers;
    this.news = news;
    this.views = views;
    this.once = once;
  }

  @Override
  @Transactional
  public InstructionView issue(Draft draft, @Nullable AgencyId from, @Nullable String key) {
    Actor actor = Acting.require(Permission.INSTRUCT);
    AgencyId sender = agency(actor, from, "from");
    if (draft.matterId() != null) {
      incidents.get(draft.matterId());
    }
    return once.run(
        "instruction.issue",
        key,
        List.of(draft, sender),
        InstructionView.class,
        () -> {
          InstructionId id = InstructionId.next();
          write(actor, id, id, null, sender, draft);
          return tell("instruction.issued", id, actor, draft.text());
        });
  }

  private void write(
      Actor actor,
      InstructionId id,
      InstructionId root,
      @Nullable InstructionId parent,
      AgencyId from,
      Draft draft) {
    Instant now = news.now();
    check(from, draft, now);
    store.insert(
        new InstructionRow(
            id,
            news.number(),
            root,
            parent,
            from,
            draft.text(),
            draft.matterId(),
            draft.sourceRef(),
            draft.dueAt(),
            draft.feedbackRequired(),
            now,
            actor.name(),
            actor.exercise(),
            1));
    for (AgencyId to : draft.toAgencyIds()) {
      UUID addressee = Ids.next();
      store.insertAddressee(addressee, id, to);
      timers.arm(
          Kind.INSTRUCTION_OVERDUE,
          addressee,
          id.value(),
          draft.matterId(),
          views.agencyName(to) + "：" + shortened(draft.text()),
          from,
          Columns.both(from, to),
          draft.dueAt(),
          actor.exercise());
    }
  }

  private void check(AgencyId from, Draft draft, Instant now) {
    if (draft.text().isBlank() || draft.text().length() > 4_000) {
      throw Problem.invalid("text", "length", 1, 4_000);
    }
    if (!draft.dueAt().isAfter(now)) {
      throw Problem.invalid("dueAt", "past", draft.dueAt().toString(), now.toString());
    }
    List<AgencyId> to = draft.toAgencyIds();
    if (to.isEmpty() || new HashSet<>(to).size() < to.size()) {
      throw Problem.invalid("toAgencyIds", to.isEmpty() ? "required" : "double");
    }
    Set<AgencyId> below = new HashSet<>(agencies.subtree(from));
    below.remove(from);
    to.stream()
        .filter(a -> !below.contains(a))
        .findFirst()
        .ifPresent(
            a -> {
              throw Problem.refused(ProblemCode.OUT_OF_SCOPE, views.agencyName(a));
            });
  }

  /** Which agency acts: the actor's own, or for a program the one it names within its scope. */
  private static AgencyId agency(Actor actor, @Nullable AgencyId named, String field) {
    AgencyId own = actor.agency();
    if (named == null || named.equals(own)) {
      if (own == null) {
        throw Problem.invalid(field, "required");
      }
      return own;
    }
    if (actor.kind() != ActorKind.PARTNER || !actor.scope().covers(named)) {
      throw Problem.refused(ProblemCode.OUT_OF_SCOPE, named.toString());
    }
    return named;
  }

  @Override
  @Transactional
  public InstructionView receive(InstructionId id, @Nullable AgencyId as) {
    Actor actor = mayAnswer();
    AgencyId agency = agency(actor, as, "as");
    InstructionRow row = find(id, actor);
    receive(row, addressee(id, agency), actor);
    return tell("instruction.received", id, actor, null);
  }

  private void receive(InstructionRow row, Addressee addressee, Actor actor) {
    if (addressee.receivedAt() != null) {
      return;
    }
    store.received(addressee.id(), news.now(), actor.name());
    if (!row.feedbackRequired()) {
      settle(row, addressee, actor, null, null);
    }
  }

  @Override
  @Transactional
  public InstructionView cascade(
      InstructionId id,
      List<AgencyId> to,
      String text,
      Instant dueAt,
      @Nullable AgencyId as,
      @Nullable String key) {
    Actor actor = Acting.require(Permission.INSTRUCT);
    AgencyId agency = agency(actor, as, "as");
    InstructionRow row = find(id, actor);
    if (dueAt.isAfter(row.dueAt())) {
      throw Problem.invalid("dueAt", "afterParent", dueAt.toString(), row.dueAt().toString());
    }
    return once.run(
        "instruction.cascade",
        key,
        List.of(id, to, text, dueAt.toString(), agency),
        InstructionView.class,
        () -> {
          Addressee addressee = addressee(id, agency);
          if (addressee.completedAt() != null) {
            throw Problem.refused(ProblemCode.INSTRUCTION_COMPLETED, row.number());
          }
          receive(row, addressee, actor);
          InstructionId below = InstructionId.next();
          Draft draft =
              new Draft(to, text, row.matter(), row.sourceRef(), dueAt, row.feedbackRequired());
          write(actor, below, row.root(), id, agency, draft);
          tell("instruction.cascaded", below, actor, text);
          return get(id);
        });
  }

  @Override
  @Transactional
  public InstructionView complete(
      InstructionId id, String text, @Nullable String despiteOpen, @Nullable AgencyId as) {
    Actor actor = mayAnswer();
    AgencyId agency = agency(actor, as, "as");
    InstructionRow row = find(id, actor);
    if (text.isBlank() || text.length() > 4_000) {
      throw Problem.invalid("text", "length", 1, 4_000);
    }
    Addressee addressee = addressee(id, agency);
    if (addressee.completedAt() != null) {
      throw Problem.refused(ProblemCode.INSTRUCTION_COMPLETED, row.number());
    }
    boolean open = tree(row.root()).openBelow(id, agency);
    if (open && (despiteOpen == null || despiteOpen.isBlank())) {
      throw Problem.refused(ProblemCode.INSTRUCTION_OPEN_BELOW, row.number());
    }
    store.received(addressee.id(), news.now(), actor.name());
    settle(row, addressee, actor, text, open ? despiteOpen : null);
    return tell("instruction.completed", id, actor, text);
  }

  private void settle(
      InstructionRow row,
      Addressee addressee,
      Actor actor,
      @Nullable String result,
      @Nullable String despiteOpen) {
    Instant now = news.now();
    timers.settleSubject(addressee.id(), now);
    store.completed(addressee.id(), now, actor.name(), result, despiteOpen);
    news.event(
        new InstructionSettled(
            row.id(),
            addressee.agency(),
            row.matter(),
            row.exercise(),
            row.issuedAt(),
            row.dueAt(),
            now,
            now));
    MatterId matter = row.matter();
    if (matter != null && result != null) {
      String who = views.agencyName(addressee.agency());
      incidents.progress(
          matter,
          new Progress.Noted(
              now,
              now,
              new Text(
                  "%s 完成指令 %s：%s".formatted(who, row.number(), result),
                  "%s completed instruction %s: %s".formatted(who, row.number(), result))));
    }
  }

  @Override
  @Transactional(readOnly = true)
  public InstructionView get(InstructionId id) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    InstructionRow row = find(id, actor);
    return tree(row.root()).view(row, actor.scope());
  }

  @Override
  @Transactional(readOnly = true)
  public Page<InstructionView> list(
      Box box, @Nullable AgencyId of, @Nullable String after, int limit) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    UUID[] which = {agency(actor, of, "agency").value()};
    UUID key = key(after);
    List<InstructionRow> rows =
        box == Box.IN
            ? store.in(actor.scope(), which, key, limit + 1)
            : store.out(actor.scope(), which, key, limit + 1);
    Page<InstructionRow> page = Page.of(rows, limit, r -> r.id().toString());
    return new Page<>(
        page.items().stream().map(r -> tree(r.root()).view(r, actor.scope())).toList(),
        page.next());
  }

  private static @Nullable UUID key(@Nullable String after) {
    try {
      return after == null ? null : UUID.fromString(after);
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("after", "format", after);
    }
  }

  @Override
  @Transactional(readOnly = true)
  public List<InstructionView> of(MatterId matter) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    incidents.get(matter);
    return store.ofMatter(matter, actor.scope()).stream()
        .map(r -> tree(r.root()).view(r, actor.scope()))
        .toList();
  }

  private static Actor mayAnswer() {
    Actor actor = Acting.current();
    if (!actor.may(Permission.INSTRUCT)
        && !actor.may(Permission.DISPATCH)
        && !actor.may(Permission.UNIT_REPORT)) {
      throw Problem.forbidden(Permission.INSTRUCT);
    }
    return actor;
  }

  private InstructionRow find(InstructionId id, Actor actor) {
    return store.find(id, actor.scope()).orElseThrow(() -> Problem.notFound("instruction", id));
  }

  private Addressee addressee(InstructionId id, AgencyId agency) {
    return store
        .lock(id, agency)
        .orElseThrow(() -> Problem.refused(ProblemCode.NOT_ADDRESSED, views.agencyName(agency)));
  }

  private InstructionTrees tree(InstructionId root) {
    return new InstructionTrees(
        store.tree(root), store.addressees(root), views::agencyName, news.now());
  }

  private InstructionView tell(
      String action, InstructionId id, Actor actor, @Nullable String text) {
    InstructionRow row = find(id, actor);
    Audit audit =
        Audit.of(action)
            .about("instruction", id)
            .detail("number", row.number())
            .detail("text", text);
    news.tell(row.matter() == null ? audit : audit.on(row.matter()), id, store);
    return get(id);
  }

  private static String shortened(String text) {
    return text.length() <= 40 ? text : text.substring(0, 39) + "…";
  }
}
