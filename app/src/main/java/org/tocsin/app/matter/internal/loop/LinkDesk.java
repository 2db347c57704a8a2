package org.tocsin.app.matter.internal.loop;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.Matters.NewLink;
import org.tocsin.kernel.MatterId;
import org.tocsin.matters.MatterKind;

/** Links matters to others and to incidents. */
@Component
class LinkDesk {
  private final LinkStore store;
  private final LoopStore matters;
  private final EntryStore entries;
  private final LoopDesk desk;

  LinkDesk(LinkStore store, LoopStore matters, EntryStore entries, LoopDesk desk) {
    this.store = store;
    this.matters = matters;
    this.entries = entries;
    this.desk = desk;
  }

  /** The other end. */
  private record Target(String kind, String number) {}

  /** Makes a link of a matter that is locked. */
  void make(Held held, NewLink link, Actor actor, Instant now) {
    MatterKind.Link declared = held.kind().links().get(link.name());
    if (declared == null) {
      throw Problem.invalid("name", "unknown", link.name());
    }
    Target target = target(link.toMatterId(), actor);
    if (!declared.kinds().contains(target.kind()) || link.toMatterId().equals(held.row().id())) {
      throw Problem.invalid("toMatterId", "refused", target.number());
    }
    store.insert(held.row().id(), link.name(), link.toMatterId(), now, actor.name());
    Text names = Sayings.text(declared.names());
    entries.write(
        held.row().id(),
        now,
        actor,
        new EntryStore.Line(
            "LINKED",
            new Text("关联" + names.zh(), "Linked: " + names.en()),
            new Text(target.number(), target.number()),
            null,
            Map.of("link", link.name(), "to", link.toMatterId().toString())));
  }

  private Target target(MatterId to, Actor actor) {
    return matters
        .find(to, Sight.of(actor))
        .map(k -> new Target(k.row().kind(), k.row().number()))
        .or(
            () ->
                store
                    .incident(to, actor.scope())
                    .map(number -> new Target(LinkViews.INCIDENT, number)))
        .orElseThrow(() -> Problem.notFound("matter", to));
  }

  Held link(LoopDesk.Work work, NewLink link) {
    make(work.held(), link, work.actor(), work.now());
    Held after = desk.touch(work.held(), work.held().state(), false, List.of(), work.now());
    desk.audit(
        after,
        Audit.of("matter.linked").detail("link", link.name()).detail("to", link.toMatterId()));
    desk.tell(after);
    return after;
  }
}
