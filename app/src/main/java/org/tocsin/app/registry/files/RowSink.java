package org.tocsin.app.registry.files;

/**
 * Takes what a file holds.
 *
 * @param <T> the kind of row
 */
public interface RowSink<T> {
  /** A good row. */
  void accept(long row, T value);

  /** A refused row. */
  void reject(Rejection row);

  /** Something worth knowing that refuses nothing. */
  void warn(String code, Object... args);

  /** How much of the file is read, 0 to 1. */
  void progress(double share);
}
