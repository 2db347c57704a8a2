package org.tocsin.app.matter.internal.loop;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.matter.MatterCounts;
import org.tocsin.app.matter.MatterEntry;
import org.tocsin.app.matter.MatterView;
import org.tocsin.app.matter.Matters;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.OfficerId;

/** The front door: one transaction for each request, done once for each key. */
@Service
class MatterService implements Matters {
  private static final int MOST_ASSIGNED = 200;

  private final LoopDesk desk;
  private final LoopViews views;
  private final RaiseDesk raising;
  private final ActDesk acting;
  private final Desks desks;
  private final Once once;
  private final TransactionTemplate transaction;

  /** Who does the rest. */
  @org.springframework.stereotype.Component
  record Desks(
      ClockDesk clocks,
      AssignDesk assigning,
      LinkDesk linking,
      PrintDesk printing,
      RevealDesk revealing,
      CountDesk counting,
      EntryStore entries,
      Sayings sayings) {}

  MatterService(
      LoopDesk desk,
      LoopViews views,
      RaiseDesk raising,
      ActDesk acting,
      Desks desks,
      Once once,
      PlatformTransactionManager transactions) {
    this.desk = desk;
    this.views = views;
    this.raising = raising;
    this.acting = acting;
    this.desks = desks;
    this.once = once;
    this.transaction = new TransactionTemplate(transactions);
  }

  private record Asked(@Nullable Object on, @Nullable Object what, @Nullable Object more) {}

  private MatterView done(
      String what, @Nullable String key, Asked asked, Supplier<MatterView> work) {
    return once.run(what, key, asked, MatterView.class, work);
  }

  private MatterView shown(Held held) {
    return views.of(held, Acting.current());
  }

  @Override
  @Transactional
  public MatterView raise(NewMatter matter, @Nullable String key) {
    Acting.require(Permission.MATTER_WORK);
    return done("matter.raise", key, new Asked(matter, null, null), () -> raising.raise(matter));
  }

  @Override
  @Transactional(readOnly = true)
  public MatterView get(MatterId id) {
    return shown(desk.get(id, Sight.of(Acting.current())));
  }

  @Override
  @Transactional(readOnly = true)
  public Page<MatterEntry> timeline(MatterId id, @Nullable Long before, int limit) {
    desk.get(id, Sight.of(Acting.current()));
    return Page.of(
        desks.entries().page(id, before, limit + 1), limit, e -> String.valueOf(e.seq()));
  }

  @Override
  @Transactional
  public MatterView act(MatterId id, NewAct act, @Nullable String key) {
    Acting.require(Permission.MATTER_WORK);
    return done("matter.act", key, new Asked(id, act, null), () -> shown(acting.act(id, act)));
  }

  @Override
  @Transactional
  public Revealed reveal(MatterId id, String field, String ground) {
    return desks.revealing().reveal(id, field, ground);
  }

  @Override
  @Transactional
  public MatterView clock(
      MatterId id, String clock, ClockAct act, ClockChange change, @Nullable String key) {
    Acting.require(Permission.MATTER_WORK);
    return done(
        "matter.clock." + act,
        key,
        new Asked(id, clock, change),
        () -> shown(desks.clocks().change(id, clock, act, change)));
  }

  @Override
  @Transactional(readOnly = true)
  public DueReckoning reckoning(MatterId id, String clock) {
    return desks.clocks().reckoning(id, clock);
  }

  @Override
  @Transactional
  public MatterView assign(
      MatterId id,
      long version,
      @Nullable OfficerId officer,
      @Nullable AgencyId agency,
      @Nullable String key) {
    Acting.require(Permission.MATTER_WORK);
    return done(
        "matter.assign",
        key,
        new Asked(id, officer, agency),
        () -> shown(desks.assigning().assign(id, version, officer, agency)));
  }

  /** No transaction around all: one that is refused leaves the others done. */
  @Override
  public AllAssigned assign(List<Versioned> items, OfficerId officer, @Nullable String key) {
    Acting.require(Permission.MATTER_WORK);
    if (items.isEmpty() || items.size() > MOST_ASSIGNED) {
      throw Problem.invalid("items", "range", 1, MOST_ASSIGNED);
    }
    List<Assigned> all = new ArrayList<>();
    items.forEach(i -> all.add(one(i, officer, key == null ? null : key + ":" + i.id())));
    return new AllAssigned(all);
  }

  private Assigned one(Versioned item, OfficerId officer, @Nullable String key) {
    try {
      Assigned done =
          transaction.execute(
              s ->
                  once.run(
                      "matter.assign-one",
                      key,
                      new Asked(item.id(), officer, null),
                      Assigned.class,
                      () ->
                          new Assigned(
                              item.id(),
                              desks
                                  .assigning()
                                  .assign(item.id(), item.version(), officer, null)
                                  .row()
                                  .version(),
                              null)));
      return java.util.Objects.requireNonNull(done);
    } catch (Problem problem) {
      return new Assigned(item.id(), null, desks.sayings().why(problem));
    }
  }

  @Override
  @Transactional
  public MatterView link(MatterId id, NewLink link, @Nullable String key) {
    Acting.require(Permission.MATTER_WORK);
    return done(
        "matter.link",
        key,
        new Asked(id, link, null),
        () -> shown(desks.linking().link(desk.take(id, Long.MAX_VALUE), link)));
  }

  @Override
  @Transactional
  public Printed print(MatterId id, String form, boolean english) {
    return desks.printing().print(id, form, english);
  }

  @Override
  @Transactional(readOnly = true)
  public MatterCounts counts(@Nullable String kind, @Nullable AgencyId agency) {
    return desks.counting().of(kind, agency);
  }
}
