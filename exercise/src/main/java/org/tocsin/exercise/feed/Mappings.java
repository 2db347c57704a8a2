package org.tocsin.exercise.feed;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The mappings that are shipped, and one that the user names. A log is recognised by its header
 * alone.
 */
public final class Mappings {
  private static final String SHIPPED = "packs/feeds";
  private static final YAMLMapper YAML = new YAMLMapper();

  private final List<FeedMapping> all;

  private Mappings(List<FeedMapping> all) {
    this.all = List.copyOf(all);
  }

  /** The shipped mappings, or only the named one. */
  public static Mappings of(@Nullable Path only) {
    return new Mappings(only == null ? shipped() : List.of(read(only)));
  }

  /** The first mapping whose required columns a header has. */
  public Optional<FeedMapping> find(List<String> header) {
    return all.stream().filter(m -> m.recognises(header)).findFirst();
  }

  /** What to say about a header nobody recognises: the nearest mapping and what it misses. */
  String whyNot(List<String> header) {
    StringBuilder text = new StringBuilder();
    for (FeedMapping m : all) {
      List<String> missing =
          m.required().stream()
              .filter(
                  c -> m.columns().getOrDefault(c, List.of()).stream().noneMatch(header::contains))
              .map(c -> String.join("/", m.columns().getOrDefault(c, List.of(c))))
              .toList();
      text.append("\n  ").append(m.id()).append(" misses ").append(missing);
    }
    return text.toString();
  }

  static FeedMapping read(Path file) {
    try (InputStream in = Files.newInputStream(file)) {
      return YAML.readValue(in, FeedMapping.class);
    } catch (IOException | JacksonException e) {
      throw new FeedException("mapping " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<FeedMapping> shipped() {
    URL at = Mappings.class.getClassLoader().getResource(SHIPPED + "/san-francisco.yaml");
    if (at == null) {
      throw new FeedException("the shipped mappings (" + SHIPPED + ") are not on the class path");
    }
    try {
      URI uri = at.toURI();
      if (!"jar".equals(uri.getScheme())) {
        return readAll(Path.of(uri).resolveSibling(""));
      }
      try (FileSystem jar = FileSystems.newFileSystem(uri, Map.of())) {
        return readAll(jar.getPath("/" + SHIPPED));
      }
    } catch (IOException | URISyntaxException e) {
      throw new FeedException("the shipped mappings cannot be read: " + e.getMessage(), e);
    }
  }

  private static List<FeedMapping> readAll(Path folder) throws IOException {
    List<FeedMapping> found = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(f -> f.toString().endsWith(".yaml")).sorted().forEach(f -> found.add(read(f)));
    }
    return found;
  }
}
