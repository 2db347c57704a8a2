package org.tocsin.app.dispatch.internal;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tocsin.app.foundation.Packs.PackException;
import org.tocsin.app.foundation.Text;

/** What can be sent, from {@code packs/unit-types.yaml}. */
final class UnitTypes {
  static final String FILE = "unit-types.yaml";

  /** The pack. */
  record File(List<UnitType> unitTypes) {}

  /**
   * One type.
   *
   * @param patrols whether such units usually stand in the street rather than at home
   */
  record UnitType(String code, String zh, String en, boolean patrols) {}

  private final Map<String, UnitType> types = new LinkedHashMap<>();

  UnitTypes(File file) {
    for (UnitType type : file.unitTypes()) {
      if (types.put(type.code(), type) != null) {
        throw new PackException("packs/" + FILE + ": type " + type.code() + " stands there twice");
      }
    }
  }

  Optional<UnitType> find(String code) {
    return Optional.ofNullable(types.get(code));
  }

  List<UnitType> list() {
    return List.copyOf(types.values());
  }

  /** The names; the code itself where it is unknown. */
  Text name(String code) {
    return find(code).map(t -> new Text(t.zh(), t.en())).orElseGet(() -> new Text(code, code));
  }
}
