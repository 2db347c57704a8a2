package org.tocsin.app.foundation;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something was refused, for a reason a person can read and mend. Mapped once to RFC 9457 problem
 * details ({@code application/problem+json}) with members {@code code}, {@code mend}, {@code
 * fields} and the {@link #with extras}.
 */
public final class Problem extends RuntimeException {
  /**
   * One bad field of the input.
   *
   * @param field its path, for example {@code place.lat}
   * @param code the reason, a key of {@code problems*.properties} under {@code field.}
   * @param args what the reason's words need
   */
  public record Field(String field, String code, List<Object> args) {}

  /**
   * A kind of thing, told by its name in the reader's language.
   *
   * @param name its English name in code, for example {@code event file}; its words are a key of
   *     {@code problems*.properties} under {@code thing.}
   */
  record Thing(String name) {
    String key() {
      return "thing." + name.replace(' ', '-').replace('_', '-');
    }

    @Override
    public String toString() {
      return name;
    }
  }

  private final ProblemCode code;
  private final List<Object> args;
  private final List<Field> fields;
  private final Map<String, Object> extras = new LinkedHashMap<>();

  private Problem(ProblemCode code, List<Object> args, List<Field> fields) {
    super(code + " " + args + (fields.isEmpty() ? "" : " " + fields));
    this.code = code;
    this.args = args;
    this.fields = fields;
  }

  /** There is no such thing, or it is out of the actor's sight: the two are not told apart. */
  public static Problem notFound(String what, Object id) {
    return new Problem(ProblemCode.NOT_FOUND, List.of(new Thing(what), id.toString()), List.of());
  }

  /** The actor lacks the permission. */
  public static Problem forbidden(Permission permission) {
    return new Problem(ProblemCode.FORBIDDEN, List.of(permission.name()), List.of());
  }

  /** Nobody is signed in. */
  public static Problem unauthenticated() {
    return new Problem(ProblemCode.UNAUTHENTICATED, List.of(), List.of());
  }

  /** One field is wrong. */
  public static Problem invalid(String field, String reason, Object... args) {
    return invalid(List.of(new Field(field, reason, List.of(args))));
  }

  /** Several fields are wrong. */
  public static Problem invalid(List<Field> fields) {
    return new Problem(
        ProblemCode.INVALID, List.of(fields.getFirst().field()), List.copyOf(fields));
  }

  /** A rule says no. */
  public static Problem refused(ProblemCode code, Object... args) {
    return new Problem(code, List.of(args), List.of());
  }

  /** Someone else changed the thing since the actor saw it. */
  public static Problem stale(String what, Object id, String whoChanged, Instant when) {
    return new Problem(
            ProblemCode.STALE,
            List.of(new Thing(what), id.toString(), whoChanged, when.toString()),
            List.of())
        .with("changedBy", whoChanged)
        .with("changedAt", when);
  }

  /** The input is larger than allowed. */
  public static Problem tooLarge(String what, long limit) {
    return new Problem(ProblemCode.TOO_LARGE, List.of(what, limit), List.of());
  }

  /** The same idempotency key came with another request. */
  public static Problem keyReused(String key) {
    return new Problem(ProblemCode.KEY_REUSED, List.of(key), List.of());
  }

  /** Adds a member to the problem details, for programs. */
  public Problem with(String member, @Nullable Object value) {
    if (value != null) {
      extras.put(member, value);
    }
    return this;
  }

  /** What was refused. */
  public ProblemCode code() {
    return code;
  }

  /** What the words need. */
  public List<Object> args() {
    return args;
  }

  /** The bad fields. */
  public List<Field> fields() {
    return fields;
  }

  /** Further members for programs. */
  public Map<String, Object> extras() {
    return extras;
  }
}
