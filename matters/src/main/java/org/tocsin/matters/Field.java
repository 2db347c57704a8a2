package org.tocsin.matters;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One field of a form.
 *
 * @param code its name in JSON, camel case
 * @param names the label
 * @param type what it holds
 * @param required whether it must be filled wherever it is asked and {@code when} holds
 * @param section the section it stands in
 * @param when asked only if this holds
 * @param personal set if it is personal data
 * @param options of a choice, in order: code → label
 * @param lines sub-fields of a {@link FieldType#LINES} field
 * @param limits lower and upper limit
 * @param source where the client looks for suggestions, e.g. {@code registry.address}
 * @param subject whether it names the officer or agency rated or complained of
 * @param multiple whether a choice or file takes several
 * @param sum for a computed field: {@code listField.subField}
 * @param hint a word of help below the field
 */
public record Field(
    String code,
    Text names,
    FieldType type,
    boolean required,
    Optional<String> section,
    Optional<Condition> when,
    Optional<Personal> personal,
    Map<String, Text> options,
    List<Field> lines,
    Limits limits,
    Optional<String> source,
    boolean subject,
    boolean multiple,
    Optional<String> sum,
    Optional<Text> hint) {

  /** How a personal value is hidden from those without need. */
  public enum Mask {
    NAME,
    PHONE,
    IDNUMBER,
    ADDRESS,
    ALL
  }

  /**
   * That a field is personal data.
   *
   * @param mask how it is hidden
   * @param keepDays days from closing until it is emptied; the kind's own retention if empty
   * @param basis why it is kept so long
   * @param readers roles that may see it unmasked with a ground; empty: whoever may work on it
   */
  public record Personal(
      Mask mask, Optional<Integer> keepDays, Optional<Text> basis, Set<String> readers) {}

  /**
   * Limits of a value: of an amount its value, of text its length, of lines and files their count.
   *
   * @param min the least
   * @param max the most
   * @param minField another field whose value is the least
   * @param maxField another field whose value is the most
   */
  public record Limits(
      Optional<Long> min,
      Optional<Long> max,
      Optional<String> minField,
      Optional<String> maxField) {
    /** No limits. */
    public static final Limits NONE =
        new Limits(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /** Whether its value is computed and never asked. */
  public boolean computed() {
    return sum.isPresent();
  }
}
