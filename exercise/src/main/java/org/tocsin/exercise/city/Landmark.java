package org.tocsin.exercise.city;

import java.util.List;

/**
 * A place that people know by its name.
 *
 * @param sort what it is, such as 医院; the word is shown as its category
 * @param said what people say instead of its name
 */
public record Landmark(String name, String sort, Spot spot, List<String> said) {
  /** Where the sick are taken. */
  public boolean isHospital() {
    return sort.equals("医院");
  }
}
