package org.tocsin.tracing.finding;

import java.util.function.Consumer;

/** One kind of pattern around one account. */
interface Search {
  void look(int account, Payments payments, Consumer<Finding> found);
}
