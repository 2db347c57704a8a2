package org.tocsin.bench.loop;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.bench.server.Server;

/** The database of a running server, reached as its owner with what lies in its data folder. */
final class Owner implements AutoCloseable {
  private static final int PORT_LINE = 3;
  private final Connection connection;

  private Owner(Connection connection) {
    this.connection = connection;
  }

  /** Reads one row. */
  @FunctionalInterface
  interface Row<T> {
    T of(ResultSet rs) throws SQLException;
  }

  static Owner of(Server server) throws IOException {
    Path data = server.data();
    String port = Files.readAllLines(data.resolve("pg/postmaster.pid")).get(PORT_LINE).strip();
    String password = Files.readString(data.resolve("keys/owner.password")).strip();
    try {
      return new Owner(
          DriverManager.getConnection(
              "jdbc:postgresql://127.0.0.1:" + port + "/tocsin", "tocsin_owner", password));
    } catch (SQLException e) {
      throw new IllegalStateException("the database does not let its owner in", e);
    }
  }

  /** Runs a statement; values stand for its question marks. */
  int run(String sql, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      statement.execute();
      return Math.max(0, statement.getUpdateCount());
    } catch (SQLException e) {
      throw new IllegalStateException("failed: " + sql, e);
    }
  }

  /** Runs a statement as it stands. */
  void plain(String sql) {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException("failed: " + sql, e);
    }
  }

  <T> List<T> rows(String sql, Row<T> row, Object... values) {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      bind(statement, values);
      List<T> rows = new ArrayList<>();
      try (ResultSet rs = statement.executeQuery()) {
        while (rs.next()) {
          rows.add(row.of(rs));
        }
      }
      return rows;
    } catch (SQLException e) {
      throw new IllegalStateException("failed: " + sql, e);
    }
  }

  private void bind(PreparedStatement statement, Object... values) throws SQLException {
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value instanceof List<?> list) {
        statement.setArray(i + 1, connection.createArrayOf("uuid", list.toArray()));
      } else {
        statement.setObject(i + 1, value);
      }
    }
  }

  @Override
  public void close() {
    try {
      connection.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
