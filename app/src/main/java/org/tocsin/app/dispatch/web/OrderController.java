package org.tocsin.app.dispatch.web;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.tocsin.app.dispatch.AlertView;
import org.tocsin.app.dispatch.Alerts;
import org.tocsin.app.dispatch.AssignmentStatus;
import org.tocsin.app.dispatch.AssignmentView;
import org.tocsin.app.dispatch.Orders;
import org.tocsin.app.dispatch.RecommendationView;
import org.tocsin.app.dispatch.Recommendations;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.UnitId;

/** Recommendation, orders and what units report, over HTTP. */
@RestController
@RequestMapping("/api")
class OrderController {
  private final Orders orders;
  private final Recommendations recommendations;
  private final Alerts alerts;

  OrderController(Orders orders, Recommendations recommendations, Alerts alerts) {
    this.orders = orders;
    this.recommendations = recommendations;
    this.alerts = alerts;
  }

  record OrderRequest(
      @NotNull List<UnitId> unitIds, @Nullable String reason, @Nullable Boolean allowBusy) {}

  record StatusRequest(@NotNull AssignmentStatus status, @Nullable Instant occurredAt) {}

  record FeedbackRequest(
      @NotBlank String text, @Nullable String dispositionCode, @Nullable Instant occurredAt) {}

  record CancelRequest(@NotBlank String reason) {}

  record DivertRequest(@NotNull MatterId toIncidentId, @NotBlank String reason) {}

  @GetMapping("/incidents/{id}/recommendation")
  RecommendationView recommendation(@PathVariable String id) {
    return recommendations.forIncident(incident(id));
  }

  @GetMapping("/incidents/{id}/assignments")
  List<AssignmentView> assignments(@PathVariable String id) {
    return orders.of(incident(id));
  }

  @GetMapping("/incidents/{id}/alerts")
  List<AlertView> alerts(@PathVariable String id) {
    return alerts.of(incident(id));
  }

  @PostMapping("/incidents/{id}/orders")
  @ResponseStatus(HttpStatus.CREATED)
  List<AssignmentView> order(
      @PathVariable String id,
      @Valid @RequestBody OrderRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return orders.order(
        new Orders.Order(
            incident(id),
            request.unitIds(),
            request.reason(),
            Boolean.TRUE.equals(request.allowBusy())),
        key);
  }

  @PostMapping({"/assignments/{id}/status", "/device/assignments/{id}/status"})
  AssignmentView status(
      @PathVariable String id,
      @Valid @RequestBody StatusRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return orders.report(assignment(id), request.status(), request.occurredAt(), key);
  }

  @PostMapping("/assignments/{id}/feedback")
  AssignmentView feedback(
      @PathVariable String id,
      @Valid @RequestBody FeedbackRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return orders.feedback(
        assignment(id), request.text(), request.dispositionCode(), request.occurredAt(), key);
  }

  @PostMapping("/assignments/{id}/check-in")
  AssignmentView checkIn(@PathVariable String id) {
    return orders.checkIn(assignment(id));
  }

  @PostMapping("/assignments/{id}/cancel")
  AssignmentView cancel(@PathVariable String id, @Valid @RequestBody CancelRequest request) {
    return orders.cancel(assignment(id), request.reason());
  }

  @PostMapping("/assignments/{id}/divert")
  @ResponseStatus(HttpStatus.CREATED)
  AssignmentView divert(
      @PathVariable String id,
      @Valid @RequestBody DivertRequest request,
      @RequestHeader(name = "Idempotency-Key", required = false) @Nullable String key) {
    return orders.divert(assignment(id), request.toIncidentId(), request.reason(), key);
  }

  private static MatterId incident(String id) {
    return Params.id(id, "incident", MatterId::of);
  }

  private static AssignmentId assignment(String id) {
    return Params.id(id, "assignment", AssignmentId::of);
  }
}
