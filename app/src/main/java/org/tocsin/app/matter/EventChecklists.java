package org.tocsin.app.matter;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The checklists of {@code packs/event-checklists.yaml}.
 *
 * @param grades of risk, the lowest first
 */
public record EventChecklists(List<Grade> grades, List<Checklist> checklists) {
  /** A grade of risk. */
  public record Grade(String code, String zh, String en) {}

  /** One checklist. */
  public record Checklist(String code, String zh, String en, List<Item> items) {}

  /**
   * One item.
   *
   * @param from the lowest grade of risk at which it is asked; null for all
   */
  public record Item(String code, String zh, String en, boolean mandatory, @Nullable String from) {}
}
