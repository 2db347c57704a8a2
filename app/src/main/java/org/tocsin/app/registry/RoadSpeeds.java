package org.tocsin.app.registry;

import java.io.InputStream;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * The pack {@code road-speeds.yaml}: speeds by class, and how the classes of each source are read.
 *
 * @param source where the speeds come from
 * @param kmh speed by class in km/h
 * @param classCodes class of a street table's code
 * @param layersNotDriven street table layers that carry addresses but are not driven
 * @param highways class of OpenStreetMap's {@code highway} values
 * @param highwaysNotDriven values kept for finding places only
 */
public record RoadSpeeds(
    String source,
    Map<RoadClass, Double> kmh,
    Map<String, RoadClass> classCodes,
    Set<String> layersNotDriven,
    Map<String, RoadClass> highways,
    Set<String> highwaysNotDriven) {
  public RoadSpeeds {
    kmh = Map.copyOf(kmh);
    classCodes = Map.copyOf(classCodes);
    layersNotDriven = Set.copyOf(layersNotDriven);
    highways = Map.copyOf(highways);
    highwaysNotDriven = Set.copyOf(highwaysNotDriven);
    kmh.forEach(
        (roadClass, speed) -> {
          if (!(speed > 0 && speed <= 200)) {
            throw new IllegalArgumentException(
                "road-speeds.yaml: %s must be above 0 and at most 200 km/h, not %s"
                    .formatted(roadClass, speed));
          }
        });
  }

  /** Reads a pack outside the application, for studies. */
  public static RoadSpeeds read(InputStream yaml) {
    return new YAMLMapper().readValue(yaml, RoadSpeeds.class);
  }

  /** The speeds as a model. */
  public SpeedModel model() {
    return SpeedModel.byClass(kmh);
  }

  /** The class of a street table's code, which may also be a class's own name. */
  public Optional<RoadClass> classOf(String code) {
    RoadClass listed = classCodes.get(code);
    if (listed != null) {
      return Optional.of(listed);
    }
    String name = code.toUpperCase(Locale.ROOT);
    for (RoadClass roadClass : RoadClass.values()) {
      if (roadClass.name().equals(name)) {
        return Optional.of(roadClass);
      }
    }
    return Optional.empty();
  }
}
