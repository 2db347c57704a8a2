package org.tocsin.app.registry;

/** How a road is classed for driving, whatever the source calls it; speeds hang on these. */
public enum RoadClass {
  /** Freeway, motorway, 高速公路. */
  MOTORWAY,
  /** Major highway, trunk road, 快速路. */
  TRUNK,
  /** Arterial, 主干路. */
  PRIMARY,
  /** Collector, 次干路. */
  SECONDARY,
  /** Local through road, 支路. */
  TERTIARY,
  /** Residential street. */
  RESIDENTIAL,
  /** Ramp of a motorway or trunk road. */
  RAMP,
  /** Alley, service road, park road and anything the source does not class. */
  SERVICE
}
