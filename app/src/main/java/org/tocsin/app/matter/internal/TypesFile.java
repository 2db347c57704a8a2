package org.tocsin.app.matter.internal;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.matter.IncidentType;

/** {@code packs/incident-types.yaml} as written; anything may be missing until it is checked. */
record TypesFile(
    @JsonProperty("disposition-sets") @Nullable Map<String, List<String>> dispositionSets,
    @Nullable Map<String, QuestionEntry> questions,
    @Nullable List<TypeEntry> types) {

  record QuestionEntry(
      @Nullable String zh, @Nullable String en, @Nullable List<OptionEntry> options) {}

  record OptionEntry(
      @Nullable String code,
      @Nullable String key,
      @Nullable String zh,
      @Nullable String en,
      @JsonProperty("raises-to") @Nullable Integer raisesTo) {}

  record TypeEntry(
      @Nullable String code,
      @Nullable String zh,
      @Nullable String en,
      IncidentType.@Nullable Group group,
      @Nullable Boolean help,
      @Nullable Integer priority,
      @JsonProperty("run-card") @Nullable String runCard,
      @Nullable String dispositions,
      @Nullable List<String> questions,
      @Nullable List<String> words,
      @Nullable List<String> confused) {}

  /** {@code packs/dispositions.yaml} as written. */
  record DispositionsFile(@Nullable List<DispositionEntry> dispositions) {}

  record DispositionEntry(
      @Nullable String code, @Nullable String zh, @Nullable String en, @Nullable Boolean note) {}
}
