package org.tocsin.app.matter.internal.loop;

import static org.tocsin.app.matter.internal.Rows.at;
import static org.tocsin.app.matter.internal.Rows.instant;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.RetentionRule;
import org.tocsin.app.foundation.RetentionSource;
import org.tocsin.matters.Field;
import org.tocsin.matters.MatterKind;

/**
 * The retention that declarations ask for: of each kind one rule for its personal fields, the files
 * of its proofs and the text of its printed forms, and one for every field with a term of its own.
 * The period begins when the matter is closed.
 */
@Component
class DeclaredRetention implements RetentionSource {
  private final LoopKinds kinds;
  private final ProofStore proofs;
  private final PrintStore prints;
  private final JdbcClient jdbc;

  DeclaredRetention(LoopKinds kinds, ProofStore proofs, PrintStore prints, JdbcClient jdbc) {
    this.kinds = kinds;
    this.proofs = proofs;
    this.prints = prints;
    this.jdbc = jdbc;
  }

  @Override
  public List<RetentionRule> rules() {
    List<RetentionRule> rules = new ArrayList<>();
    for (MatterKind kind : kinds.inUse()) {
      rules.add(new Rule(kind, null));
      kind.personalFields().stream()
          .filter(f -> f.personal().flatMap(Field.Personal::keepDays).isPresent())
          .forEach(f -> rules.add(new Rule(kind, f)));
    }
    return rules;
  }

  /** One rule; the kind's own where no field is named. */
  private final class Rule implements RetentionRule {
    private final MatterKind kind;
    private final @Nullable Field field;

    Rule(MatterKind kind, @Nullable Field field) {
      this.kind = kind;
      this.field = field;
    }

    @Override
    public String code() {
      return "matter." + kind.code() + (field == null ? "" : "." + field.code());
    }

    @Override
    public Optional<Terms> terms() {
      var basis = kind.retention().basis();
      int days = kind.retention().keepDays();
      if (field != null && field.personal().isPresent()) {
        days = field.personal().get().keepDays().orElse(days);
        basis = field.personal().get().basis().orElse(basis);
      }
      return Optional.of(new Terms(days, Sayings.text(basis)));
    }

    @Override
    public List<String> fields() {
      if (field != null) {
        return List.of("matter.loop_personal." + field.code());
      }
      return Stream.concat(
              Stream.of("matter.loop_proof_content.bytes", "matter.loop_print.content"),
              kind.fields().values().stream()
                  .filter(Masks::isPersonal)
                  .filter(f -> f.personal().flatMap(Field.Personal::keepDays).isEmpty())
                  .map(f -> "matter.loop_personal." + f.code()))
          .toList();
    }

    /** The fields with a rule of their own; for the kind's rule those that it leaves alone. */
    private String[] own() {
      return field != null
          ? new String[] {field.code()}
          : kind.personalFields().stream()
              .filter(f -> f.personal().flatMap(Field.Personal::keepDays).isPresent())
              .map(Field::code)
              .toArray(String[]::new);
    }

    @Override
    public int erase(Instant before, int atMost) {
      int erased =
          jdbc.sql(
                  """
                  delete from matter.loop_personal where (matter_id, field) in (
                    select p.matter_id, p.field from matter.loop_personal p
                    where p.kind = :kind and (p.field = any(:own)) = :ownOnly and p.since < :before
                    limit :most)
                  """)
              .param("kind", kind.code())
              .param("own", own())
              .param("ownOnly", field != null)
              .param("before", at(before))
              .param("most", atMost)
              .update();
      if (field == null && erased < atMost) {
        erased += proofs.erase(kind.code(), before, atMost - erased);
      }
      if (field == null && erased < atMost) {
        erased += prints.erase(kind.code(), before, atMost - erased);
      }
      return erased;
    }

    @Override
    public Optional<Instant> oldest() {
      Optional<Instant> held =
          jdbc.sql(
                  """
                  select p.since from matter.loop_personal p
                  where p.kind = :kind and (p.field = any(:own)) = :ownOnly and p.since is not null
                  order by p.since limit 1
                  """)
              .param("kind", kind.code())
              .param("own", own())
              .param("ownOnly", field != null)
              .query((rs, n) -> instant(rs, "since"))
              .optional();
      return field != null
          ? held
          : Stream.concat(held.stream(), proofs.oldest(kind.code()).stream())
              .min(Instant::compareTo);
    }
  }
}
