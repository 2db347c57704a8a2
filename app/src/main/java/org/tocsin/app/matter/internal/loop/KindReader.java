package org.tocsin.app.matter.internal.loop;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.tocsin.app.matter.KindProposal;
import org.tocsin.app.staff.HeldRoles;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.check.Declarations;
import org.tocsin.matters.check.Defect;
import org.tocsin.matters.check.Known;

/** Reads and proves declarations against this installation's roles. */
@Component
class KindReader {
  private final HeldRoles roles;

  KindReader(HeldRoles roles) {
    this.roles = roles;
  }

  /** What came of reading one declaration: the kind, or what is wrong. */
  record Reading(Optional<MatterKind> kind, List<KindProposal.Defect> defects) {}

  /** A new declaration, which may name these other kinds. */
  Reading read(String file, String yaml, Set<String> kinds) {
    return reading(Declarations.readText(file, yaml, new Known(roles.names().keySet(), kinds)));
  }

  /** A declaration that was proved when it came in; roles may have gone since. */
  Reading readKept(String file, String yaml) {
    return reading(Declarations.readText(file, yaml, Known.NONE));
  }

  /** A whole folder, where kinds may name each other. */
  Declarations readAll(Map<String, String> texts) {
    return Declarations.readTexts(texts, Known.roles(roles.names().keySet()));
  }

  private static Reading reading(Declarations read) {
    List<KindProposal.Defect> defects = read.defects().stream().map(KindReader::defect).toList();
    return new Reading(
        defects.isEmpty() ? read.kinds().stream().findFirst() : Optional.empty(), defects);
  }

  private static KindProposal.Defect defect(Defect d) {
    return new KindProposal.Defect(
        d.line(), d.column(), Sayings.text(d.message()), Sayings.text(d.mend()), d.path());
  }
}
