package org.tocsin.app.foundation.internal;

import java.nio.charset.StandardCharsets;
import java.util.SortedMap;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The bytes of an audit entry that a hash chain or Merkle tree may be built over: UTF-8 JSON,
 * members sorted by name, no white space, null members left out, instants in ISO-8601 UTC cut to
 * microseconds, numbers and text as JSON gives them.
 */
final class CanonicalBytes {
  private static final JsonMapper SORTED =
      JsonMapper.builder()
          .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
          .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
          .addModule(new IdJsonModule())
          .build();

  private CanonicalBytes() {}

  static byte[] of(SortedMap<String, Object> members) {
    return SORTED.writeValueAsString(members).getBytes(StandardCharsets.UTF_8);
  }
}
