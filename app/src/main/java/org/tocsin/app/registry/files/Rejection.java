package org.tocsin.app.registry.files;

/**
 * A row that was refused.
 *
 * @param row its line in the file, the header being line 1; for GeoJSON the number of the feature
 * @param column the column at fault; empty if the row as a whole is
 * @param value what stood there, cut to 200 characters
 * @param fault why
 */
public record Rejection(long row, String column, String value, RowFault fault) {
  private static final int SHOWN = 200;

  public Rejection {
    value = value.length() > SHOWN ? value.substring(0, SHOWN) : value;
  }
}
