package org.tocsin.app.foundation;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Reads packs: configuration in YAML, shipped with Tocsin and overridable file by file with {@code
 * tocsin.packs}.
 */
@Component
public class Packs {
  private static final YAMLMapper YAML =
      YAMLMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .build();

  private final @Nullable Path folder;

  Packs(@Value("${tocsin.packs:}") String folder) {
    this.folder = folder.isBlank() ? null : Path.of(folder);
  }

  /**
   * Reads one file.
   *
   * @param name relative to the packs folder, for example {@code incident-types.yaml}
   * @throws PackException naming file, line and what is wrong
   */
  public <T> T read(String name, Class<T> type) {
    try (InputStream in = open(name)) {
      return YAML.readValue(in, type);
    } catch (JacksonException e) {
      var at = e.getLocation();
      throw new PackException(
          "packs/%s line %s: %s"
              .formatted(name, at == null ? "?" : at.getLineNr(), e.getOriginalMessage()),
          e);
    } catch (IOException e) {
      throw new PackException("packs/%s cannot be read: %s".formatted(name, e.getMessage()), e);
    }
  }

  /**
   * The text of every YAML file of a folder, shipped or of the installation (which comes first), by
   * file name in order.
   *
   * @param sub relative to the packs folder, for example {@code matters}
   */
  public SortedMap<String, String> texts(String sub) {
    SortedMap<String, String> texts = new TreeMap<>();
    try {
      for (Resource file :
          new PathMatchingResourcePatternResolver()
              .getResources("classpath*:packs/" + sub + "/*.yaml")) {
        texts.put(String.valueOf(file.getFilename()), file.getContentAsString(UTF_8));
      }
      if (folder != null && Files.isDirectory(folder.resolve(sub))) {
        try (Stream<Path> own = Files.list(folder.resolve(sub))) {
          for (Path file : own.filter(f -> f.toString().endsWith(".yaml")).sorted().toList()) {
            texts.put(file.getFileName().toString(), Files.readString(file));
          }
        }
      }
      return texts;
    } catch (IOException e) {
      throw new PackException("packs/%s cannot be read: %s".formatted(sub, e.getMessage()), e);
    }
  }

  private InputStream open(String name) throws IOException {
    if (folder != null && Files.isRegularFile(folder.resolve(name))) {
      return Files.newInputStream(folder.resolve(name));
    }
    return new ClassPathResource("packs/" + name).getInputStream();
  }

  /** A pack is wrong; the instance does not start with it. */
  public static final class PackException extends RuntimeException {
    public PackException(String message, @Nullable Throwable cause) {
      super(message, cause);
    }

    public PackException(String message) {
      super(message);
    }
  }
}
