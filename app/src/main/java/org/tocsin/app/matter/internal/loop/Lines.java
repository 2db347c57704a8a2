package org.tocsin.app.matter.internal.loop;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.InboxLine;
import org.tocsin.app.matter.MatterView;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Agency;
import org.tocsin.app.staff.Officer;
import org.tocsin.app.staff.Officers;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.matters.MatterKind;

/** Matters as lines of an inbox, and the names that views need. */
@Component
class Lines {
  private final LoopKinds kinds;
  private final Agencies agencies;
  private final Officers officers;
  private final Sayings sayings;

  Lines(LoopKinds kinds, Agencies agencies, Officers officers, Sayings sayings) {
    this.kinds = kinds;
    this.agencies = agencies;
    this.officers = officers;
    this.sayings = sayings;
  }

  Sayings sayings() {
    return sayings;
  }

  InboxLine of(MatterRow row, MatterKind kind, Instant now) {
    OfficerId handler = row.handler();
    return line(row, kind, now, handler == null ? Map.of() : names(List.of(handler)));
  }

  List<InboxLine> of(List<MatterRow> rows, Instant now) {
    Map<OfficerId, String> names =
        names(rows.stream().map(MatterRow::handler).filter(Objects::nonNull).distinct().toList());
    return rows.stream()
        .map(r -> line(r, kinds.get(r.kind(), r.kindVersion()), now, names))
        .toList();
  }

  private InboxLine line(MatterRow r, MatterKind kind, Instant now, Map<OfficerId, String> names) {
    var clock = r.dueClock() == null ? null : kind.clocks().get(r.dueClock());
    Instant due = r.open() ? r.dueAt() : null;
    return new InboxLine(
        InboxLine.Type.MATTER,
        r.id(),
        r.number(),
        r.kind(),
        Sayings.text(kind.names()),
        r.title(),
        r.state(),
        stateNames(kind, r.state()),
        r.open(),
        due,
        due == null ? null : r.dueClock(),
        due == null || clock == null ? null : Sayings.text(clock.names()),
        due != null && !due.isAfter(now),
        handler(r.handler(), names),
        r.agency(),
        agencyName(r.agency()),
        r.updatedAt(),
        r.exercise(),
        r.version());
  }

  static Text stateNames(MatterKind kind, String state) {
    return Sayings.text(kind.state(state).names());
  }

  static MatterView.@Nullable Handler handler(
      @Nullable OfficerId id, Map<OfficerId, String> names) {
    return id == null ? null : new MatterView.Handler(id, names.getOrDefault(id, "?"));
  }

  Map<OfficerId, String> names(Collection<OfficerId> ids) {
    return ids.isEmpty()
        ? Map.of()
        : officers.findAll(ids).values().stream()
            .collect(Collectors.toMap(Officer::id, Officer::displayName));
  }

  String agencyName(AgencyId id) {
    return agencies.find(id).map(Agency::nameZh).orElse("?");
  }
}
