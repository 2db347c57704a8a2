package org.tocsin.app.staff.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.staff.Exercise;
import org.tocsin.app.staff.internal.ExerciseDesk;
import org.tocsin.kernel.ExerciseId;

/** Exercises over HTTP. */
@RestController
@RequestMapping("/api/exercises")
class ExerciseController {
  /** An exercise to start. */
  record ExerciseInput(@Nullable String name, @Nullable String note) {}

  private final ExerciseDesk desk;

  ExerciseController(ExerciseDesk desk) {
    this.desk = desk;
  }

  @GetMapping
  Page<Exercise> page(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return desk.page(after, limit);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Exercise start(@RequestBody ExerciseInput asked) {
    return desk.start(asked.name(), asked.note());
  }

  @PostMapping("/{id}/end")
  Exercise end(@PathVariable ExerciseId id) {
    return desk.end(id);
  }
}
