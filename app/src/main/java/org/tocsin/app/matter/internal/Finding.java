package org.tocsin.app.matter.internal;

import static org.tocsin.app.matter.internal.Rows.at;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.matter.DuplicateScore;
import org.tocsin.app.matter.IncidentQuery;
import org.tocsin.app.matter.IncidentTypes;
import org.tocsin.app.matter.IncidentView;
import org.tocsin.app.matter.Likely;
import org.tocsin.app.staff.Agencies;
import org.tocsin.kernel.Point;

/** Lists, searches and finds the incident that a caller may be reporting again. */
@Component
class Finding {
  /** How far back a new call may be about the same thing. */
  private static final Duration WINDOW = Duration.ofHours(4);

  /** Calls may still come shortly after an incident was closed. */
  private static final Duration AFTER_CLOSING = Duration.ofMinutes(30);

  private static final double RADIUS_METRES = 1_000;
  private static final int CANDIDATES = 60;
  private static final int SHOWN = 5;
  private static final double METRES_PER_DEGREE = 111_195;

  private final ViewStore views;
  private final IncidentTypes types;
  private final Agencies agencies;

  Finding(ViewStore views, IncidentTypes types, Agencies agencies) {
    this.views = views;
    this.types = types;
    this.agencies = agencies;
  }

