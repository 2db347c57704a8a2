package org.tocsin.app.foundation.internal.db;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.flywaydb.core.Flyway;

/**
 * Brings every room's schema up to date, rooms in the order of their dependencies, each with its
 * own history; then grants the application's role what it needs and no more: tables whose comment
 * begins with {@code append-only} can be inserted into and read.
 */
public final class Migrator {
  /** The rooms with a schema, in the order of their dependencies. */
  public static final List<String> ROOMS =
      List.of("foundation", "registry", "staff", "intake", "matter", "dispatch", "figures");

  private static final String GRANTS =
      """
      do $$
      declare t record;
      begin
        execute format('grant usage on schema %1$I to tocsin_app', '{room}');
        execute format('grant usage, select on all sequences in schema %1$I to tocsin_app', '{room}');
        for t in
          select c.oid, c.relname, coalesce(obj_description(c.oid, 'pg_class'), '') as note
          from pg_class c join pg_namespace n on n.oid = c.relnamespace
          where n.nspname = '{room}' and c.relkind in ('r', 'p', 'v', 'm')
        loop
          if t.relname = 'flyway_history' then
            execute format('grant select on %I.%I to tocsin_app', '{room}', t.relname);
          elsif t.note like 'append-only%' then
            execute format('grant select, insert on %I.%I to tocsin_app', '{room}', t.relname);
          else
            execute format('grant select, insert, update, delete on %I.%I to tocsin_app', '{room}', t.relname);
          end if;
        end loop;
      end $$
      """;

  private Migrator() {}

  /**
   * Migrates the database and makes the application's role with the password.
   *
   * @throws SQLException if the owner may not make roles, or a migration fails
   */
  public static void migrate(DatabaseServer server, String appPassword) throws SQLException {
    makeRole(server, appPassword);
    for (String room : ROOMS) {
      if (Migrator.class.getResource("/db/migration/" + room) == null) {
        continue;
      }
      Flyway.configure()
          .dataSource(server.url(), server.owner(), server.ownerPassword())
          .schemas(room)
          .table("flyway_history")
          .locations("classpath:db/migration/" + room)
          .validateMigrationNaming(true)
          .load()
          .migrate();
      run(server, GRANTS.replace("{room}", room));
    }
  }

  private static void makeRole(DatabaseServer server, String password) throws SQLException {
    if (!password.matches("[A-Za-z0-9_-]{16,}")) {
      throw new IllegalArgumentException(
          "the application's database password must be 16 or more of A-Z a-z 0-9 _ -");
    }
    run(
        server,
        """
        do $$
        begin
          perform pg_advisory_xact_lock(846283746);
          if not exists (select from pg_roles where rolname = 'tocsin_app') then
            create role tocsin_app login;
          end if;
          alter role tocsin_app with login nosuperuser nocreatedb nocreaterole password '%s';
        end $$
        """
            .formatted(password));
  }

  private static void run(DatabaseServer server, String sql) throws SQLException {
    try (Connection connection =
            DriverManager.getConnection(server.url(), server.owner(), server.ownerPassword());
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }
}
