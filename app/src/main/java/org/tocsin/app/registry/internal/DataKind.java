package org.tocsin.app.registry.internal;

import java.nio.file.Path;
import java.util.List;
import org.tocsin.app.registry.files.RowSink;

/**
 * How one kind of row is read from its file and written to its table.
 *
 * @param <T> the row
 */
interface DataKind<T> {
  /** The table, in schema registry. Not from input; safe in SQL. */
  String table();

  /** The columns after import_id, key and digest. */
  List<String> columns();

  /** The row's identity in its dataset. */
  String key(T row);

  /** The values of {@link #columns()}; arrays as Java arrays. */
  List<Object> values(T row);

  /** The row in short, for the preview. */
  String sample(T row);

  /** Reads the file. */
  void read(Path file, RowSink<T> sink);
}
