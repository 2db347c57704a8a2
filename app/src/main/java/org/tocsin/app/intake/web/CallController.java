package org.tocsin.app.intake.web;

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
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.intake.CallDraft;
import org.tocsin.app.intake.CallView;
import org.tocsin.app.intake.Channel;
import org.tocsin.app.intake.NewSignal;
import org.tocsin.app.intake.Signals;
import org.tocsin.kernel.SignalId;

/** Signals and calls over HTTP. */
@RestController
@RequestMapping("/api")
class CallController {
  private final Signals signals;

  CallController(Signals signals) {
    this.signals = signals;
  }

  record SignalRequest(
      @Nullable Channel channel,
      @Nullable String callbackNumber,
      @Nullable String callerName,
      @Nullable String text,
      @Nullable String addressText,
      @Nullable Double lat,
      @Nullable Double lon,
      @Nullable String typeCode,
      @Nullable String externalRef) {}

  record DraftRequest(@Nullable Long version, @Nullable CallDraft draft) {}

  record ReasonRequest(@Nullable String reason) {}

  @PostMapping("/signals")
  @ResponseStatus(HttpStatus.CREATED)
  CallView submit(
      @RequestBody SignalRequest in,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    if (in.channel() == null) {
      throw Problem.invalid("channel", "required");
    }
    var signal =
        new NewSignal(
            in.channel(),
            in.callbackNumber(),
            in.callerName(),
            in.text(),
            in.addressText(),
            in.lat(),
            in.lon(),
            in.typeCode(),
            in.externalRef());
    return signals.submit(signal, key);
  }

  /** {@code state=open} for those that wait for a judgement, {@code all} for all. */
  @GetMapping("/calls")
  Page<CallView> list(
      @RequestParam(defaultValue = "open") String state,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    boolean open =
        switch (state) {
          case "open" -> true;
          case "all" -> false;
          default -> throw Problem.invalid("state", "unknown", state);
        };
    return signals.list(open, after, Page.limit(limit));
  }

  @GetMapping("/calls/{id}")
  CallView get(@PathVariable SignalId id) {
    return signals.read(id);
  }

  @PostMapping("/calls/{id}/answer")
  CallView answer(@PathVariable SignalId id) {
    return signals.answer(id);
  }

  @PutMapping("/calls/{id}/draft")
  CallView saveDraft(@PathVariable SignalId id, @RequestBody DraftRequest in) {
    if (in.version() == null) {
      throw Problem.invalid("version", "required");
    }
    if (in.draft() == null) {
      throw Problem.invalid("draft", "required");
    }
    return signals.saveDraft(id, in.version(), in.draft());
  }

  @PostMapping("/calls/{id}/nuisance")
  CallView nuisance(@PathVariable SignalId id, @RequestBody ReasonRequest in) {
    return signals.nuisance(id, in.reason() == null ? "" : in.reason());
  }

  @PostMapping("/calls/{id}/abandon")
  CallView abandon(
      @PathVariable SignalId id, @RequestBody(required = false) @Nullable ReasonRequest in) {
    return signals.abandon(id, in == null ? null : in.reason());
  }
}
