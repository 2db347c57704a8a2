package org.tocsin.app.dispatch.internal;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.tocsin.app.dispatch.AlertView;
import org.tocsin.app.dispatch.Alerts;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.matter.Incidents;
import org.tocsin.kernel.MatterId;

/** Shows overdue steps. */
@Service
class AlertDesk implements Alerts {
  private final TimerStore store;
  private final Incidents incidents;
  private final Views views;

  AlertDesk(TimerStore store, Incidents incidents, Views views) {
    this.store = store;
    this.incidents = incidents;
    this.views = views;
  }

  @Override
  public Page<AlertView> open(@Nullable String after, int limit) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    Key key = after == null ? null : Key.of(after);
    List<TimerRow> rows =
        store.open(
            actor.scope(),
            key == null ? null : key.since(),
            key == null ? null : key.id(),
            limit + 1);
    Page<TimerRow> page = Page.of(rows, limit, t -> t.since() + "~" + t.id());
    return new Page<>(page.items().stream().map(views::alert).toList(), page.next());
  }

  private record Key(Instant since, UUID id) {
    static Key of(String text) {
      int at = text.indexOf('~');
      try {
        return new Key(
            Instant.parse(text.substring(0, Math.max(at, 0))),
            UUID.fromString(text.substring(at + 1)));
      } catch (DateTimeException | IllegalArgumentException e) {
        throw Problem.invalid("after", "format", text);
      }
    }
  }

  @Override
  public List<AlertView> of(MatterId incident) {
    Acting.require(Permission.INCIDENT_READ);
    return store.openOf(incidents.get(incident).id()).stream().map(views::alert).toList();
  }
}
