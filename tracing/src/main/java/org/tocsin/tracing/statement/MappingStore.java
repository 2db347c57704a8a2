package org.tocsin.tracing.statement;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what a person settled about a layout, one small JSON file a layout in a folder, named
 * after the fingerprint of its heading. A file of another release, or one that is broken, is as if
 * it were not there.
 */
public final class MappingStore {
  private final @Nullable Path folder;

  private MappingStore(@Nullable Path folder) {
    this.folder = folder;
  }

  /** Keeps them in a folder, which is made when first needed. */
  public static MappingStore in(Path folder) {
    return new MappingStore(folder);
  }

  /** Remembers nothing. */
  public static MappingStore none() {
    return new MappingStore(null);
  }

  /** What identifies a layout: its headings, in order. */
  static String fingerprint(List<String> headings) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      headings.forEach(
          h -> digest.update((Text.heading(h) + "\n").getBytes(StandardCharsets.UTF_8)));
      return HexFormat.of().formatHex(digest.digest()).substring(0, 24);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /** The columns, sign and debit rule settled for this heading; the rest as guessed. */
  Optional<Mapping> find(Mapping guessed) {
    Path file = folder == null ? null : folder.resolve(fingerprint(guessed.headings()) + ".json");
    if (file == null || !Files.isRegularFile(file)) {
      return Optional.empty();
    }
    try {
      Map<String, Object> json = Json.object(Json.parse(Files.readString(file)));
      var columns = new EnumMap<Column, Integer>(Column.class);
      for (Map.Entry<String, Object> one : Json.object(json.get("columns")).entrySet()) {
        int at = Integer.parseInt(String.valueOf(one.getValue())) - 1;
        if (at >= 0 && at < guessed.headings().size()) {
          columns.put(Column.valueOf(one.getKey()), at);
        }
      }
      return Optional.of(
          new Mapping(
              guessed.headingRow(),
              guessed.headingRows(),
              guessed.headings(),
              columns,
              Mapping.Sign.valueOf(String.valueOf(json.get("sign"))),
              Boolean.parseBoolean(String.valueOf(json.get("debitIsOut"))),
              guessed.ownAccount(),
              List.of("列对应取自上次确认 (columns as settled before)")));
    } catch (IOException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  /**
   * Remembers a mapping; written beside and moved into place, so that a crash leaves the old one.
   */
  void keep(Mapping mapping) throws IOException {
    if (folder == null) {
      return;
    }
    Files.createDirectories(folder);
    String name = fingerprint(mapping.headings()) + ".json";
    var lines = new ArrayList<String>();
    mapping.columns().entrySet().stream()
        .sorted(Map.Entry.comparingByValue())
        .forEach(
            e -> lines.add("    " + Json.quoted(e.getKey().name()) + ": " + (e.getValue() + 1)));
    String json =
        "{\n  \"headings\": ["
            + String.join(", ", mapping.headings().stream().map(Json::quoted).toList())
            + "],\n  \"columns\": {\n"
            + String.join(",\n", lines)
            + "\n  },\n  \"sign\": "
            + Json.quoted(mapping.sign().name())
            + ",\n  \"debitIsOut\": "
            + mapping.debitIsOut()
            + "\n}\n";
    Path beside = Files.writeString(folder.resolve(name + ".new"), json);
    Files.move(
        beside,
        folder.resolve(name),
        StandardCopyOption.REPLACE_EXISTING,
        StandardCopyOption.ATOMIC_MOVE);
  }
}
