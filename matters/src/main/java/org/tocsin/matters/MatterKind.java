package org.tocsin.matters;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One declared kind of matter.
 *
 * @param code its name
 * @param version 1 and up; a running matter finishes on the version it began with
 * @param names what it is called
 * @param about what it is for
 * @param rows rows of the catalogue it serves
 * @param source law or other source of the whole
 * @param number pattern of its numbers
 * @param retention how long personal fields are kept that do not say it themselves
 * @param parties outsiders whose word counts: code → label
 * @param sections of the form, in order: code → label
 * @param fields by code, in the order of the form
 * @param raise how it begins
 * @param states by code, in order; the first is the start
 * @param transitions by code, in order
 * @param clocks by code, in order
 * @param closing what every way into a closed state must have shown
 * @param links what it can be linked to
 * @param prints printed forms
 * @param migrations how matters of older versions move to this one
 * @param excluded what is left out on purpose, and why
 */
public record MatterKind(
    String code,
    int version,
    Text names,
    Text about,
    List<String> rows,
    Text source,
    NumberPattern number,
    Retention retention,
    Map<String, Text> parties,
    Map<String, Text> sections,
    Map<String, Field> fields,
    Raise raise,
    Map<String, State> states,
    Map<String, Transition> transitions,
    Map<String, Clock> clocks,
    Closing closing,
    Map<String, Link> links,
    Map<String, PrintForm> prints,
    List<Migration> migrations,
    List<Text> excluded) {

  /** How long personal fields are kept after closing, and why. */
  public record Retention(int keepDays, Text basis) {}

  /**
   * How a matter begins.
   *
   * @param by who may raise it
   * @param asks the fields asked
   * @param proof the proof handed in
   */
  public record Raise(By by, List<String> asks, List<ProofKind.Needed> proof) {}

  /** What a matter can be linked to: codes of kinds, or {@code incident}. */
  public record Link(String code, Text names, Set<String> kinds) {}

  /** How matters of one older version move here: its states to these. */
  public record Migration(int from, Map<String, String> states) {}

  /** The state of a new matter. */
  public String start() {
    return states.keySet().iterator().next();
  }

  /** The state of that name. */
  public State state(String code) {
    State found = states.get(code);
    if (found == null) {
      throw new IllegalArgumentException(this.code + " has no state " + code);
    }
    return found;
  }

  /** The field of that name. */
  public Field field(String code) {
    Field found = fields.get(code);
    if (found == null) {
      throw new IllegalArgumentException(this.code + " has no field " + code);
    }
    return found;
  }

  /** The fields that name who is rated or complained of. */
  public List<Field> subjectFields() {
    return fields.values().stream().filter(Field::subject).toList();
  }

  /** The fields that are personal data, those inside lines left to their list. */
  public List<Field> personalFields() {
    return fields.values().stream().filter(f -> f.personal().isPresent()).toList();
  }

  /** The fields of these names, in the order of the form. */
  public List<Field> fields(Iterable<String> codes) {
    Set<String> wanted = new HashSet<>();
    codes.forEach(wanted::add);
    return fields.values().stream().filter(f -> wanted.contains(f.code())).toList();
  }

  /** The transitions that leave from a state, in order. */
  public List<Transition> exits(String state) {
    return transitions.values().stream().filter(t -> t.from().contains(state)).toList();
  }

  /** The clock of that name. */
  public Optional<Clock> clock(String code) {
    return Optional.ofNullable(clocks.get(code));
  }

  /** The transition of that name. */
  public Optional<Transition> transition(String code) {
    return Optional.ofNullable(transitions.get(code));
  }
}
