package org.tocsin.app.matter.web;

import static org.tocsin.app.matter.web.IncidentRequests.needed;
import static org.tocsin.app.matter.web.IncidentRequests.text;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.matter.Edit;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Incidents;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.SignalId;

/** What people do to incidents, over HTTP. Every write may carry an idempotency key. */
@RestController
@RequestMapping("/api/incidents")
class IncidentController {
  private static final String KEY = "Idempotency-Key";
  private final Incidents incidents;

  IncidentController(Incidents incidents) {
    this.incidents = incidents;
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  IncidentView create(
      @RequestBody IncidentRequests.Create in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return incidents.create(in.toIncident(), key);
  }

  @PostMapping("/{id}/calls")
  IncidentView join(
      @PathVariable MatterId id,
      @RequestBody IncidentRequests.Join in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return incidents.edit(id, in.toEdit(), key);
  }

  /** Undoes a join: the call waits for a judgement again. */
  @PostMapping("/{id}/calls/{signalId}/separate")
  IncidentView separate(
      @PathVariable MatterId id,
      @PathVariable SignalId signalId,
      @RequestBody(required = false) IncidentRequests.@Nullable Reason in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return incidents.edit(id, new Edit.Separate(signalId, in == null ? null : in.reason()), key);
  }

  @PostMapping("/{id}/merge")
  IncidentView merge(
      @PathVariable MatterId id,
      @RequestBody IncidentRequests.Merge in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return incidents.edit(id, in.toEdit(), key);
  }

  @PostMapping("/{id}/unmerge")
  IncidentView unmerge(
      @PathVariable MatterId id,
      @RequestBody IncidentRequests.Reason in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return incidents.edit(
        id, new Edit.Unmerge(needed("version", in.version()), text(in.reason())), key);
  }

  @PostMapping("/{id}/classify")
  IncidentView classify(
      @PathVariable MatterId id,
      @RequestBody IncidentRequests.Classify in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return incidents.edit(id, in.toEdit(), key);
  }

  @PostMapping("/{id}/place")
  IncidentView place(
      @PathVariable MatterId id,
      @RequestBody IncidentRequests.Relocate in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return incidents.edit(id, in.toEdit(), key);
  }

  @PostMapping("/{id}/notes")
  IncidentView note(
      @PathVariable MatterId id,
      @RequestBody IncidentRequests.Note in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return incidents.edit(id, new Edit.Note(text(in.text())), key);
  }

  @PostMapping("/{id}/close")
  IncidentView close(
      @PathVariable MatterId id,
      @RequestBody IncidentRequests.Close in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return incidents.edit(id, in.toEdit(), key);
  }

  @PostMapping("/{id}/reopen")
  IncidentView reopen(
      @PathVariable MatterId id,
      @RequestBody IncidentRequests.Reason in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return incidents.edit(
        id, new Edit.Reopen(needed("version", in.version()), text(in.reason())), key);
  }

  @PostMapping("/{id}/nuisance")
  IncidentView nuisance(
      @PathVariable MatterId id,
      @RequestBody IncidentRequests.Reason in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return incidents.edit(
        id, new Edit.MarkNuisance(needed("version", in.version()), text(in.reason())), key);
  }

  @PostMapping("/{id}/handover")
  IncidentView handover(
      @PathVariable MatterId id,
      @RequestBody IncidentRequests.Handover in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return incidents.edit(id, in.toEdit(), key);
  }

  @PostMapping("/{id}/handover/accept")
  IncidentView acceptHandover(
      @PathVariable MatterId id,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return incidents.edit(id, new Edit.AcceptHandover(), key);
  }

  @PostMapping("/{id}/handover/decline")
  IncidentView declineHandover(
      @PathVariable MatterId id,
      @RequestBody IncidentRequests.Reason in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return incidents.edit(id, new Edit.DeclineHandover(text(in.reason())), key);
  }
}
