package org.tocsin.app.matter.internal;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tocsin.app.matter.Disposition;
import org.tocsin.app.matter.IncidentType;
import org.tocsin.app.matter.IncidentType.Option;
import org.tocsin.app.matter.IncidentType.Question;
import org.tocsin.app.matter.internal.TypesFile.OptionEntry;
import org.tocsin.app.matter.internal.TypesFile.QuestionEntry;
import org.tocsin.app.matter.internal.TypesFile.TypeEntry;

/** Turns the written types and dispositions into checked ones. */
final class TypePack {
  static final String FILE = "incident-types.yaml";
  static final String DISPOSITIONS_FILE = "dispositions.yaml";
  private final Defects defects = new Defects(FILE);
  private final Map<String, List<String>> sets;
  private final Map<String, Question> questions = new LinkedHashMap<>();
  private final Map<String, IncidentType> types = new LinkedHashMap<>();

  private TypePack(TypesFile file, Set<String> dispositions) {
    sets = orEmpty(file.dispositionSets());
    sets.forEach((name, codes) -> checkSet(name, codes, dispositions));
    orEmpty(file.questions()).forEach((code, entry) -> questions.put(code, question(code, entry)));
    List<TypeEntry> entries = orEmpty(file.types());
    if (entries.isEmpty()) {
      defects.add("types", "there are none", "list at least the type OTHER");
    }
    for (int i = 0; i < entries.size(); i++) {
      TypeEntry entry = entries.get(i);
      String where = "types[%d] (%s)".formatted(i, entry.code());
      if (types.put(defects.code(where, entry.code()), type(where, entry)) != null) {
        defects.add(where, "the code is there twice", "remove or rename one");
      }
    }
    checkConfused();
  }

  /**
   * The types by code, in the order of the file.
   *
   * @throws org.tocsin.app.foundation.Packs.PackException naming every defect
   */
  static Map<String, IncidentType> types(TypesFile file, Set<String> dispositions) {
    TypePack pack = new TypePack(file, dispositions);
    pack.defects.check();
    return pack.types;
  }

  /** The dispositions by code, in the order of the file. */
  static Map<String, Disposition> dispositions(TypesFile.DispositionsFile file) {
    Defects defects = new Defects(DISPOSITIONS_FILE);
    Map<String, Disposition> found = new LinkedHashMap<>();
    List<TypesFile.DispositionEntry> entries = orEmpty(file.dispositions());
    for (int i = 0; i < entries.size(); i++) {
      TypesFile.DispositionEntry entry = entries.get(i);
      String where = "dispositions[%d] (%s)".formatted(i, entry.code());
      String code = defects.code(where, entry.code());
      Disposition disposition =
          new Disposition(
              code,
              defects.text(where, "zh", entry.zh()),
              defects.text(where, "en", entry.en()),
              Boolean.TRUE.equals(entry.note()));
      if (found.put(code, disposition) != null) {
        defects.add(where, "the code is there twice", "remove one");
      }
    }
    if (!found.containsKey(Closing.NUISANCE)) {
      defects.add(
          "dispositions", "NUISANCE is missing", "add it; nuisance calls are closed with it");
    }
    defects.check();
    return found;
  }

  private void checkSet(String name, List<String> codes, Set<String> dispositions) {
    for (String code : codes) {
      if (!dispositions.contains(code)) {
        defects.add(
            "disposition-sets." + name,
            "'" + code + "' is not a disposition",
            "correct it or add it to " + DISPOSITIONS_FILE);
      }
    }
  }

  private Question question(String code, QuestionEntry entry) {
    String where = "questions." + code;
    List<Option> options = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (OptionEntry o : orEmpty(entry.options())) {
      String at = where + "." + o.code();
      String key = defects.text(at, "key", o.key());
      if (key.length() != 1 || !keys.add(key)) {
        defects.add(at, "key '" + key + "' is taken or not one character", "choose a free key");
      }
      Integer raises = o.raisesTo();
      options.add(
          new Option(
              defects.code(at, o.code()),
              defects.text(at, "zh", o.zh()),
              defects.text(at, "en", o.en()),
              key,
              raises == null ? null : defects.priority(at, "raises-to", raises)));
    }
    return new Question(
        code,
        defects.text(where, "zh", entry.zh()),
        defects.text(where, "en", entry.en()),
        options);
  }

  private IncidentType type(String where, TypeEntry entry) {
    String code = entry.code() == null ? "" : entry.code();
    IncidentType.Group group = entry.group();
    if (group == null) {
      defects.add(where, "group is missing", "give one of the groups CRIME to OTHER");
      group = IncidentType.Group.OTHER;
    }
    List<Question> asked = new ArrayList<>();
    for (String name : orEmpty(entry.questions())) {
      Question question = questions.get(name);
      if (question == null) {
        defects.add(where, "question '" + name + "' is unknown", "correct it or add it");
      } else {
        asked.add(question);
      }
    }
    if (orEmpty(entry.words()).isEmpty()) {
      defects.add(where, "words are missing", "add what a call-taker would type");
    }
    return new IncidentType(
        code,
        defects.text(where, "zh", entry.zh()),
        defects.text(where, "en", entry.en()),
        group,
        Boolean.TRUE.equals(entry.help()),
        defects.priority(where, "priority", entry.priority()),
        List.copyOf(orEmpty(entry.words())),
        List.copyOf(asked),
        entry.runCard() == null ? code : entry.runCard(),
        set(where, entry.dispositions()),
        List.copyOf(orEmpty(entry.confused())));
  }

  private List<String> set(String where, @Nullable String name) {
    List<String> codes = name == null ? null : sets.get(name);
    if (codes == null) {
      defects.add(where, "dispositions '" + name + "' is no set", "name one of " + sets.keySet());
      return List.of();
    }
    return List.copyOf(codes);
  }

  private void checkConfused() {
    for (IncidentType type : types.values()) {
      for (String other : type.confusedWith()) {
        if (!types.containsKey(other)) {
          defects.add(type.code() + ".confused", "'" + other + "' is no type", "correct it");
        }
      }
    }
  }

  private static <T> List<T> orEmpty(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static <T> Map<String, T> orEmpty(@Nullable Map<String, T> map) {
    return map == null ? Map.of() : map;
  }
}
