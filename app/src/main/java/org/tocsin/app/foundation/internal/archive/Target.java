package org.tocsin.app.foundation.internal.archive;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.tocsin.app.foundation.internal.db.DatabaseProblem;
import org.tocsin.app.foundation.internal.db.Databases;
import org.tocsin.app.foundation.internal.db.Migrations;

/** The database that a backup is restored into: empty before, and empty again if it fails. */
final class Target {
  private Target() {}

  /** Refuses a database that holds anything of Tocsin's. */
  static void requireEmpty(Databases databases) {
    try (Connection connection = databases.owner().connect();
        PreparedStatement statement =
            connection.prepareStatement("select 1 from pg_namespace where nspname = any (?)")) {
      statement.setArray(1, connection.createArrayOf("text", Migrations.ROOMS.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        if (rows.next()) {
          throw new DatabaseProblem(
              "The database to restore into already holds an installation of Tocsin; choose an empty"
                  + " one.");
        }
      }
    } catch (SQLException e) {
      throw new DatabaseProblem(
          "The database to restore into cannot be read: " + e.getMessage(), e);
    }
  }

  /** None of the rooms' schemas was there before, see {@link #requireEmpty}. */
  static void dropRooms(Databases databases) {
    try (Connection connection = databases.owner().connect();
        Statement statement = connection.createStatement()) {
      for (String room : Migrations.ROOMS) {
        statement.execute("drop schema if exists %s cascade".formatted(room));
      }
    } catch (SQLException e) {
      throw new DatabaseProblem(
          "The restore failed, and what it had begun could not be taken away: " + e.getMessage(),
          e);
    }
  }

  /**
   * Takes the foreign keys away so that tables can be filled in any order, also where they refer to
   * each other in a circle.
   *
   * @return the commands that bring them back; each checks all rows
   */
  static List<String> dropForeignKeys(Connection connection) throws SQLException {
    var back = new ArrayList<String>();
    var drops = new ArrayList<String>();
    String sql =
        """
        select format('alter table %I.%I drop constraint %I', n.nspname, t.relname, c.conname),
          format('alter table %I.%I add constraint %I %s', n.nspname, t.relname, c.conname, pg_get_constraintdef(c.oid))
        from pg_constraint c join pg_class t on t.oid = c.conrelid join pg_namespace n on n.oid = t.relnamespace
        where c.contype = 'f' and n.nspname = any (?)
        """;
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      statement.setArray(1, connection.createArrayOf("text", Migrations.ROOMS.toArray()));
      try (ResultSet rows = statement.executeQuery()) {
        while (rows.next()) {
          drops.add(rows.getString(1));
          back.add(rows.getString(2));
        }
      }
    }
    try (Statement statement = connection.createStatement()) {
      for (String drop : drops) {
        statement.execute(drop);
      }
    }
    return back;
  }
}
