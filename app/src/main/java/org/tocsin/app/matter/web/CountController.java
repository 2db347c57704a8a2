package org.tocsin.app.matter.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.matter.AreaCount;
import org.tocsin.app.matter.Beat;
import org.tocsin.app.matter.Counts;
import org.tocsin.app.matter.IncidentCounts;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;

/** Numbers for commanders over HTTP. */
@RestController
@RequestMapping("/api/incidents")
class CountController {
  private final Counts counts;

  CountController(Counts counts) {
    this.counts = counts;
  }

  @GetMapping("/counts")
  IncidentCounts counts(
      @RequestParam(required = false) @Nullable AgencyId agency,
      @RequestParam(required = false) @Nullable ExerciseId exercise) {
    return counts.of(agency, exercise);
  }

  /** What happened where in the last days, by area only. */
  @GetMapping("/areas")
  List<AreaCount> areas(
      @RequestParam(required = false) @Nullable AgencyId agency,
      @RequestParam(defaultValue = "7") int days,
      @RequestParam(required = false) @Nullable ExerciseId exercise) {
    return counts.areas(agency, days, exercise);
  }

  /** Where the patrols go, by what happened in the last days: areas only. */
  @GetMapping("/beats")
  List<Beat> beats(
      @RequestParam(required = false) @Nullable AgencyId agency,
      @RequestParam(defaultValue = "7") int days,
      @RequestParam(required = false) @Nullable ExerciseId exercise) {
    return counts.beats(agency, days, exercise);
  }
}
