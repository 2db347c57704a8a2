package org.tocsin.app.registry.internal;

import java.sql.Types;

/** SQL null, with its type, in a list that holds no nulls. */
enum NoValue {
  INTEGER(Types.INTEGER),
  UUID(Types.OTHER);

  private final int sqlType;

  NoValue(int sqlType) {
    this.sqlType = sqlType;
  }

  int sqlType() {
    return sqlType;
  }
}
