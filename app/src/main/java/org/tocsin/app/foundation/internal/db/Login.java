package org.tocsin.app.foundation.internal.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * How to reach a database as one role.
 *
 * @param url JDBC
 * @param user or null when the URL itself or the environment names one
 * @param password or null when none is needed
 */
public record Login(String url, @Nullable String user, @Nullable String password) {
  public Connection connect() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** Never shows the password. */
  @Override
  public String toString() {
    return "Login[" + url.replaceAll("password=[^&]*", "password=…") + ", " + user + "]";
  }
}
