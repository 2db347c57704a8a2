package org.tocsin.app.foundation.internal.db;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;

/**
 * The database of this installation, ready to be used as two roles: the owner, who migrates, and
 * the application's own, who can neither change the structure nor rewrite what is append-only.
 */
public final class Databases implements AutoCloseable {
  public static final String NAME = "tocsin";
  public static final String OWNER = "tocsin_owner";

  /** The first release of PostgreSQL that Tocsin is tried on. */
  static final int LEAST_RELEASE = 15;

  private final Login owner;
  private final Login app;
  private final @Nullable PostgresServer server;

  private Databases(Login owner, Login app, @Nullable PostgresServer server) {
    this.owner = owner;
    this.app = app;
    this.server = server;
  }

  /**
   * Starts or reaches the database and sees to its roles.
   *
   * @param folder locked by the caller
   * @throws DatabaseProblem saying what to do about it
   */
  public static Databases open(DataFolder folder, DatabaseSettings settings) {
    return settings.isExternal() ? external(folder, settings) : builtIn(folder, settings);
  }

  /**
   * Reaches the database of an installation that is running on this folder right now, as its owner.
   */
  public static Login runningOwner(DataFolder folder) {
    var postmaster =
        Postmaster.find(folder.postgres())
            .orElseThrow(
                () ->
                    new DatabaseProblem(
                        "A Tocsin runs on %s, but its database does not answer."
                            .formatted(folder.root())));
    String url = "jdbc:postgresql://127.0.0.1:%d/%s".formatted(postmaster.port(), NAME);
    return new Login(url, OWNER, folder.secret("owner.password"));
  }

  public Login owner() {
    return owner;
  }

  public Login app() {
    return app;
  }

  private static Databases builtIn(DataFolder folder, DatabaseSettings settings) {
    var server = PostgresServer.start(folder, settings.port());
    try {
      var owner = new Login(server.url(NAME), OWNER, folder.secret("owner.password"));
      var app = new Login(server.url(NAME), settings.appUser(), folder.secret("app.password"));
      try (Connection connection = server.connectAsSuperuser("postgres")) {
        ensureRole(connection, owner);
        ensureRole(connection, app);
        if (!exists(connection, "select 1 from pg_database where datname = " + literal(NAME))) {
          execute(
              connection,
              "create database "
                  + NAME
                  + " owner "
                  + OWNER
                  + " template template0 encoding 'UTF8'");
        }
        execute(connection, "revoke all on database " + NAME + " from public");
        execute(
            connection,
            "grant connect on database " + NAME + " to " + identifier(settings.appUser()));
      }
      return new Databases(owner, app, server);
    } catch (SQLException e) {
      server.close();
      throw new DatabaseProblem(
          "The built-in database could not be prepared: " + e.getMessage(), e);
    } catch (RuntimeException e) {
      server.close();
      throw e;
    }
  }

  private static Databases external(DataFolder folder, DatabaseSettings settings) {
    var owner =
        new Login(
            java.util.Objects.requireNonNull(settings.url()), settings.user(), settings.password());
    String password =
        settings.appPassword() != null ? settings.appPassword() : folder.secret("app.password");
    var app = new Login(withoutLogin(owner.url()), settings.appUser(), password);
    try (Connection connection = owner.connect()) {
      requireRelease(
          connection.getMetaData().getDatabaseMajorVersion(),
          connection.getMetaData().getDatabaseProductVersion());
      if (!exists(
          connection, "select 1 from pg_roles where rolname = " + literal(settings.appUser()))) {
        createExternalRole(connection, app);
      }
      execute(
          connection,
          "grant connect on database %s to %s"
              .formatted(identifier(connection.getCatalog()), identifier(settings.appUser())));
    } catch (SQLException e) {
      throw new DatabaseProblem(
          "The external database %s cannot be used: %s".formatted(owner, e.getMessage()), e);
    }
    try (Connection connection = app.connect()) {
      return new Databases(owner, app, null);
    } catch (SQLException e) {
      throw new DatabaseProblem(
          ("The external database refuses the role %s (%s). Give its password in TOCSIN_DATABASE_APP_PASSWORD, or set it to the one"
                  + " in the key file app.password.")
              .formatted(settings.appUser(), e.getMessage()),
          e);
    }
  }

  static void requireRelease(int release, String text) {
    if (release < LEAST_RELEASE) {
      throw new DatabaseProblem(
          "The external database is PostgreSQL %s; Tocsin needs release %d or later."
              .formatted(text, LEAST_RELEASE));
    }
  }

  private static void createExternalRole(Connection connection, Login app) {
    try {
      ensureRole(connection, app);
    } catch (SQLException e) {
      throw new DatabaseProblem(
          ("The external database has no role %s and its owner may not create one (%s). Create it: create role %s login password"
                  + " '…', and give the password in TOCSIN_DATABASE_APP_PASSWORD.")
              .formatted(app.user(), e.getMessage(), app.user()),
          e);
    }
  }

  /**
   * Makes the role, or sets its password again: the key file and the database must agree also after
   * a restore.
   */
  private static void ensureRole(Connection connection, Login login) throws SQLException {
    String user = String.valueOf(login.user());
    String verb =
        exists(connection, "select 1 from pg_roles where rolname = " + literal(user))
            ? "alter"
            : "create";
    execute(
        connection,
        "%s role %s login password %s"
            .formatted(verb, identifier(user), literal(String.valueOf(login.password()))));
  }

  /** A JDBC URL without the parameters that name a user and a password. */
  static String withoutLogin(String url) {
    int query = url.indexOf('?');
    if (query < 0) {
      return url;
    }
    var kept = new StringBuilder();
    for (String part : url.substring(query + 1).split("&")) {
      if (!part.startsWith("user=") && !part.startsWith("password=") && !part.isEmpty()) {
        kept.append(kept.isEmpty() ? '?' : '&').append(part);
      }
    }
    return url.substring(0, query) + kept;
  }

  private static boolean exists(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet rows = statement.executeQuery(query)) {
      return rows.next();
    }
  }

  private static void execute(Connection connection, String sql) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  static String literal(String text) {
    return "'" + text.replace("'", "''") + "'";
  }

  static String identifier(String name) {
    return "\"" + name.replace("\"", "\"\"") + "\"";
  }

  /** Stops the built-in server; the pools that use it must be closed before. */
  @Override
  public void close() {
    if (server != null) {
      server.close();
    }
  }
}
