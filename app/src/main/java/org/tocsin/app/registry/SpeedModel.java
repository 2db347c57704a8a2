package org.tocsin.app.registry;

import java.util.EnumMap;
import java.util.Map;

/** How fast a unit drives on a piece of road. */
@FunctionalInterface
public interface SpeedModel {
  /**
   * The speed on a segment.
   *
   * @return km/h; 0 or less means not for driving
   */
  double kmh(RoadSegment segment);

  /**
   * One speed for each class; a posted limit below it caps it.
   *
   * @param kmh speeds by class; a class without a speed is not driven
   */
  static SpeedModel byClass(Map<RoadClass, Double> kmh) {
    Map<RoadClass, Double> table = new EnumMap<>(RoadClass.class);
    table.putAll(kmh);
    return segment -> {
      double speed = table.getOrDefault(segment.roadClass(), 0.0);
      Integer limit = segment.maxSpeedKmh();
      return limit == null || limit <= 0 ? speed : Math.min(speed, limit);
    };
  }

  /** This model with a factor for each class (1 where none is given): the result of calibrating. */
  default SpeedModel scaled(Map<RoadClass, Double> factors) {
    Map<RoadClass, Double> table = new EnumMap<>(RoadClass.class);
    table.putAll(factors);
    return segment -> kmh(segment) * table.getOrDefault(segment.roadClass(), 1.0);
  }
}
