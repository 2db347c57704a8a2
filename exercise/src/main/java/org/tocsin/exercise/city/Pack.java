package org.tocsin.exercise.city;

import java.io.IOException;
import java.io.InputStream;
import org.tocsin.exercise.feed.FeedException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Reads the YAML files that come with this program. */
final class Pack {
  /** What a file leaves out is no, or nothing. */
  private static final YAMLMapper YAML =
      YAMLMapper.builder().disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES).build();

  private Pack() {}

  static <T> T read(String name, Class<T> type) {
    try (InputStream in = Pack.class.getClassLoader().getResourceAsStream(name)) {
      if (in == null) {
        throw new FeedException(name + " is not on the class path");
      }
      return YAML.readValue(in, type);
    } catch (IOException | JacksonException e) {
      throw new FeedException(name + " cannot be read: " + e.getMessage(), e);
    }
  }
}
