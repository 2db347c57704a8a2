package org.tocsin.app.matter.internal.loop;

import java.util.List;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Text;
import org.tocsin.app.matter.IncidentState;
import org.tocsin.app.matter.MatterView;
import org.tocsin.app.matter.StateMap;
import org.tocsin.matters.MatterKind;

/** The links of a matter whose other end the asker sees. */
@Component
class LinkViews {
  static final String INCIDENT = "incident";
  static final Text INCIDENT_NAMES = new Text("警情", "Incident");

  private final LinkStore store;
  private final LoopKinds kinds;
  private final StateMap states;

  LinkViews(LinkStore store, LoopKinds kinds, StateMap states) {
    this.store = store;
    this.kinds = kinds;
    this.states = states;
  }

  List<MatterView.LinkView> of(Held held, Actor actor) {
    return store.of(held.row().id(), Sight.of(actor)).stream().map(this::view).toList();
  }

  private MatterView.LinkView view(LinkStore.End end) {
    MatterKind from = kinds.get(end.fromKind(), end.fromVersion());
    var declared = from.links().get(end.name());
    Text names =
        declared == null ? new Text(end.name(), end.name()) : Sayings.text(declared.names());
    if (end.kind().equals(INCIDENT)) {
      return new MatterView.LinkView(
          end.name(),
          names,
          false,
          null,
          end.id(),
          INCIDENT,
          INCIDENT_NAMES,
          end.number(),
          end.title(),
          end.state(),
          state(end.state()),
          closed(end.state()));
    }
    MatterKind kind = kinds.get(end.kind(), end.kindVersion());
    return new MatterView.LinkView(
        end.name(),
        names,
        end.incoming(),
        end.id(),
        null,
        end.kind(),
        Sayings.text(kind.names()),
        end.number(),
        end.title(),
        end.state(),
        Lines.stateNames(kind, end.state()),
        kind.state(end.state()).closed());
  }

  Text state(String incidentState) {
    return states.states().stream()
        .filter(s -> s.code().name().equals(incidentState))
        .findFirst()
        .map(StateMap.State::name)
        .orElseGet(() -> new Text(incidentState, incidentState));
  }

  private static boolean closed(String state) {
    return state.equals(IncidentState.CLOSED.name()) || state.equals(IncidentState.MERGED.name());
  }
}
