package org.tocsin.app.foundation.internal;

import java.util.List;
import org.tocsin.app.foundation.Packs.PackException;
import org.tocsin.app.foundation.RetentionRule;
import org.tocsin.app.foundation.Text;

/** {@code packs/retention.yaml}. */
record RetentionPack(List<Row> rules) {
  static final String FILE = "retention.yaml";

  /** How many whole days a rule keeps, and by what right. */
  record Row(String code, int keepDays, Text basis) {
    Row {
      if (keepDays < 1) {
        throw new PackException("packs/%s: %s keeps less than a day".formatted(FILE, code));
      }
    }
  }

  /** A rule without its row, or a row without its rule, keeps the instance from starting. */
  Row of(RetentionRule rule) {
    return rules.stream()
        .filter(row -> row.code().equals(rule.code()))
        .findFirst()
        .orElseThrow(
            () -> new PackException("packs/%s does not say %s".formatted(FILE, rule.code())));
  }

  void checkAgainst(List<RetentionRule> known) {
    known.forEach(this::of);
    for (Row row : rules) {
      if (known.stream().noneMatch(rule -> rule.code().equals(row.code()))) {
        throw new PackException("packs/%s: no room knows %s".formatted(FILE, row.code()));
      }
    }
  }
}
