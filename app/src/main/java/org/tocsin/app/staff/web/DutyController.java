package org.tocsin.app.staff.web;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.staff.DutyShift;
import org.tocsin.app.staff.DutyShiftId;
import org.tocsin.app.staff.internal.DutyDesk;
import org.tocsin.app.staff.internal.Post;
import org.tocsin.kernel.AgencyId;

/** The duty roster over HTTP. */
@RestController
class DutyController {
  /** A post to add. */
  record PostInput(@Nullable AgencyId agencyId, @Nullable String nameZh, @Nullable String nameEn) {}

  private final DutyDesk desk;

  DutyController(DutyDesk desk) {
    this.desk = desk;
  }

  @GetMapping("/api/posts")
  List<Post> posts() {
    return desk.posts();
  }

  @PostMapping("/api/posts")
  @ResponseStatus(HttpStatus.CREATED)
  Post addPost(@RequestBody PostInput asked) {
    return desk.addPost(asked.agencyId(), asked.nameZh(), asked.nameEn());
  }

  /**
   * The shifts that touch a span of time; with {@code now=true} those that run now, all of them.
   */
  @GetMapping("/api/duty-shifts")
  Page<DutyShift> page(
      @RequestParam(required = false) @Nullable AgencyId agency,
      @RequestParam(required = false) @Nullable Instant from,
      @RequestParam(required = false) @Nullable Instant to,
      @RequestParam(defaultValue = "false") boolean now,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return now ? new Page<>(desk.now(agency), null) : desk.page(agency, from, to, after, limit);
  }

  @PostMapping("/api/duty-shifts")
  @ResponseStatus(HttpStatus.CREATED)
  DutyShift create(@RequestBody DutyDesk.ShiftInput asked) {
    return desk.create(asked);
  }

  @PutMapping("/api/duty-shifts/{id}")
  DutyShift change(@PathVariable DutyShiftId id, @RequestBody DutyDesk.ShiftInput asked) {
    return desk.change(id, asked);
  }

  @DeleteMapping("/api/duty-shifts/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void cancel(@PathVariable DutyShiftId id, @RequestParam long version) {
    desk.cancel(id, version);
  }
}
