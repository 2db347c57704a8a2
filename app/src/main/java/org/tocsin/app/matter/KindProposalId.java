package org.tocsin.app.matter;

import java.util.Objects;
import java.util.UUID;
import org.tocsin.kernel.Id;
import org.tocsin.kernel.Ids;

/** Identifies a proposed change of a matter kind. */
public record KindProposalId(UUID value) implements Id {
  public KindProposalId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static KindProposalId next() {
    return new KindProposalId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
