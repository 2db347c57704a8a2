package org.tocsin.tracing.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.CRC32C;

/**
 * What a ledger's folder holds; replaced as a whole by renaming, so that it is always the old or
 * the new one.
 *
 * @param revision see Snapshot
 * @param log number of the first log that is not sealed
 * @param nextFile number of the next segment
 * @param segments names in order of payments
 */
record Manifest(long revision, int log, int nextFile, List<String> segments) {
  private static final String NAME = "manifest";
  private static final String TITLE = "tocsin-ledger 1";

  static Manifest empty() {
    return new Manifest(0, 0, 0, List.of());
  }

  static Manifest read(Path folder) {
    Path file = folder.resolve(NAME);
    if (!Files.exists(file)) {
      return empty();
    }
    try {
      List<String> lines = Files.readAllLines(file, StandardCharsets.UTF_8);
      int last = lines.size() - 1;
      if (last < 4
          || !lines.getFirst().equals(TITLE)
          || !lines.get(last).equals(sum(lines.subList(0, last)))) {
        throw new DamagedException(file + " is damaged or of another version");
      }
      return new Manifest(
          Long.parseLong(lines.get(1)),
          Integer.parseInt(lines.get(2)),
          Integer.parseInt(lines.get(3)),
          List.copyOf(lines.subList(4, last)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void write(Path folder) {
    List<String> lines = new ArrayList<>();
    lines.add(TITLE);
    lines.add(Long.toString(revision));
    lines.add(Integer.toString(log));
    lines.add(Integer.toString(nextFile));
    lines.addAll(segments);
    lines.add(sum(lines));
    Path next = folder.resolve(NAME + ".next");
    try {
      try (FileChannel out =
          FileChannel.open(
              next,
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE)) {
        ByteBuffer bytes =
            ByteBuffer.wrap(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
        while (bytes.hasRemaining()) {
          out.write(bytes);
        }
        out.force(true);
      }
      Files.move(next, folder.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
      forceFolder(folder);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Makes new and renamed files of a folder survive a crash. */
  static void forceFolder(Path folder) throws IOException {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }

  private static String sum(List<String> lines) {
    CRC32C crc = new CRC32C();
    crc.update(String.join("\n", lines).getBytes(StandardCharsets.UTF_8));
    return "sum " + Long.toHexString(crc.getValue());
  }
}
