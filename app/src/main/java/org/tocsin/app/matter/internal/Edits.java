package org.tocsin.app.matter.internal;

import org.springframework.stereotype.Component;
import org.tocsin.app.matter.Edit;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.kernel.MatterId;

/** Gives each edit to who does it. */
@Component
class Edits {
  private final Callers callers;
  private final Merging merging;
  private final Editing editing;
  private final Closing closing;
  private final HandingOver handingOver;

  Edits(
      Callers callers, Merging merging, Editing editing, Closing closing, HandingOver handingOver) {
    this.callers = callers;
    this.merging = merging;
    this.editing = editing;
    this.closing = closing;
    this.handingOver = handingOver;
  }

  IncidentView apply(MatterId id, Edit edit) {
    return switch (edit) {
      case Edit.Join e -> callers.join(id, e);
      case Edit.Separate e -> callers.separate(id, e);
      case Edit.Merge e -> merging.merge(id, e);
      case Edit.Unmerge e -> merging.unmerge(id, e);
      case Edit.Classify e -> editing.classify(id, e);
      case Edit.Relocate e -> editing.relocate(id, e);
      case Edit.Note e -> editing.note(id, e);
      case Edit.Close e -> closing.close(id, e);
      case Edit.Reopen e -> closing.reopen(id, e);
      case Edit.MarkNuisance e -> closing.nuisance(id, e);
      case Edit.OfferHandover e -> handingOver.offer(id, e);
      case Edit.AcceptHandover e -> handingOver.accept(id);
      case Edit.DeclineHandover e -> handingOver.decline(id, e);
    };
  }
}
