package org.tocsin.app.staff.web;

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
import org.tocsin.app.foundation.Page;
import org.tocsin.app.staff.DutyLevel;
import org.tocsin.app.staff.DutyLevelId;
import org.tocsin.app.staff.internal.DutyLevelDesk;
import org.tocsin.app.staff.internal.DutyLevelLook;
import org.tocsin.kernel.AgencyId;

/** Duty levels over HTTP. */
@RestController
@RequestMapping("/api/duty-levels")
class DutyLevelController {
  private static final String KEY = "Idempotency-Key";

  /** Lifting a level before its time. */
  record LiftInput(@Nullable Long version, @Nullable String reason) {}

  private final DutyLevelDesk desk;
  private final DutyLevelLook look;

  DutyLevelController(DutyLevelDesk desk, DutyLevelLook look) {
    this.desk = desk;
    this.look = look;
  }

  /** What holds in an area, with the levels and their templates. */
  @GetMapping
  DutyLevelLook.View view(@RequestParam(required = false) @Nullable AgencyId agency) {
    return look.of(agency);
  }

  @GetMapping("/history")
  Page<DutyLevel> history(
      @RequestParam(required = false) @Nullable AgencyId agency,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return desk.history(agency, after, limit);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  DutyLevel set(
      @RequestBody DutyLevelDesk.SetInput asked,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return desk.set(asked, key);
  }

  @PostMapping("/{id}/lift")
  DutyLevel lift(
      @PathVariable DutyLevelId id,
      @RequestBody LiftInput asked,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return desk.lift(id, asked.version(), asked.reason(), key);
  }
}
