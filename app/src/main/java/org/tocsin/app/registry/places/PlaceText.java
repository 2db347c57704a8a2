package org.tocsin.app.registry.places;

import org.tocsin.kernel.Point;

/** One way to read what was typed. A text can have several readings; all are tried. */
sealed interface PlaceText {
  /** Bare coordinates. */
  record At(Point point) implements PlaceText {}

  /** A hundred block of a street. */
  record Block(int number, String street, String area) implements PlaceText {}

  /**
   * A house number on a street.
   *
   * @param detail what follows the number, such as "A" or "3号楼"; may be empty
   */
  record House(int number, String detail, String street, String area) implements PlaceText {}

  /** Two streets that meet; the second may be empty while it is still to be typed. */
  record Crossing(String a, String b, String area) implements PlaceText {}

  /** A name of any kind. */
  record Name(String text, String area) implements PlaceText {}
}
