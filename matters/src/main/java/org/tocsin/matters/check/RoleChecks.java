package org.tocsin.matters.check;

import java.util.List;
import java.util.Set;
import org.tocsin.matters.Field;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.check.Report.Words;

/** Checks that the roles a declaration names exist, where it is known which do. */
final class RoleChecks {
  private final MatterKind kind;
  private final Report report;
  private final List<String> known;

  RoleChecks(MatterKind kind, Report report, Known known) {
    this.kind = kind;
    this.report = report;
    this.known = known.roles().stream().sorted().toList();
  }

  void check() {
    if (known.isEmpty()) {
      return;
    }
    roles(kind.raise().by().roles(), "raise.by.roles");
    kind.transitions()
        .values()
        .forEach(t -> roles(t.by().roles(), "transitions." + t.code() + ".by.roles"));
    kind.clocks()
        .values()
        .forEach(
            c -> {
              String path = "clocks." + c.code();
              c.pause().ifPresent(p -> roles(p.by().roles(), path + ".pause.by.roles"));
              c.extend().ifPresent(e -> roles(e.by().roles(), path + ".extend.by.roles"));
            });
    kind.fields().values().forEach(f -> readers(f, "fields." + f.code()));
  }

  private void readers(Field f, String path) {
    f.personal().ifPresent(p -> roles(p.readers(), path + ".personal.readers"));
    f.lines().forEach(sub -> readers(sub, path + ".lines." + sub.code()));
  }

  private void roles(Set<String> roles, String path) {
    roles.stream().filter(r -> !known.contains(r)).forEach(r -> report.at(path, unknown(r)));
  }

  private Words unknown(String role) {
    String all = String.join(", ", known);
    return Say.say(
        "没有角色“%s”".formatted(role),
        "there is no role '%s'".formatted(role),
        "可用的有：%s；或先在 roles.yaml 中加上".formatted(all),
        "use one of %s, or add it to roles.yaml first".formatted(all));
  }
}
