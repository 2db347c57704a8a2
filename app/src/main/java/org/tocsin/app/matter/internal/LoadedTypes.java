package org.tocsin.app.matter.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Packs;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.matter.Disposition;
import org.tocsin.app.matter.IncidentType;
import org.tocsin.app.matter.IncidentTypes;

/** Types and dispositions as read at start-up; a wrong pack stops the start. */
@Component
class LoadedTypes implements IncidentTypes {
  private final Map<String, Disposition> dispositions;
  private final Map<String, IncidentType> types;

  LoadedTypes(Packs packs) {
    dispositions =
        TypePack.dispositions(
            packs.read(TypePack.DISPOSITIONS_FILE, TypesFile.DispositionsFile.class));
    types = TypePack.types(packs.read(TypePack.FILE, TypesFile.class), dispositions.keySet());
  }

  @Override
  public List<IncidentType> list() {
    return List.copyOf(types.values());
  }

  @Override
  public Optional<IncidentType> find(String code) {
    return Optional.ofNullable(types.get(code));
  }

  @Override
  public IncidentType get(String code) {
    return find(code).orElseThrow(() -> Problem.invalid("typeCode", "unknown", code));
  }

  @Override
  public List<Disposition> dispositions() {
    return List.copyOf(dispositions.values());
  }

  @Override
  public Optional<Disposition> disposition(String code) {
    return Optional.ofNullable(dispositions.get(code));
  }
}
