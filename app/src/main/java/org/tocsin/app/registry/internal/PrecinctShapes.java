package org.tocsin.app.registry.internal;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.tocsin.app.registry.Locator;
import org.tocsin.app.registry.Precinct;
import org.tocsin.app.registry.places.PlaceData;
import org.tocsin.kernel.AgencyId;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The precincts in use, for maps. */
@Component
public class PrecinctShapes {
  private final RegistryIndexes indexes;
  private final Locator locator;
  private final JsonMapper json;

  PrecinctShapes(RegistryIndexes indexes, Locator locator, JsonMapper json) {
    this.indexes = indexes;
    this.locator = locator;
    this.json = json;
  }

  /** A GeoJSON FeatureCollection with the properties id, code, name, agencyId and agencyCode. */
  public String geoJson() {
    ObjectNode collection = json.createObjectNode().put("type", "FeatureCollection");
    ArrayNode features = collection.putArray("features");
    for (PlaceData.PrecinctArea area : indexes.current().precincts()) {
      Precinct precinct = area.precinct();
      Optional<AgencyId> agency =
          locator.findPrecinct(precinct.id()).flatMap(p -> Optional.ofNullable(p.agencyId()));
      ObjectNode feature = features.addObject().put("type", "Feature");
      feature
          .putObject("properties")
          .put("id", precinct.id().toString())
          .put("code", precinct.code())
          .put("name", precinct.name())
          .put("agencyId", agency.map(AgencyId::toString).orElse(null))
          .put("agencyCode", area.agencyCode());
      feature.set("geometry", json.readTree(GeoShapes.toJson(area.ground())));
    }
    return json.writeValueAsString(collection);
  }
}
