package org.tocsin.app.matter.web;

import static org.tocsin.app.matter.web.IncidentRequests.text;

import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
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
import org.tocsin.app.matter.Inbox;
import org.tocsin.app.matter.InboxFilterId;
import org.tocsin.app.matter.InboxLine;

/** The inbox over HTTP. */
@RestController
@RequestMapping("/api/inbox")
class InboxController {
  private static final String KEY = "Idempotency-Key";

  record FilterRequest(@Nullable String name, @Nullable String query) {}

  private final Inbox inbox;

  InboxController(Inbox inbox) {
    this.inbox = inbox;
  }

  @GetMapping
  Page<InboxLine> list(
      @RequestParam(defaultValue = "mine") String view,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String state,
      @RequestParam(required = false) @Nullable String due,
      @RequestParam(required = false) @Nullable String text,
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return inbox.list(
        new Inbox.Query(
            one(Inbox.View.class, "view", view),
            blank(kind),
            blank(state),
            blank(due) == null ? null : one(Inbox.Due.class, "due", text(due)),
            blank(text),
            blank(after),
            Page.limit(limit)));
  }

  private static @Nullable String blank(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  private static <E extends Enum<E>> E one(Class<E> type, String name, String value) {
    try {
      return Enum.valueOf(type, value.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.invalid(name, "unknown", value);
    }
  }

  @GetMapping("/filters")
  List<Inbox.Filter> filters() {
    return inbox.filters();
  }

  @PostMapping("/filters")
  @ResponseStatus(HttpStatus.CREATED)
  Inbox.Filter keep(
      @RequestBody FilterRequest in,
      @RequestHeader(name = KEY, required = false) @Nullable String key) {
    return inbox.keep(text(in.name()), text(in.query()), key);
  }

  @DeleteMapping("/filters/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void drop(@PathVariable InboxFilterId id) {
    inbox.drop(id);
  }
}
