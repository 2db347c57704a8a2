package org.tocsin.app.matter.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.matter.Disposition;
import org.tocsin.app.matter.IncidentQuery;
import org.tocsin.app.matter.IncidentQuery.Which;
import org.tocsin.app.matter.IncidentType;
import org.tocsin.app.matter.IncidentTypes;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Incidents;
import org.tocsin.app.matter.Likely;
import org.tocsin.app.matter.StateMap;
import org.tocsin.app.matter.TimelineEntry;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.MatterId;

/** Reading incidents, and the packs that say what they can be. */
@RestController
@RequestMapping("/api")
class IncidentReads {
  private static final int MOST_LINES = 1_000;
  private final Incidents incidents;
  private final IncidentTypes types;
  private final StateMap states;
  private final InstanceClock clock;

  IncidentReads(Incidents incidents, IncidentTypes types, StateMap states, InstanceClock clock) {
    this.incidents = incidents;
    this.types = types;
    this.states = states;
    this.clock = clock;
  }

  @GetMapping("/incidents")
  Page<IncidentView> list(
      @RequestParam(defaultValue = "open") String state,
      @RequestParam(required = false) @Nullable MatterId after,
      @RequestParam(required = false) @Nullable Integer limit,
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String type,
      @RequestParam(required = false) @Nullable AgencyId agency,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    Which which =
        switch (state) {
          case "open" -> Which.OPEN;
          case "closed" -> Which.CLOSED;
          case "all" -> Which.ALL;
          default -> throw Problem.invalid("state", "unknown", state);
        };
    return incidents.list(
        new IncidentQuery(which, q, type, agency, from, to, after, Page.limit(limit)));
  }

  @GetMapping("/incidents/{id}")
  IncidentView get(@PathVariable MatterId id) {
    return incidents.read(id);
  }

  @GetMapping("/incidents/{id}/timeline")
  List<TimelineEntry> timeline(
      @PathVariable MatterId id,
      @RequestParam(defaultValue = "0") long after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return incidents.timeline(
        id, after, limit == null ? MOST_LINES : Math.clamp(limit, 1, MOST_LINES));
  }

  @GetMapping("/incidents/likely")
  List<Likely> likely(
      @RequestParam(required = false) @Nullable Double lat,
      @RequestParam(required = false) @Nullable Double lon,
      @RequestParam(required = false) @Nullable String typeCode,
      @RequestParam(required = false) @Nullable String addressText,
      @RequestParam(required = false) @Nullable String narrative,
      @RequestParam(required = false) @Nullable Instant at) {
    return incidents.likely(
        new Likely.Asked(
            lat, lon, typeCode, addressText, narrative, at == null ? clock.instant() : at));
  }

  @GetMapping("/incident-types")
  List<IncidentType> types() {
    return types.list();
  }

  @GetMapping("/dispositions")
  List<Disposition> dispositions() {
    return types.dispositions();
  }

  @GetMapping("/incident-states")
  StateMap states() {
    return states;
  }
}
