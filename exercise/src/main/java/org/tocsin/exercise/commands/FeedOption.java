package org.tocsin.exercise.commands;

import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.tocsin.exercise.feed.Feed;
import org.tocsin.exercise.feed.FeedException;
import org.tocsin.exercise.feed.FeedReader;
import org.tocsin.exercise.feed.Mappings;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which feed to play: a file, a folder, or its first hours. */
final class FeedOption {
  @Parameters(
      arity = "0..1",
      paramLabel = "FEED",
      description = "a CAD log (.csv, .csv.gz) or a folder with one")
  @Nullable Path feed;

  @Option(names = "--feed", description = "the same as FEED")
  @Nullable Path named;

  @Option(
      names = "--mapping",
      description = "a mapping file; by default the log is recognised by its header")
  @Nullable Path mapping;

  @Option(names = "--hours", description = "play only the calls of the first hours")
  int hours;

  Path path() {
    Path path = feed == null ? named : feed;
    if (path == null) {
      throw new FeedException("no FEED given");
    }
    return path;
  }

  Feed read() {
    Feed whole = new FeedReader(Mappings.of(mapping)).read(path());
    return hours > 0 ? whole.until(whole.first().plus(Duration.ofHours(hours))) : whole;
  }
}
