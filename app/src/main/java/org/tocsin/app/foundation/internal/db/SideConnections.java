package org.tocsin.app.foundation.internal.db;

import com.zaxxer.hikari.HikariDataSource;
import javax.sql.DataSource;

/**
 * A few connections beside the pool, for single statements that must neither hold a lock to the end
 * of the caller's transaction nor wait for a connection that such a transaction has.
 *
 * <p>They commit without waiting for the disk. That is safe for what a later commit depends on:
 * PostgreSQL writes its log in order, so whatever was committed with the result of such a statement
 * has also put the statement on disk.
 */
public final class SideConnections implements AutoCloseable {
  private final HikariDataSource pool;

  SideConnections(HikariDataSource pool) {
    this.pool = pool;
  }

  /** Each statement is a transaction of its own. */
  public DataSource source() {
    return pool;
  }

  @Override
  public void close() {
    pool.close();
  }
}
