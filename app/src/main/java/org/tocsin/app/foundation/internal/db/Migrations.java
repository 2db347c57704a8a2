package org.tocsin.app.foundation.internal.db;

import java.io.IOException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * Brings each room's schema to the version this program knows, as the owner, and then tells the
 * application's role what it may do.
 */
public final class Migrations {
  /** In the order in which they may depend on each other. A new room is added here. */
  public static final List<String> ROOMS =
      List.of("foundation", "registry", "staff", "intake", "matter", "dispatch", "figures");

  /** The name of Flyway's own table in each room's schema. */
  public static final String HISTORY = "flyway_history";

  private final Login owner;
  private final String appUser;

  public Migrations(Login owner, String appUser) {
    this.owner = owner;
    this.appUser = appUser;
  }

  /** Migrates every room to the newest version. */
  public void toNewest() {
    to(Map.of());
  }

  /**
   * Migrates every room.
   *
   * @param versions the version to stop at by room; rooms left out go to the newest
   */
  public void to(Map<String, String> versions) {
    for (String room : ROOMS) {
      if (exists(room)) {
        migrate(room, versions.get(room));
      }
    }
    grant();
  }

  /** The newest version of each room that this program knows. */
  public static Map<String, String> known() {
    var known = new LinkedHashMap<String, String>();
    for (String room : ROOMS) {
      if (exists(room)) {
        known.put(room, newest(room));
      }
    }
    return known;
  }

  private static String newest(String room) {
    try {
      MigrationVersion newest = MigrationVersion.EMPTY;
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:db/migration/" + room + "/V*__*.sql")) {
        String name = String.valueOf(file.getFilename());
        MigrationVersion version =
            MigrationVersion.fromVersion(name.substring(1, name.indexOf("__")));
        if (version.isNewerThan(newest)) {
          newest = version;
        }
      }
      return String.valueOf(newest.getVersion());
    } catch (IOException e) {
      throw new DatabaseProblem("The migrations of the room %s cannot be read".formatted(room), e);
    }
  }

  private void migrate(String room, @Nullable String version) {
    try {
      var flyway = configure(room, owner);
      if (version != null) {
        flyway.target(version);
      }
      flyway.load().migrate();
    } catch (FlywayException e) {
      throw new DatabaseProblem(
          "The tables of the room %s could not be brought up to date: %s"
              .formatted(room, e.getMessage()),
          e);
    }
  }

  private static FluentConfiguration configure(String room, Login login) {
    return Flyway.configure()
        .dataSource(login.url(), login.user(), login.password())
        .locations("classpath:db/migration/" + room)
        .schemas(room)
        .defaultSchema(room)
        .table(HISTORY)
        .validateMigrationNaming(true)
        .failOnMissingLocations(true)
        .loggers("slf4j");
  }

  private static boolean exists(String room) {
    return Migrations.class.getClassLoader().getResource("db/migration/" + room) != null;
  }

  /**
   * All that a room's tables offer but the rewriting of what is append-only, and Flyway's history
   * to read.
   */
  private void grant() {
    String tables =
        """
        select format('%I.%I', n.nspname, c.relname) as name, n.nspname as room,
          coalesce(obj_description(c.oid, 'pg_class'), '') like 'append-only%' as append_only, c.relname = '@history' as history
        from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where c.relkind in ('r', 'p', 'v', 'm') and n.nspname = any (string_to_array('@rooms', ','))
        order by 1
        """
            .replace("@history", HISTORY)
            .replace("@rooms", String.join(",", ROOMS));
    String role = Databases.identifier(appUser);
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      connection.setAutoCommit(false);
      var commands = new java.util.ArrayList<String>();
      var rooms = new java.util.TreeSet<String>();
      try (ResultSet rows = statement.executeQuery(tables)) {
        while (rows.next()) {
          String table = rows.getString("name");
          rooms.add(rows.getString("room"));
          String rights =
              rows.getBoolean("history")
                  ? "select"
                  : rows.getBoolean("append_only")
                      ? "select, insert"
                      : "select, insert, update, delete";
          commands.add("revoke all on " + table + " from " + role);
          commands.add("grant " + rights + " on " + table + " to " + role);
        }
      }
      for (String room : rooms) {
        commands.add("grant usage on schema " + room + " to " + role);
        commands.add("grant usage, select on all sequences in schema " + room + " to " + role);
        commands.add("grant execute on all functions in schema " + room + " to " + role);
      }
      for (String command : commands) {
        statement.execute(command);
      }
      connection.commit();
    } catch (SQLException e) {
      throw new DatabaseProblem(
          "The rights of the role %s could not be set: %s".formatted(appUser, e.getMessage()), e);
    }
  }
}