  Page<IncidentView> list(IncidentQuery query) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    List<String> where = new ArrayList<>();
    Map<String, @Nullable Object> params = new HashMap<>();
    switch (query.which()) {
      case OPEN -> where.add("m.state not in ('CLOSED', 'MERGED')");
      case CLOSED -> where.add("m.state = 'CLOSED'");
      case ALL -> where.add("true");
    }
    add(where, params, "m.id < :after", "after", Rows.id(query.after()));
    add(where, params, "m.type_code = :type", "type", query.typeCode());
    add(where, params, "m.created_at >= :from", "from", at(query.from()));
    add(where, params, "m.created_at < :to", "to", at(query.to()));
    if (query.agency() != null) {
      UUID[] below =
          agencies.subtree(query.agency()).stream().map(a -> a.value()).toArray(UUID[]::new);
      add(where, params, "m.agency_id = any(:below)", "below", below);
    }
    if (query.text() != null && !query.text().isBlank()) {
      String words = SearchWords.query(Limits.text("q", query.text(), 200));
      if (words.isEmpty()) {
        return new Page<>(List.of(), null);
      }
      add(where, params, "m.search @@ cast(:words as tsquery)", "words", words);
    }
    int limit = Page.limit(query.limit());
    params.put("limit", limit + 1);
    List<IncidentView> rows =
        views.select(
            String.join(" and ", where), params, actor.scope(), " order by m.id desc limit :limit");
    return Page.of(rows, limit, v -> v.id().toString());
  }

  private static void add(
      List<String> where,
      Map<String, @Nullable Object> params,
      String condition,
      String name,
      @Nullable Object value) {
    if (value != null) {
      where.add(condition);
      params.put(name, value);
    }
  }

  List<IncidentView> openNear(double lat, double lon, double metres, Instant since) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    Point here = point(lat, lon);
    Map<String, @Nullable Object> params = box(here, metres);
    params.put("since", at(since));
    return views
        .select(
            "m.state not in ('CLOSED', 'MERGED') and m.created_at >= :since and " + IN_BOX,
            params,
            actor.scope(),
            " order by m.id desc limit " + Page.MOST)
        .stream()
        .filter(v -> metres(here, v) <= metres)
        .sorted(Comparator.comparingDouble(v -> metres(here, v)))
        .toList();
  }

  List<Likely> likely(Likely.Asked asked) {
    Actor actor = Acting.require(Permission.INCIDENT_READ);
    String address = Limits.text("addressText", asked.addressText(), Limits.ADDRESS).strip();
    String narrative = Limits.text("narrative", asked.narrative(), Limits.NARRATIVE);
    Point here =
        asked.lat() == null || asked.lon() == null ? null : point(asked.lat(), asked.lon());
    if (here == null && address.isEmpty()) {
      return List.of();
    }
    var type = asked.typeCode() == null ? null : types.find(asked.typeCode()).orElse(null);
    var fresh = new DuplicateScore.Report(here, address, type, minute(asked.at()), narrative);
    return candidates(asked.at(), here, address, actor).stream()
        .map(v -> judged(fresh, v, asked.at()))
        .filter(l -> l.score() >= DuplicateScore.THRESHOLD)
        .sorted(Comparator.comparingDouble(Likely::score).reversed())
        .limit(SHOWN)
        .toList();
  }

  private List<IncidentView> candidates(
      Instant at, @Nullable Point here, String address, Actor actor) {
    Map<String, @Nullable Object> params =
        here == null ? new HashMap<>() : box(here, RADIUS_METRES);
    params.put("since", at(at.minus(WINDOW)));
    params.put("until", at(at.plus(AFTER_CLOSING)));
    params.put("recent", at(at.minus(AFTER_CLOSING)));
    params.put("address", address.toLowerCase(Locale.ROOT));
    params.put("limit", CANDIDATES);
    String near = here == null ? "" : IN_BOX + " or ";
    return views.select(
        "m.state <> 'MERGED' and m.created_at between :since and :until"
            + " and (m.closed_at is null or m.closed_at >= :recent) and ("
            + near
            + "(:address <> '' and lower(m.address_text) = :address))",
        params,
        actor.scope(),
        " order by m.created_at desc limit :limit");
  }

  private Likely judged(DuplicateScore.Report fresh, IncidentView v, Instant at) {
    Instant received = received(v);
    Point there = v.place() == null ? null : v.place().point();
    var older =
        new DuplicateScore.Report(
            there,
            v.addressText(),
            types.find(v.typeCode()).orElse(null),
            minute(received),
            v.narrative());
    DuplicateScore.Score score = DuplicateScore.of(fresh, older);
    Double metres = score.metres();
    return new Likely(
        summary(v),
        metres == null ? null : (int) Math.round(metres),
        Math.max(0, Duration.between(received, at).toMinutes()),
        Math.round(score.probability() * 1000) / 1000.0,
        score.reasons());
  }

  private static Likely.Summary summary(IncidentView v) {
    return new Likely.Summary(
        v.id(),
        v.number(),
        v.typeCode(),
        v.typeNameZh(),
        v.typeNameEn(),
        v.priority(),
        v.state(),
        v.agencyId(),
        v.addressText(),
        v.place() == null ? null : v.place().lat(),
        v.place() == null ? null : v.place().lon(),
        received(v),
        v.callCount());
  }

  private static Instant received(IncidentView v) {
    Instant received = v.instants().received();
    return received == null ? v.instants().created() : received;
  }

  private static double minute(Instant at) {
    return at.toEpochMilli() / 60_000.0;
  }

  private static double metres(Point here, IncidentView v) {
    return v.place() == null ? Double.MAX_VALUE : here.distanceTo(v.place().point());
  }

  private static Point point(double lat, double lon) {
    if (!Point.isValid(lat, lon)) {
      throw Problem.invalid("lat", "latlon");
    }
    return new Point(lat, lon);
  }

  private static final String IN_BOX =
      "point(m.lon, m.lat) <@ box(point(:west, :south), point(:east, :north))";

  private static Map<String, @Nullable Object> box(Point here, double metres) {
    double lat = metres / METRES_PER_DEGREE;
    double lon = lat / Math.max(0.01, Math.cos(Math.toRadians(here.lat())));
    Map<String, @Nullable Object> box = new HashMap<>();
    box.put("west", here.lon() - lon);
    box.put("east", here.lon() + lon);
    box.put("south", here.lat() - lat);
    box.put("north", here.lat() + lat);
    return box;
  }
}
