package org.tocsin.app.dispatch.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.tocsin.app.dispatch.AlertId;
import org.tocsin.app.dispatch.AssignmentView;
import org.tocsin.app.dispatch.WhistleView;
import org.tocsin.app.dispatch.Whistles;
import org.tocsin.app.foundation.Audit;
import org.tocsin.app.foundation.Ledger;
import org.tocsin.app.foundation.LiveEntry;
import org.tocsin.app.foundation.Numbers;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.registry.RoadTime;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.Point;
import org.tocsin.kernel.UnitId;
import org.tocsin.kernel.WhistleId;

/** What whistles need besides their own table: numbers, times, views, tidings. */
@Component
record WhistleNews(
    JdbcClient jdbc,
    WhistleStore store,
    AssignmentStore assignments,
    RecommendationDesk recommendations,
    UnitTypes types,
    Tools tools) {

  /** The shared tools. */
  @Component
  record Tools(
      Ledger ledger,
      Changes changes,
      Views views,
      Numbers numbers,
      Once once,
      InstanceClock clock,
      DispatchPolicy policy) {}

  Changes changes() {
    return tools.changes();
  }

  Views views() {
    return tools.views();
  }

  Numbers numbers() {
    return tools.numbers();
  }

  Once once() {
    return tools.once();
  }

  InstanceClock clock() {
    return tools.clock();
  }

  DispatchPolicy policy() {
    return tools.policy();
  }

  Instant now() {
    return tools.clock().instant();
  }

  void check(Whistles.Call call) {
    if (types.find(call.specialty()).isEmpty()) {
      throw Problem.invalid("specialty", "unknown", call.specialty());
    }
    if (call.text().isBlank() || call.text().length() > 2_000) {
      throw Problem.invalid("text", "length", 1, 2_000);
    }
    WhistleView.Spot spot = call.place();
    if (spot != null
        && spot.lat() != null
        && spot.lon() != null
        && !Point.isValid(spot.lat(), spot.lon())) {
      throw Problem.invalid("place", "latlon");
    }
  }

  Map<UnitId, RoadTime> ways(@Nullable Point target, List<UnitId> units) {
    return target == null ? Map.of() : recommendations.ways(target, units);
  }

  /** The whistle a timer waits for. */
  Optional<WhistleId> ofTimer(AlertId timer) {
    return jdbc.sql("select subject_id from dispatch.timer where id = :id")
        .param("id", timer.value())
        .query((row, i) -> new WhistleId(Columns.uuid(row, "subject_id")))
        .optional();
  }

  WhistleView view(WhistleRow row) {
    List<AssignmentView> given =
        views()
            .assignments(
                store.given(row.id()).stream()
                    .flatMap(id -> assignments.find(id).stream())
                    .toList());
    return new WhistleView(
        row.id(),
        row.number(),
        row.matter(),
        row.from(),
        views().agencyName(row.from()),
        row.specialty(),
        row.text(),
        row.place(),
        row.addressed(),
        views().agencyName(row.addressed()),
        row.state(),
        row.blownAt(),
        row.blownBy(),
        row.state() == WhistleView.State.OPEN ? store.answerBy(row.id()).orElse(null) : null,
        row.answeredAt(),
        row.answeredBy(),
        row.answerReason(),
        store.steps(row.id()).stream()
            .map(
                s ->
                    new WhistleView.Step(
                        s.kind(),
                        s.agency(),
                        views().agencyName(s.agency()),
                        s.at(),
                        s.by(),
                        s.note()))
            .toList(),
        given,
        row.exercise(),
        row.version());
  }

  /** Writes the audit entry and tells open screens. */
  WhistleView tell(WhistleRow row, Audit audit) {
    Audit about = audit.about("whistle", row.id()).detail("number", row.number());
    tools.ledger().audit(row.matter() == null ? about : about.on(row.matter()));
    WhistleView view = view(row);
    tools
        .ledger()
        .publish(
            LiveEntry.of(
                "whistle",
                row.id(),
                row.version(),
                Columns.both(row.from(), row.addressed()),
                view));
    return view;
  }
}
