package org.tocsin.tracing.statement;

import java.io.Closeable;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** A table read row by row: a file of separated values, or one sheet of a workbook. */
interface Table extends Closeable {
  /** What to call it in messages: the file's name, and the sheet's. */
  String name();

  /**
   * The next row, or false at the end. A row that could not be cut into cells is one cell, with
   * {@link #damage} saying why.
   */
  boolean next() throws IOException;

  /** The row that {@link #next} read. */
  Row row();

  /** Why the row that was read is not a proper one; null for a proper one. */
  default @Nullable Reason damage() {
    return null;
  }
}
