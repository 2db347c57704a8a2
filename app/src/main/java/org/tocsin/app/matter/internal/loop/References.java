package org.tocsin.app.matter.internal.loop;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.staff.Agencies;
import org.tocsin.app.staff.Officers;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.OfficerId;
import org.tocsin.matters.Field;
import org.tocsin.matters.MatterKind;

/**
 * Looks at what came in before the engine does: officers and agencies must exist and bear their own
 * names, and a masked value that comes back as it was shown is no change.
 */
@Component
class References {
  private final Officers officers;
  private final Agencies agencies;

  References(Officers officers, Agencies agencies) {
    this.officers = officers;
    this.agencies = agencies;
  }

  /**
   * The values as the engine is to read them.
   *
   * @param before what stands
   * @throws Problem INVALID for an officer or agency that does not exist
   */
  Map<String, Object> settled(
      MatterKind kind, Map<String, ? extends @Nullable Object> sent, Map<String, Object> before) {
    Map<String, Object> settled = new LinkedHashMap<>();
    List<Problem.Field> faults = new ArrayList<>();
    sent.forEach(
        (code, value) -> {
          Field field = kind.fields().get(code);
          if (value != null) {
            settled.put(code, field == null ? value : one(field, value, before.get(code), faults));
          }
        });
    if (!faults.isEmpty()) {
      throw Problem.invalid(faults);
    }
    return settled;
  }

  private Object one(
      Field field, Object value, @Nullable Object before, List<Problem.Field> faults) {
    if (before != null && Masks.isPersonal(field) && Masks.masked(field, before).equals(value)) {
      return before;
    }
    return switch (field.type()) {
      case OFFICER, AGENCY -> named(field, value, faults);
      default -> value;
    };
  }

  private Object named(Field field, Object value, List<Problem.Field> faults) {
    if (!(value instanceof Map<?, ?> reference) || reference.get("id") == null) {
      return value;
    }
    String id = String.valueOf(reference.get("id"));
    String name = name(field, id);
    if (name == null) {
      faults.add(new Problem.Field(field.code(), "unknown", List.of(id)));
      return value;
    }
    return Map.of("id", id, "text", name);
  }

  private @Nullable String name(Field field, String id) {
    try {
      UUID uuid = UUID.fromString(id);
      return switch (field.type()) {
        case OFFICER -> officers.find(new OfficerId(uuid)).map(o -> o.displayName()).orElse(null);
        default -> agencies.find(new AgencyId(uuid)).map(a -> a.nameZh()).orElse(null);
      };
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
