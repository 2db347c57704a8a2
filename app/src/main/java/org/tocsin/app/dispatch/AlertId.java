package org.tocsin.app.dispatch;

import java.util.Objects;
import java.util.UUID;
import org.tocsin.kernel.Id;
import org.tocsin.kernel.Ids;

/** Identifies an overdue step; the same through all levels that are told of it. */
public record AlertId(UUID value) implements Id {
  public AlertId {
    Objects.requireNonNull(value, "value");
  }

  /** A new id. */
  public static AlertId next() {
    return new AlertId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
