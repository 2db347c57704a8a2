package org.tocsin.app.staff.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Packs;
import org.tocsin.app.foundation.Packs.PackException;

/** The levels and duty templates of {@code packs/duty-levels.yaml}; a defect stops the start. */
@Component
public class DutyLevelPack {
  static final String FILE = "duty-levels.yaml";

  /** Where in the tree an agency stands. */
  public enum Where {
    TOP,
    DIVISION,
    STATION
  }

  /** How many must be on duty at each agency of a kind. */
  public record Need(Where where, int officers, int units) {}

  /** What the watch must report, and how often. */
  public record Watch(String zh, String en, int everyMinutes) {}

  /**
   * One level with its duty template.
   *
   * @param rank 1 the highest
   * @param longestHours how long it may be set for at once; 0 for the base level
   * @param patrols rounds of the beat in one shift
   */
  public record Level(
      String code,
      int rank,
      String zh,
      String en,
      String meaningZh,
      String meaningEn,
      int longestHours,
      List<Need> needs,
      int patrols,
      List<Watch> checks) {
    /** What an agency of a kind needs. */
    Need need(Where where) {
      return needs.stream()
          .filter(n -> n.where() == where)
          .findFirst()
          .orElseGet(() -> new Need(where, 0, 0));
    }
  }

  record Pack(String base, List<Level> levels) {}

  private final Map<String, Level> byCode = new LinkedHashMap<>();
  private final Level base;

  @Autowired
  DutyLevelPack(Packs packs) {
    this(packs.read(FILE, Pack.class));
  }

  DutyLevelPack(Pack pack) {
    List<String> defects = defects(pack);
    if (!defects.isEmpty()) {
      throw new PackException("packs/" + FILE + ": " + String.join("; ", defects));
    }
    pack.levels().forEach(level -> byCode.put(level.code(), level));
    base = find(pack.base()).orElseThrow();
  }

  /** What is wrong with the pack, in words; empty if nothing is. */
  static List<String> defects(Pack pack) {
    List<String> defects = new ArrayList<>();
    Set<String> codes = pack.levels().stream().map(Level::code).collect(Collectors.toSet());
    Set<Integer> ranks = pack.levels().stream().map(Level::rank).collect(Collectors.toSet());
    if (codes.size() < pack.levels().size() || ranks.size() < pack.levels().size()) {
      defects.add("a code or rank stands twice");
    }
    if (!codes.contains(pack.base())) {
      defects.add("base " + pack.base() + " is not among the levels");
    }
    int lowest = pack.levels().stream().mapToInt(Level::rank).max().orElse(0);
    for (Level level : pack.levels()) {
      boolean isBase = level.code().equals(pack.base());
      if (isBase != (level.rank() == lowest)) {
        defects.add("the base level must be the one of the lowest rank");
      }
      if (isBase != (level.longestHours() == 0)) {
        defects.add(level.code() + ": longestHours is 0 for the base level and only for it");
      }
      Set<Where> kinds = new HashSet<>(Arrays.asList(Where.values()));
      level.needs().forEach(n -> kinds.remove(n.where()));
      if (!kinds.isEmpty()) {
        defects.add(level.code() + " does not say what " + kinds + " needs");
      }
    }
    return defects;
  }

  /** All levels in the order of the pack. */
  public List<Level> levels() {
    return List.copyOf(byCode.values());
  }

  /** The level that holds where nothing else does. */
  public Level base() {
    return base;
  }

  Optional<Level> find(String code) {
    return Optional.ofNullable(byCode.get(code));
  }

  /** The level, or the base level for a code that the pack holds no more. */
  Level get(String code) {
    return byCode.getOrDefault(code, base);
  }
}
