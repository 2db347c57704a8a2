package org.tocsin.app.staff.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.staff.Lesson;
import org.tocsin.app.staff.LessonId;
import org.tocsin.app.staff.internal.LessonDesk;
import org.tocsin.kernel.ExerciseId;

/** Lessons of exercises over HTTP. */
@RestController
@RequestMapping("/api")
class LessonController {
  private static final String KEY = "Idempotency-Key";

  /** The confirmation that a lesson was seen to. */
  record DoneInput(@Nullable Long version, @Nullable String outcome) {}

  private final LessonDesk desk;

  LessonController(LessonDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/exercises/{id}/lessons")
  List<Lesson> of(@PathVariable ExerciseId id) {
    return desk.of(id);
  }

  @GetMapping("/lessons")
  Page<Lesson> open(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return desk.open(after, limit);
  }

  @PostMapping("/exercises/{id}/lessons")
  @ResponseStatus(HttpStatus.CREATED)
  Lesson add(
      @PathVariable ExerciseId id,
      @RequestBody LessonDesk.LessonInput asked,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return desk.add(id, asked, key);
  }

  @PutMapping("/lessons/{id}")
  Lesson change(
      @PathVariable LessonId id,
      @RequestBody LessonDesk.LessonInput asked,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return desk.change(id, asked, key);
  }

  @PostMapping("/lessons/{id}/done")
  Lesson done(
      @PathVariable LessonId id,
      @RequestBody DoneInput asked,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return desk.done(id, asked.version(), asked.outcome(), key);
  }
}
