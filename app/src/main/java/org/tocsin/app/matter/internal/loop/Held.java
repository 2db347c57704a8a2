package org.tocsin.app.matter.internal.loop;

import org.tocsin.matters.MatterKind;
import org.tocsin.matters.flow.MatterState;

/** A matter read whole: its row, its declaration, and the state that the engine decides on. */
record Held(MatterRow row, MatterKind kind, MatterState state) {
  Held with(MatterState next) {
    return new Held(row, kind, next);
  }
}
