package org.tocsin.app.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.tocsin.app.dispatch.WhistleView;
import org.tocsin.app.dispatch.Whistles;
import org.tocsin.app.foundation.Page;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.UnitId;
import org.tocsin.kernel.WhistleId;

/** Whistles over HTTP. */
@RestController
@RequestMapping("/api/whistles")
class WhistleController {
  private final Whistles whistles;

  WhistleController(Whistles whistles) {
    this.whistles = whistles;
  }

  record BlowRequest(
      @Nullable MatterId incidentId,
      WhistleView.@Nullable Spot place,
      @NotBlank String specialty,
      @NotBlank String text,
      @Nullable AgencyId from) {}

  record AnswerRequest(
      @NotNull Boolean accept, @Nullable String reason, @Nullable List<UnitId> unitIds) {}

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  WhistleView blow(
      @Valid @RequestBody BlowRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return whistles.blow(
        new Whistles.Call(
            request.incidentId(),
            request.place(),
            request.specialty(),
            request.text(),
            request.from()),
        key);
  }

  @PostMapping("/{id}/answer")
  WhistleView answer(
      @PathVariable String id,
      @Valid @RequestBody AnswerRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return whistles.answer(
        whistle(id),
        request.accept(),
        request.reason(),
        request.unitIds() == null ? List.of() : request.unitIds(),
        key);
  }

  @GetMapping("/{id}")
  WhistleView get(@PathVariable String id) {
    return whistles.get(whistle(id));
  }

  @GetMapping
  Page<WhistleView> list(
      @RequestParam(defaultValue = "all") String state,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return whistles.list("open".equals(state), after, Page.limit(limit));
  }

  private static WhistleId whistle(String id) {
    return Params.id(id, "whistle", WhistleId::of);
  }
}
