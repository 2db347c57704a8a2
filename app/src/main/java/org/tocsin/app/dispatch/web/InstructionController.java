package org.tocsin.app.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
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
import org.tocsin.app.dispatch.InstructionView;
import org.tocsin.app.dispatch.Instructions;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Problem;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstructionId;
import org.tocsin.kernel.MatterId;

/** Instructions over HTTP. */
@RestController
@RequestMapping("/api")
class InstructionController {
  private final Instructions instructions;

  InstructionController(Instructions instructions) {
    this.instructions = instructions;
  }

  record IssueRequest(
      @NotNull List<AgencyId> toAgencyIds,
      @NotBlank String text,
      @Nullable MatterId matterId,
      @Nullable String sourceRef,
      @NotNull Instant dueAt,
      @Nullable Boolean feedbackRequired,
      @Nullable AgencyId from) {}

  record CascadeRequest(
      @NotNull List<AgencyId> toAgencyIds,
      @NotBlank String text,
      @NotNull Instant dueAt,
      @Nullable AgencyId as) {}

  record AsRequest(@Nullable AgencyId as) {}

  record CompleteRequest(
      @NotBlank String text, @Nullable String despiteOpen, @Nullable AgencyId as) {}

  @PostMapping("/instructions")
  @ResponseStatus(HttpStatus.CREATED)
  InstructionView issue(
      @Valid @RequestBody IssueRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return instructions.issue(
        new Instructions.Draft(
            request.toAgencyIds(),
            request.text(),
            request.matterId(),
            request.sourceRef(),
            request.dueAt(),
            !Boolean.FALSE.equals(request.feedbackRequired())),
        request.from(),
        key);
  }

  @PostMapping("/instructions/{id}/receive")
  InstructionView receive(
      @PathVariable String id, @RequestBody(required = false) @Nullable AsRequest request) {
    return instructions.receive(instruction(id), request == null ? null : request.as());
  }

  @PostMapping("/instructions/{id}/cascade")
  @ResponseStatus(HttpStatus.CREATED)
  InstructionView cascade(
      @PathVariable String id,
      @Valid @RequestBody CascadeRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return instructions.cascade(
        instruction(id), request.toAgencyIds(), request.text(), request.dueAt(), request.as(), key);
  }

  @PostMapping("/instructions/{id}/complete")
  InstructionView complete(@PathVariable String id, @Valid @RequestBody CompleteRequest request) {
    return instructions.complete(
        instruction(id), request.text(), request.despiteOpen(), request.as());
  }

  @GetMapping("/instructions")
  Page<InstructionView> list(
      @RequestParam(defaultValue = "in") String box,
      @RequestParam(required = false) @Nullable String agency,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    Instructions.Box side;
    try {
      side = Instructions.Box.valueOf(box.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid("box", "unknown", box);
    }
    return instructions.list(
        side,
        agency == null ? null : Params.id(agency, "agency", AgencyId::of),
        after,
        Page.limit(limit));
  }

  @GetMapping("/instructions/{id}")
  InstructionView get(@PathVariable String id) {
    return instructions.get(instruction(id));
  }

  @GetMapping("/incidents/{id}/instructions")
  List<InstructionView> ofIncident(@PathVariable String id) {
    return instructions.of(Params.id(id, "incident", MatterId::of));
  }

  private static InstructionId instruction(String id) {
    return Params.id(id, "instruction", InstructionId::of);
  }
}
