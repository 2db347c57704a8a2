package org.tocsin.app.staff.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.staff.Agency;
import org.tocsin.app.staff.internal.AgencyDesk;
import org.tocsin.kernel.AgencyId;

/** The tree of agencies over HTTP. */
@RestController
@RequestMapping("/api/agencies")
class AgencyController {
  private final AgencyDesk desk;

  AgencyController(AgencyDesk desk) {
    this.desk = desk;
  }

  /** Own subtree and the way up from it, parents before children. */
  @GetMapping
  List<Agency> list() {
    return desk.visible();
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  Agency create(
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key,
      @RequestBody AgencyDesk.NewAgency asked) {
    return desk.create(asked, key);
  }

  @PatchMapping("/{id}")
  Agency change(@PathVariable AgencyId id, @RequestBody AgencyDesk.AgencyChange asked) {
    return desk.change(id, asked);
  }
}
