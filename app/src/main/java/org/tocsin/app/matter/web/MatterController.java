package org.tocsin.app.matter.web;

import static org.tocsin.app.matter.web.IncidentRequests.needed;
import static org.tocsin.app.matter.web.IncidentRequests.text;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
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
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.matter.MatterCounts;
import org.tocsin.app.matter.MatterEntry;
import org.tocsin.app.matter.MatterView;
import org.tocsin.app.matter.Matters;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.MatterId;

/** Matters of declared kinds over HTTP. Every write may carry an idempotency key. */
@RestController
@RequestMapping("/api/matters")
class MatterController {
  private static final String KEY = "Idempotency-Key";
  private final Matters matters;

  MatterController(Matters matters) {
    this.matters = matters;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  MatterView raise(
      @RequestBody MatterRequests.Raise in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return matters.raise(in.toMatter(), key);
  }

  @GetMapping("/{id}")
  MatterView get(@PathVariable MatterId id) {
    return matters.get(id);
  }

  /** Newest first. */
  @GetMapping("/{id}/timeline")
  Page<MatterEntry> timeline(
      @PathVariable MatterId id,
      @RequestParam(required = false) @Nullable Long after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return matters.timeline(id, after, Page.limit(limit));
  }

  @PostMapping("/{id}/acts")
  MatterView act(
      @PathVariable MatterId id,
      @RequestBody MatterRequests.Act in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return matters.act(id, in.toAct(), key);
  }

  @PostMapping("/{id}/reveal")
  Matters.Revealed reveal(@PathVariable MatterId id, @RequestBody MatterRequests.Reveal in) {
    return matters.reveal(id, text(in.field()), text(in.ground()));
  }

  /** {@code act} is one of pause, resume, extend. */
  @PostMapping("/{id}/clocks/{clock}/{act}")
  MatterView clock(
      @PathVariable MatterId id,
      @PathVariable String clock,
      @PathVariable String act,
      @RequestBody MatterRequests.Clock in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return matters.clock(id, clock, clockAct(act), in.toChange(), key);
  }

  private static Matters.ClockAct clockAct(String act) {
    return switch (act) {
      case "pause" -> Matters.ClockAct.PAUSE;
      case "resume" -> Matters.ClockAct.RESUME;
      case "extend" -> Matters.ClockAct.EXTEND;
      default -> throw Problem.notFound("page", act);
    };
  }

  @GetMapping("/{id}/clocks/{clock}/proof")
  Matters.DueReckoning reckoning(@PathVariable MatterId id, @PathVariable String clock) {
    return matters.reckoning(id, clock);
  }

  @PostMapping("/{id}/assign")
  MatterView assign(
      @PathVariable MatterId id,
      @RequestBody MatterRequests.Assign in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return matters.assign(id, needed("version", in.version()), in.officerId(), in.agencyId(), key);
  }

  @PostMapping("/assign")
  Matters.AllAssigned assign(
      @RequestBody MatterRequests.AssignMany in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    List<Matters.Versioned> items =
        needed("items", in.items()).stream().map(MatterRequests.Item::toItem).toList();
    return matters.assign(items, needed("officerId", in.officerId()), key);
  }

  @PostMapping("/{id}/links")
  MatterView link(
      @PathVariable MatterId id,
      @RequestBody MatterRequests.Link in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return matters.link(id, in.toLink(), key);
  }

  /** In Chinese, unless {@code lang=en} is asked for. */
  @GetMapping("/{id}/prints/{form}")
  ResponseEntity<byte[]> print(
      @PathVariable MatterId id,
      @PathVariable String form,
      @RequestParam(defaultValue = "zh") String lang) {
    Matters.Printed printed =
        matters.print(id, form, lang.toLowerCase(Locale.ROOT).startsWith("en"));
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_PDF)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline()
                .filename(printed.fileName(), StandardCharsets.UTF_8)
                .build()
                .toString())
        .header(HttpHeaders.CACHE_CONTROL, "no-store")
        .body(printed.pdf());
  }

  @GetMapping("/counts")
  MatterCounts counts(
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable AgencyId agency) {
    return matters.counts(kind, agency);
  }
}
