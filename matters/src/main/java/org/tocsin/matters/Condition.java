package org.tocsin.matters;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What must hold of a matter's fields for a field to be asked or a transition to be open. */
public sealed interface Condition {
  /** The field has this value. */
  record Is(String field, String value) implements Condition {}

  /** The field has one of these values. */
  record In(String field, List<String> values) implements Condition {}

  /** The field is filled, or is not. */
  record IsSet(String field, boolean set) implements Condition {}

  /** The amount is at least this. */
  record AtLeast(String field, long amount) implements Condition {}

  /** The amount is at most this. */
  record AtMost(String field, long amount) implements Condition {}

  /** All hold. */
  record All(List<Condition> of) implements Condition {}

  /** At least one holds. */
  record Any(List<Condition> of) implements Condition {}

  /** The fields it speaks of. */
  default Set<String> fields() {
    return switch (this) {
      case Is c -> Set.of(c.field());
      case In c -> Set.of(c.field());
      case IsSet c -> Set.of(c.field());
      case AtLeast c -> Set.of(c.field());
      case AtMost c -> Set.of(c.field());
      case All c -> union(c.of());
      case Any c -> union(c.of());
    };
  }

  private static Set<String> union(List<Condition> all) {
    return all.stream()
        .flatMap(c -> Stream.of(c.fields()).flatMap(Set::stream))
        .collect(Collectors.toUnmodifiableSet());
  }
}
