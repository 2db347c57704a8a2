package org.tocsin.exercise.feed;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds the log in a file or folder, recognises it by its header and reads it whole. */
public final class FeedReader {
  private final Mappings mappings;

  public FeedReader(Mappings mappings) {
    this.mappings = mappings;
  }

  /**
   * Reads a feed.
   *
   * @param feed a CAD log ({@code .csv} or {@code .csv.gz}) or a folder with one or more of one
   *     kind
   * @throws FeedException if nothing there is recognised, or nothing of it can be played
   */
  public Feed read(Path feed) {
    List<Path> logs = new ArrayList<>();
    FeedMapping mapping = null;
    StringBuilder passedOver = new StringBuilder();
    for (Path file : candidates(feed)) {
      List<String> header = CsvFile.of(file).header();
      Optional<FeedMapping> found = mappings.find(header);
      if (found.isEmpty()) {
        passedOver.append('\n').append(file.getFileName()).append(mappings.whyNot(header));
      } else if (mapping == null || mapping.id().equals(found.get().id())) {
        mapping = found.get();
        logs.add(file);
      }
    }
    if (mapping == null) {
      throw new FeedException(
          "no mapping recognises "
              + feed
              + "; name one with --mapping, see packs/feeds/README.md"
              + passedOver);
    }
    return read(feed, mapping, logs);
  }

  private static Feed read(Path feed, FeedMapping mapping, List<Path> logs) {
    CallAssembler calls = new CallAssembler(mapping);
    for (Path log : logs) {
      CsvFile csv = CsvFile.of(log);
      LogRow.Columns columns = new LogRow.Columns(mapping, csv.header());
      csv.rows(row -> calls.add(csv.name(), columns, row));
    }
    List<CallRecord> assembled = calls.assemble();
    if (assembled.isEmpty()) {
      throw new FeedException(
          "nothing in " + feed + " can be played; " + calls.problems().stream().limit(5).toList());
    }
    Path folder = Files.isDirectory(feed) ? feed : feed.toAbsolutePath().getParent();
    return new Feed(
        mapping.id() + "-" + digest(logs),
        folder == null ? Path.of("") : folder,
        mapping,
        assembled,
        List.copyOf(calls.problems()));
  }

  private static List<Path> candidates(Path feed) {
    if (Files.isRegularFile(feed)) {
      return List.of(feed);
    }
    if (!Files.isDirectory(feed)) {
      throw new FeedException("no such file or folder: " + feed);
    }
    try (Stream<Path> files = Files.list(feed)) {
      List<Path> found =
          files
              .filter(Files::isRegularFile)
              .filter(f -> f.toString().endsWith(".csv") || f.toString().endsWith(".csv.gz"))
              .sorted()
              .toList();
      if (found.isEmpty()) {
        throw new FeedException("no .csv or .csv.gz file in " + feed);
      }
      return found;
    } catch (IOException e) {
      throw new FeedException("cannot list " + feed + ": " + e.getMessage(), e);
    }
  }

  private static String digest(List<Path> logs) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (Path log : logs) {
        try (InputStream in = CsvFile.open(log)) {
          byte[] block = new byte[1 << 16];
          for (int n = in.read(block); n > 0; n = in.read(block)) {
            sha.update(block, 0, n);
          }
        }
      }
      return HexFormat.of().formatHex(sha.digest(), 0, 6);
    } catch (IOException e) {
      throw new FeedException("cannot read the feed: " + e.getMessage(), e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
