package org.tocsin.exercise.city;

import org.tocsin.kernel.Point;

/**
 * A place on a street.
 *
 * @param share how far along the block, 0 to 1
 */
public record Spot(Block block, double share) {
  public Point point() {
    return block.at(share);
  }
}
