package org.tocsin.app.foundation.internal.archive;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a backup holds; the entry {@code manifest.json} of its zip.
 *
 * @param format of the backup itself; this program writes and reads {@link #FORMAT}
 * @param version of Tocsin that wrote it
 * @param at when its snapshot was taken
 * @param kind of the installation: {@code demo} or {@code empty}, or "" when it does not say
 * @param rooms the migrated version of each room's schema
 * @param tables each with its proof
 * @param sequences as they stood
 * @param keys names of the key files in it
 */
record Manifest(
    int format,
    String version,
    Instant at,
    String kind,
    Map<String, String> rooms,
    List<TableProof> tables,
    List<SequenceState> sequences,
    List<String> keys) {
  static final int FORMAT = 1;
  static final String ENTRY = "manifest.json";

  /**
   * @param columns in the order in which they are copied
   * @param rows how many
   * @param sha256 of the table's rows as PostgreSQL's COPY writes them, ordered by key; hexadecimal
   */
  record TableProof(String schema, String name, List<String> columns, long rows, String sha256) {
    String qualified() {
      return schema + "." + name;
    }

    String entry() {
      return "tables/" + qualified() + ".copy";
    }
  }

  record SequenceState(String schema, String name, long last, boolean called) {}
}
