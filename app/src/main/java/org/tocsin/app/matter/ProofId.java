package org.tocsin.app.matter;

import java.util.Objects;
import java.util.UUID;
import org.tocsin.kernel.Id;
import org.tocsin.kernel.Ids;

/** Identifies a proof of a matter. */
public record ProofId(UUID value) implements Id {
  public ProofId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static ProofId next() {
    return new ProofId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
