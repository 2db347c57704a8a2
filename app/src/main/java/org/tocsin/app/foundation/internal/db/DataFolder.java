package org.tocsin.app.foundation.internal.db;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Comparator;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The folder that holds one installation: {@code pg/} the database, {@code keys/} secrets, {@code
 * log/} logs and {@code lock}, which only one running instance can hold.
 */
public final class DataFolder implements AutoCloseable {
  private static final Set<PosixFilePermission> OWNER_ONLY =
      PosixFilePermissions.fromString("rwx------");
  private static final Set<PosixFilePermission> SECRET =
      PosixFilePermissions.fromString("rw-------");

  private final Path root;
  private @Nullable FileChannel lockChannel;

  private DataFolder(Path root) {
    this.root = root;
  }

  /** Names the folder without touching it. */
  public static DataFolder at(Path root) {
    return new DataFolder(root.toAbsolutePath().normalize());
  }

  /**
   * Makes the folder if it is new and takes its lock until {@link #close()} or the end of the
   * process.
   *
   * @throws DatabaseProblem when another instance runs on it, or it cannot be written
   */
  public DataFolder lock() {
    try {
      createPrivate(root);
      createPrivate(keys());
      createPrivate(log());
      FileChannel channel =
          FileChannel.open(
              root.resolve("lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
      if (!tryLock(channel)) {
        String holder = read(channel);
        channel.close();
        throw new DatabaseProblem(
            "Another Tocsin%s already runs on the data folder %s. Stop it, or give this one another folder."
                .formatted(holder.isBlank() ? "" : " (process " + holder + ")", root));
      }
      channel.truncate(0);
      channel.write(
          ByteBuffer.wrap(
              Long.toString(ProcessHandle.current().pid()).getBytes(StandardCharsets.US_ASCII)));
      lockChannel = channel;
      return this;
    } catch (IOException e) {
      throw new DatabaseProblem(
          "The data folder %s cannot be used: %s".formatted(root, e.getMessage()), e);
    }
  }

  /** Whether a running instance holds the folder's lock (this process included). */
  public boolean isLocked() {
    Path lock = root.resolve("lock");
    if (!Files.exists(lock)) {
      return false;
    }
    try (FileChannel channel =
        FileChannel.open(lock, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      return !tryLock(channel);
    } catch (IOException e) {
      throw new DatabaseProblem(
          "The data folder %s cannot be used: %s".formatted(root, e.getMessage()), e);
    }
  }

  public Path root() {
    return root;
  }

  public Path postgres() {
    return root.resolve("pg");
  }

  public Path keys() {
    return root.resolve("keys");
  }

  public Path log() {
    return root.resolve("log");
  }

  /** Whether a database was ever made here. */
  public boolean holdsDatabase() {
    return Files.exists(postgres().resolve("PG_VERSION"));
  }

  /**
   * A secret kept in {@code keys/}, made of 32 random bytes (base64url) when first asked for;
   * readable by the owner only.
   */
  public String secret(String name) {
    Path file = keys().resolve(name);
    try {
      if (!Files.exists(file)) {
        byte[] bytes = new byte[32];
        new SecureRandom().nextBytes(bytes);
        writeSecret(
            name,
            Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes)
                .getBytes(StandardCharsets.US_ASCII));
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new DatabaseProblem(
          "The key file %s cannot be read: %s".formatted(file, e.getMessage()), e);
    }
  }

  /** Writes a key file at once or not at all; no moment at which others could read it. */
  public void writeSecret(String name, byte[] content) throws IOException {
    createPrivate(keys());
    Path part =
        Files.createTempFile(keys(), name, ".part", PosixFilePermissions.asFileAttribute(SECRET));
    Files.write(part, content);
    Files.move(part, keys().resolve(name), StandardCopyOption.ATOMIC_MOVE);
  }

  /** Takes away a database and keys that were made here for nothing. The server must be stopped. */
  public void discardDatabase() throws IOException {
    deleteTree(postgres());
    deleteTree(keys());
  }

  static void createPrivate(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      if (folder.getParent() != null) {
        Files.createDirectories(folder.getParent());
      }
      Files.createDirectory(folder, PosixFilePermissions.asFileAttribute(OWNER_ONLY));
    }
  }

  static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }

  private static boolean tryLock(FileChannel channel) throws IOException {
    try {
      FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  private static String read(FileChannel channel) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(32);
    channel.read(buffer, 0);
    return new String(buffer.array(), 0, buffer.position(), StandardCharsets.US_ASCII).strip();
  }

  @Override
  public void close() {
    FileChannel channel = lockChannel;
    lockChannel = null;
    if (channel != null) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new DatabaseProblem("The lock of %s cannot be released".formatted(root), e);
      }
    }
  }
}
