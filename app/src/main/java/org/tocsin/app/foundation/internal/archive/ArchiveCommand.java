package org.tocsin.app.foundation.internal.archive;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.foundation.internal.db.DataFolder;
import org.tocsin.app.foundation.internal.db.DatabaseProblem;
import org.tocsin.app.foundation.internal.db.DatabaseSettings;
import org.tocsin.app.foundation.internal.db.Databases;
import org.tocsin.app.foundation.internal.db.Login;

/**
 * The modes {@code --tocsin.backup=FILE} and {@code --tocsin.restore=FILE} of the program: plain
 * Java, no web server, done in seconds.
 */
public final class ArchiveCommand {
  private static final String BACKUP = "tocsin.backup";
  private static final String RESTORE = "tocsin.restore";

  private final Map<String, String> options;
  private final PrintStream out;

  private ArchiveCommand(Map<String, String> options, PrintStream out) {
    this.options = options;
    this.out = out;
  }

  /** Whether the command line asks for a backup or a restore. */
  public static boolean isAskedFor(String... args) {
    Map<String, String> options = parse(args);
    return options.containsKey(BACKUP) || options.containsKey(RESTORE);
  }

  /**
   * Does what the command line asks for.
   *
   * @return the exit status: 0 done, 1 failed, with a sentence on {@code err} that says why
   */
  public static int run(PrintStream out, PrintStream err, String... args) {
    var command = new ArchiveCommand(parse(args), out);
    try {
      String backup = command.options.get(BACKUP);
      if (backup != null) {
        command.backup(Path.of(backup));
      } else {
        command.restore(Path.of(command.need(RESTORE)));
      }
      return 0;
    } catch (DatabaseProblem e) {
      err.println("tocsin: " + e.getMessage());
      return 1;
    }
  }

  private void backup(Path file) {
    DataFolder folder = folder();
    DatabaseSettings settings = settings();
    Manifest manifest;
    if (settings.isExternal()) {
      manifest =
          backup(
              folder,
              new Login(need("tocsin.database.url"), settings.user(), settings.password()),
              file);
    } else if (folder.isLocked()) {
      manifest = backup(folder, Databases.runningOwner(folder), file);
    } else if (!folder.holdsDatabase()) {
      throw new DatabaseProblem("There is no installation in %s.".formatted(folder.root()));
    } else {
      try (folder) {
        folder.lock();
        try (Databases databases = Databases.open(folder, settings)) {
          manifest = backup(folder, databases.owner(), file);
        }
      }
    }
    out.printf(
        Locale.ROOT,
        "backed up %d tables, %d rows, %d key files to %s%n",
        manifest.tables().size(),
        rows(manifest),
        manifest.keys().size(),
        file);
    out.println("It holds personal data and keys: protect it as you protect the installation.");
  }

  private static Manifest backup(DataFolder folder, Login owner, Path file) {
    return new Backup(folder, owner, productVersion()).write(file);
  }

  private void restore(Path file) {
    DataFolder folder = folder();
    DatabaseSettings settings = settings();
    try (Restore restore = new Restore(file);
        folder) {
      if (!settings.isExternal() && folder.holdsDatabase()) {
        throw new DatabaseProblem(
            "%s already holds an installation; a restore wants an empty data folder."
                .formatted(folder.root()));
      }
      folder.lock();
      restoreInto(folder, settings, restore);
      Manifest manifest = restore.manifest();
      out.printf(
          Locale.ROOT,
          "restored %d tables, %d rows, %d key files as of %s; every table's rows and hash are those of the backup%n",
          manifest.tables().size(),
          rows(manifest),
          manifest.keys().size(),
          manifest.at());
    } catch (IOException e) {
      throw new DatabaseProblem(
          "The backup %s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** A database made for a restore that fails is taken away again: half an installation is none. */
  private static void restoreInto(DataFolder folder, DatabaseSettings settings, Restore restore)
      throws IOException {
    boolean whole = false;
    try {
      try (Databases databases = Databases.open(folder, settings)) {
        restore.into(folder, databases, settings.appUser());
        whole = true;
      }
    } finally {
      if (!whole && !settings.isExternal()) {
        folder.discardDatabase();
      }
    }
  }

  private static long rows(Manifest manifest) {
    return manifest.tables().stream().mapToLong(Manifest.TableProof::rows).sum();
  }

  private DataFolder folder() {
    Path path = Path.of(options.getOrDefault("tocsin.data-dir", ".tocsin/data"));
    return DataFolder.at(path);
  }

  private DatabaseSettings settings() {
    return new DatabaseSettings(
        options.get("tocsin.database.url"),
        find("tocsin.database.user"),
        find("tocsin.database.password"),
        options.getOrDefault("tocsin.database.app-user", "tocsin_app"),
        find("tocsin.database.app-password"),
        0,
        2);
  }

  /**
   * An option of the command line, else of the environment, under the same names as the server
   * reads them.
   */
  private @Nullable String find(String name) {
    String given = options.get(name);
    return given != null
        ? given
        : System.getenv(name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT));
  }

  private String need(String name) {
    String value = options.get(name);
    if (value == null || value.isBlank()) {
      throw new DatabaseProblem("--%s wants a value.".formatted(name));
    }
    return value;
  }

  private static Map<String, String> parse(String... args) {
    var options = new HashMap<String, String>();
    for (String arg : List.of(args)) {
      int at = arg.indexOf('=');
      if (arg.startsWith("--") && at > 0) {
        options.put(arg.substring(2, at), arg.substring(at + 1));
      }
    }
    return options;
  }

  private static String productVersion() {
    var properties = new Properties();
    try (InputStream in =
        ArchiveCommand.class.getResourceAsStream("/META-INF/build-info.properties")) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new DatabaseProblem("The program's own version cannot be read", e);
    }
    return properties.getProperty("build.version", "unreleased");
  }
}
