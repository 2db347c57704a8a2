package org.tocsin.app.staff.internal;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Packs;
import org.tocsin.app.foundation.Packs.PackException;
import org.tocsin.app.foundation.Text;

/**
 * How deep the tree may be and what its levels are called, from {@code packs/agency-levels.yaml};
 * {@code tocsin.agency-levels} chooses among the trees there; a demonstration without it stands on
 * the tree that its own pack names.
 */
@Component
public class AgencyLevels {
  record Pack(String defaultTree, Map<String, List<Text>> trees) {
    Pack {
      trees = Map.copyOf(trees);
    }
  }

  private final List<Text> names;

  @Autowired
  AgencyLevels(
      Packs packs,
      @Value("${tocsin.agency-levels:}") String chosen,
      @Value("${tocsin.demo:false}") boolean demo) {
    this(
        packs.read("agency-levels.yaml", Pack.class),
        chosen.isBlank() && demo ? Demonstration.pack(packs).levels() : chosen);
  }

  AgencyLevels(Pack pack, String chosen) {
    String tree = chosen.isBlank() ? pack.defaultTree() : chosen;
    List<Text> levels = pack.trees().get(tree);
    if (levels == null || levels.isEmpty() || levels.size() > 10) {
      throw new PackException(
          "packs/agency-levels.yaml has no tree '%s' of 1 to 10 levels; it has %s"
              .formatted(tree, pack.trees().keySet()));
    }
    names = List.copyOf(levels);
  }

  /** The names, from the root down. */
  public List<Text> names() {
    return names;
  }

  /** Whether an agency may stand on that level. */
  boolean allows(int level) {
    return level >= 0 && level < names.size();
  }
}
