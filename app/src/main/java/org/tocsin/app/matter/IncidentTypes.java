package org.tocsin.app.matter;

import java.util.List;
import java.util.Optional;
import org.tocsin.app.foundation.Text;

/** The incident types and dispositions of this installation, read from packs at start-up. */
public interface IncidentTypes {
  List<IncidentType> list();

  Optional<IncidentType> find(String code);

  /**
   * @throws org.tocsin.app.foundation.Problem INVALID on field {@code typeCode} if unknown
   */
  IncidentType get(String code);

  List<Disposition> dispositions();

  Optional<Disposition> disposition(String code);

  /** The names of a code that may be unknown: then the code itself. */
  default Text name(String code) {
    return find(code)
        .map(t -> new Text(t.nameZh(), t.nameEn()))
        .orElseGet(() -> new Text(code, code));
  }
}
