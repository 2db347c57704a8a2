package org.tocsin.app.registry.web;

import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.registry.RoadStatus;
import org.tocsin.app.registry.RoadTimes;
import org.tocsin.app.registry.internal.PrecinctShapes;

@RestController
class MapDataController {
  private static final MediaType GEO_JSON = new MediaType("application", "geo+json");

  private final PrecinctShapes precincts;
  private final RoadTimes roads;

  MapDataController(PrecinctShapes precincts, RoadTimes roads) {
    this.precincts = precincts;
    this.roads = roads;
  }

  @GetMapping("/api/precincts")
  ResponseEntity<String> precincts() {
    Acting.require(Permission.REGISTRY_READ);
    return ResponseEntity.ok().contentType(GEO_JSON).body(precincts.geoJson());
  }

  @GetMapping("/api/roads/status")
  RoadStatus roads() {
    Acting.require(Permission.REGISTRY_READ);
    return roads.status();
  }
}
