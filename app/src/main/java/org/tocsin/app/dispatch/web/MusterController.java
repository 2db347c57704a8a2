package org.tocsin.app.dispatch.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.dispatch.Muster;
import org.tocsin.app.dispatch.Musters;
import org.tocsin.kernel.ExerciseId;

/** Muster times over HTTP. */
@RestController
class MusterController {
  private final Musters musters;

  MusterController(Musters musters) {
    this.musters = musters;
  }

  @GetMapping("/api/exercises/{id}/muster")
  Muster muster(@PathVariable ExerciseId id) {
    return musters.of(id);
  }
}
