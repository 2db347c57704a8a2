package org.tocsin.exercise.feed;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a published CAD log is read: which column means what, and which of our codes its words stand
 * for. One YAML file under {@code packs/feeds}; see {@code packs/feeds/README.md}.
 *
 * @param columns our name of a column → the names it is published under, in the order tried
 * @param required the columns that a header must have to be recognised
 * @param timeFormats patterns of {@link java.time.format.DateTimeFormatter}, in the order tried
 * @param constants values of columns that the log does not have, such as the channel
 */
public record FeedMapping(
    String id,
    Text name,
    ZoneId zone,
    String locale,
    List<String> timeFormats,
    Map<String, List<String>> columns,
    List<String> required,
    @Nullable Map<String, String> constants,
    Codes callTypes,
    Codes unitTypes,
    Codes priorities,
    Codes dispositions,
    @Nullable Map<String, String> channels,
    @Nullable Map<String, CallRecord.Ending> endings,
    Tree agencies,
    Homes homes,
    @Nullable List<Import> imports,
    @Nullable Files files) {

  /** A text in both languages of the screen. */
  public record Text(String zh, String en) {
    public Text with(String code) {
      return new Text(zh.replace("{code}", code), en.replace("{code}", code));
    }
  }

  /** The log's words → our codes; what is not named becomes {@code otherwise} and is noted. */
  public record Codes(Map<String, String> map, String otherwise) {
    public @Nullable String find(String word) {
      return map.get(word.strip());
    }
  }

  /** The three levels of agencies that a log implies. */
  public record Tree(
      String rootCode, Text root, String groupPrefix, Text group, String areaPrefix, Text area) {}

  /** Where units live: the area a unit's call sign names, if it names one. */
  public record Homes(@Nullable String pattern, String areaFormat) {}

  /** A file beside the feed that the server should have first. */
  public record Import(String kind, List<String> paths) {}

  /** Further files beside the log: units with homes, positions in time, agencies. */
  public record Files(
      @Nullable String units, @Nullable String positions, @Nullable String agencies) {}

  public Map<String, String> constantsOrNone() {
    return constants == null ? Map.of() : constants;
  }

  public List<Import> importsOrNone() {
    return imports == null ? List.of() : imports;
  }

  public Files filesOrNone() {
    return files == null ? new Files(null, null, null) : files;
  }

  /** Whether a header has every required column under one of its names. */
  public boolean recognises(List<String> header) {
    return required.stream()
        .allMatch(c -> columns.getOrDefault(c, List.of()).stream().anyMatch(header::contains));
  }
}
