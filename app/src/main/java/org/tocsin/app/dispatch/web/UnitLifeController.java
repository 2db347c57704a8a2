package org.tocsin.app.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.dispatch.AssignmentView;
import org.tocsin.app.dispatch.UnitCounts;
import org.tocsin.app.dispatch.UnitLife;
import org.tocsin.app.dispatch.UnitNoteId;
import org.tocsin.app.foundation.Page;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.UnitId;

/** What units did, over HTTP. */
@RestController
@RequestMapping("/api/units")
class UnitLifeController {
  private final UnitLife life;

  UnitLifeController(UnitLife life) {
    this.life = life;
  }

  record NoteRequest(@NotBlank String text) {}

  @GetMapping("/counts")
  UnitCounts counts(
      @RequestParam(required = false) @Nullable AgencyId agency,
      @RequestParam(required = false) @Nullable ExerciseId exercise) {
    return life.counts(agency, exercise);
  }

  @GetMapping("/{id}/assignments")
  List<AssignmentView> assignments(
      @PathVariable UnitId id,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to) {
    return life.assignments(id, from, to);
  }

  /** Sensitive: needs a purpose, and is audited. */
  @GetMapping("/{id}/trail")
  List<UnitLife.Fix> trail(
      @PathVariable UnitId id,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "") String purpose) {
    return life.trail(id, from, to, purpose);
  }

  @GetMapping("/{id}/notes")
  Page<UnitLife.Note> notes(
      @PathVariable UnitId id,
      @RequestParam(required = false) @Nullable UnitNoteId after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return life.notes(id, after, Page.limit(limit));
  }

  @PostMapping("/{id}/notes")
  @ResponseStatus(HttpStatus.CREATED)
  UnitLife.Note note(
      @PathVariable UnitId id,
      @Valid @RequestBody NoteRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return life.note(id, request.text(), key);
  }
}
