package org.tocsin.app.registry.files;

/** One cell is wrong; only for use while a row is read. */
final class RowRefused extends RuntimeException {
  private final String column;
  private final String value;
  private final RowFault fault;

  RowRefused(String column, String value, RowFault fault) {
    super(column + ": " + fault, null, false, false);
    this.column = column;
    this.value = value;
    this.fault = fault;
  }

  Rejection at(long row) {
    return new Rejection(row, column, value, fault);
  }
}
