package org.tocsin.app.foundation;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tocsin.kernel.Id;
import org.tocsin.kernel.MatterId;

/**
 * What is to be written into the audit log. Who, when and from where are added by the {@link
 * Ledger}.
 *
 * @param action what was done, as {@code thing.verb} in the past tense: {@code incident.closed}
 * @param matter on which matter
 * @param subject on which other thing, as {@code type:id}
 * @param why the reason given
 * @param detail further facts; no secrets, personal data masked
 */
public record Audit(
    String action,
    @Nullable MatterId matter,
    @Nullable String subject,
    @Nullable String why,
    Map<String, Object> detail) {

  /** An entry for the action. */
  public static Audit of(String action) {
    return new Audit(action, null, null, null, Map.of());
  }

  /** On the matter. */
  public Audit on(MatterId on) {
    return new Audit(action, on, subject, why, detail);
  }

  /** About a thing other than a matter. */
  public Audit about(String type, Id id) {
    return about(type, id.toString());
  }

  /** About a thing other than a matter. */
  public Audit about(String type, String id) {
    return new Audit(action, matter, type + ":" + id, why, detail);
  }

  /** For the reason. */
  public Audit why(@Nullable String reason) {
    return new Audit(action, matter, subject, reason, detail);
  }

  /** With a further fact; null values are left out. */
  public Audit detail(String name, @Nullable Object value) {
    if (value == null) {
      return this;
    }
    Map<String, Object> more = new TreeMap<>(detail);
    more.put(name, value instanceof Id id ? id.toString() : value);
    return new Audit(action, matter, subject, why, more);
  }
}
