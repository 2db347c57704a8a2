package org.tocsin.app.dispatch.web;

import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.dispatch.AlertView;
import org.tocsin.app.dispatch.Alerts;
import org.tocsin.app.foundation.Page;

/** Overdue steps over HTTP. */
@RestController
class AlertController {
  private final Alerts alerts;

  AlertController(Alerts alerts) {
    this.alerts = alerts;
  }

  @GetMapping("/api/alerts")
  Page<AlertView> open(
      @RequestParam(required = false) @Nullable String after,
      @RequestParam(required = false) @Nullable Integer limit) {
    return alerts.open(after, Page.limit(limit));
  }
}
