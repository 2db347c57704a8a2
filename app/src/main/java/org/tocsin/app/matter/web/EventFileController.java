package org.tocsin.app.matter.web;

import static org.tocsin.app.matter.web.IncidentRequests.needed;

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
import org.tocsin.app.matter.EventChecklists;
import org.tocsin.app.matter.EventFile;
import org.tocsin.app.matter.EventFileId;
import org.tocsin.app.matter.EventFileState;
import org.tocsin.app.matter.EventFiles;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.kernel.MatterId;

/** Files of major events over HTTP. */
@RestController
@RequestMapping("/api")
class EventFileController {
  private static final String KEY = "Idempotency-Key";

  record PlanRequest(@Nullable Long version, EventFiles.@Nullable Plan plan) {}

  record TickRequest(@Nullable Long version, @Nullable Boolean done, @Nullable String note) {}

  record PostRequest(@Nullable String name, @Nullable Integer required, @Nullable Integer filled) {
    EventFile.Post post() {
      return new EventFile.Post(
          IncidentRequests.text(name),
          needed("posts.required", required),
          needed("posts.filled", filled));
    }
  }

  record PostsRequest(@Nullable Long version, @Nullable List<PostRequest> posts) {}

  record MoveRequest(
      @Nullable Long version, @Nullable EventFileState to, @Nullable String report) {}

  record LinkRequest(@Nullable MatterId incidentId) {}

  private final EventFiles files;

  EventFileController(EventFiles files) {
    this.files = files;
  }

  @GetMapping("/event-checklists")
  EventChecklists checklists() {
    return files.checklists();
  }

  @GetMapping("/event-files")
  Page<EventFile> list(
      @RequestParam(defaultValue = "true") boolean open,
      @RequestParam(required = false) @Nullable EventFileId after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return files.list(open, after, Page.limit(limit));
  }

  @GetMapping("/event-files/{id}")
  EventFile get(@PathVariable EventFileId id) {
    return files.get(id);
  }

  @GetMapping("/event-files/{id}/history")
  List<EventFile.Fact> history(@PathVariable EventFileId id) {
    return files.history(id);
  }

  @GetMapping("/event-files/{id}/incidents")
  List<IncidentView> incidents(@PathVariable EventFileId id) {
    return files.incidents(id);
  }

  @PostMapping("/event-files")
  @ResponseStatus(HttpStatus.CREATED)
  EventFile open(
      @RequestBody EventFiles.Plan plan,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return files.open(plan, key);
  }

  @PutMapping("/event-files/{id}")
  EventFile plan(
      @PathVariable EventFileId id,
      @RequestBody PlanRequest in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return files.plan(id, needed("version", in.version()), needed("plan", in.plan()), key);
  }

  @PostMapping("/event-files/{id}/items/{item}")
  EventFile tick(
      @PathVariable EventFileId id,
      @PathVariable String item,
      @RequestBody TickRequest in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return files.tick(
        id, item, needed("version", in.version()), needed("done", in.done()), in.note(), key);
  }

  @PutMapping("/event-files/{id}/posts")
  EventFile posts(
      @PathVariable EventFileId id,
      @RequestBody PostsRequest in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    List<EventFile.Post> posts =
        needed("posts", in.posts()).stream().map(PostRequest::post).toList();
    return files.posts(id, needed("version", in.version()), posts, key);
  }

  @PostMapping("/event-files/{id}/state")
  EventFile move(
      @PathVariable EventFileId id,
      @RequestBody MoveRequest in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return files.move(id, needed("version", in.version()), needed("to", in.to()), in.report(), key);
  }

  @PostMapping("/event-files/{id}/incidents")
  EventFile link(
      @PathVariable EventFileId id,
      @RequestBody LinkRequest in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return files.link(id, needed("incidentId", in.incidentId()), key);
  }

  @PostMapping("/event-files/{id}/incidents/{incident}/remove")
  EventFile unlink(
      @PathVariable EventFileId id,
      @PathVariable MatterId incident,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return files.unlink(id, incident, key);
  }
}
