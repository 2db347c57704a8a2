package org.tocsin.app.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A coded kind of incident, from {@code packs/incident-types.yaml}.
 *
 * @param help whether it is a request for help rather than a crime, an offence or an accident
 * @param defaultPriority 1 (most urgent) to 4
 * @param words what a call-taker may type to find it, in Chinese, pinyin initials and English
 * @param runCard the run card of dispatch that says what to send
 * @param dispositions codes of the dispositions allowed at closing
 * @param confusedWith codes of the types that callers describe in the same words; used to find
 *     duplicates
 */
public record IncidentType(
    String code,
    String nameZh,
    String nameEn,
    Group group,
    boolean help,
    int defaultPriority,
    List<String> words,
    List<Question> questions,
    String runCard,
    List<String> dispositions,
    List<String> confusedWith) {

  /** The families of types in figures. */
  public enum Group {
    CRIME,
    PUBLIC_ORDER,
    TRAFFIC,
    FIRE_RESCUE,
    MEDICAL,
    HELP,
    OTHER
  }

  /** A question the call-taker asks; no options means that the answer is free text. */
  public record Question(String code, String zh, String en, List<Option> options) {}

  /**
   * One answer that takes one key.
   *
   * @param key the single character that chooses it
   * @param raisesPriorityTo the least priority number the incident gets by this answer, if any
   */
  public record Option(
      String code, String zh, String en, String key, @Nullable Integer raisesPriorityTo) {}
}
