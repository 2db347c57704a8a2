package org.tocsin.app.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
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
import org.tocsin.app.dispatch.ShiftHandover;
import org.tocsin.app.dispatch.ShiftHandoverId;
import org.tocsin.app.dispatch.ShiftHandovers;
import org.tocsin.app.foundation.Page;
import org.tocsin.kernel.AgencyId;

/** Hand-overs of the watch over HTTP. */
@RestController
@RequestMapping("/api/shift-handovers")
class ShiftHandoverController {
  private static final String KEY = "Idempotency-Key";

  record OfferRequest(@Nullable AgencyId agencyId, @NotBlank String notes) {}

  record RemarkRequest(@Nullable String remark) {}

  private final ShiftHandovers handovers;

  ShiftHandoverController(ShiftHandovers handovers) {
    this.handovers = handovers;
  }

  @GetMapping
  Page<ShiftHandover> list(
      @RequestParam(required = false) @Nullable AgencyId agency,
      @RequestParam(required = false) @Nullable ShiftHandoverId after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return handovers.list(agency, after, Page.limit(limit));
  }

  @GetMapping("/preview")
  ShiftHandover.Snapshot preview(@RequestParam(required = false) @Nullable AgencyId agency) {
    return handovers.preview(agency);
  }

  @GetMapping("/{id}")
  ShiftHandover get(@PathVariable ShiftHandoverId id) {
    return handovers.get(id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  ShiftHandover offer(
      @Valid @RequestBody OfferRequest request,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return handovers.offer(request.agencyId(), request.notes(), key);
  }

  @PostMapping("/{id}/accept")
  ShiftHandover accept(
      @PathVariable ShiftHandoverId id,
      @RequestBody RemarkRequest request,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return handovers.accept(id, request.remark(), key);
  }

  @PostMapping("/{id}/withdraw")
  ShiftHandover withdraw(
      @PathVariable ShiftHandoverId id,
      @RequestBody RemarkRequest request,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return handovers.withdraw(id, request.remark(), key);
  }
}
