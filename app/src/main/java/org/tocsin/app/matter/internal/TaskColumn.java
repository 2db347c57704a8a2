package org.tocsin.app.matter.internal;

import java.util.Locale;

/** The facts of a task that come after the order, each in its own column. */
enum TaskColumn {
  ACKNOWLEDGED_AT,
  DEPARTED_AT,
  ARRIVED_AT,
  TRANSPORT_AT,
  DESTINATION_AT,
  FED_BACK_AT,
  CLEARED_AT,
  WITHDRAWN_AT;

  /** The column's name. */
  String sql() {
    return name().toLowerCase(Locale.ROOT);
  }
}
