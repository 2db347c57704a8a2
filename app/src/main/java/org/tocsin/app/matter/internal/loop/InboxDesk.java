package org.tocsin.app.matter.internal.loop;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Once;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.intake.Limits;
import org.tocsin.app.matter.Inbox;
import org.tocsin.app.matter.InboxFilterId;
import org.tocsin.app.matter.InboxLine;
import org.tocsin.app.matter.internal.SearchWords;
import org.tocsin.app.matter.internal.loop.InboxStore.Key;
import org.tocsin.app.matter.internal.loop.InboxStore.Wanted;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.OfficerId;

/** One list of what waits: matters and incidents together, soonest due first. */
@Service
class InboxDesk implements Inbox {
  private static final String CLOSED = "closed";
  private static final Duration WEEK = Duration.ofDays(7);
  private static final int MOST_FILTERS = 50;
  private static final int LONGEST_QUERY = 1_000;
  private static final Comparator<InboxLine> SOONEST =
      Comparator.comparing((InboxLine l) -> l.dueAt() == null ? Instant.MAX : l.dueAt())
          // As PostgreSQL orders ids, which is how their text is ordered.
          .thenComparing(l -> l.id().toString());
  private static final Comparator<InboxLine> NEWEST =
      Comparator.comparing((InboxLine l) -> l.id().toString()).reversed();

  private final InboxStore store;
  private final InboxIncidents incidents;
  private final FilterStore filters;
  private final Lines lines;
  private final Once once;
  private final InstanceClock clock;

  InboxDesk(
      InboxStore store,
      InboxIncidents incidents,
      FilterStore filters,
      Lines lines,
      Once once,
      InstanceClock clock) {
    this.store = store;
    this.incidents = incidents;
    this.filters = filters;
    this.lines = lines;
    this.once = once;
    this.clock = clock;
  }

  @Override
  @Transactional(readOnly = true)
  public Page<InboxLine> list(Query query) {
    Actor actor = Acting.current();
    Sight sight = Sight.of(actor);
    int limit = Page.limit(query.limit());
    Instant now = clock.instant();
    String words = words(query.text());
    if (words != null && words.isEmpty()) {
      return new Page<>(List.of(), null);
    }
    Wanted wanted = wanted(query, words, now, limit + 1);
    List<InboxLine> all = new ArrayList<>();
    if (!LinkViews.INCIDENT.equals(query.kind())) {
      all.addAll(lines.of(matters(query.view(), actor, sight, wanted), now));
    }
    if (actor.may(Permission.INCIDENT_READ)) {
      all.addAll(incidents(query.view(), actor, wanted, now));
    }
    all.sort(wanted.closed() ? NEWEST : SOONEST);
    Set<UUID> seen = new HashSet<>();
    all.removeIf(l -> !seen.add(l.id().value()));
    return Page.of(all.subList(0, Math.min(all.size(), limit + 1)), limit, InboxDesk::cursor);
  }

  private List<MatterRow> matters(View view, Actor actor, Sight sight, Wanted wanted) {
    UUID me = sight.me();
    AgencyId home = actor.agency();
    boolean own = !sight.all() && sight.agencies().length == 0;
    if (view == View.MINE || own) {
      return me == null ? List.of() : store.mine(me, wanted);
    }
    if (view == View.BELOW || home == null) {
      return sight.all() ? store.everywhere(wanted) : store.of(sight.agencies(), wanted);
    }
    List<MatterRow> rows = new ArrayList<>(store.of(new UUID[] {home.value()}, wanted));
    rows.addAll(store.escalated(home.value(), wanted));
    return rows;
  }

  private List<InboxLine> incidents(View view, Actor actor, Wanted wanted, Instant now) {
    AgencyId home = actor.agency();
    return switch (view) {
      // An incident is in the hands of units, not of one officer.
      case MINE -> List.of();
      case STATION ->
          home == null ? List.of() : incidents.of(false, new UUID[] {home.value()}, wanted, now);
      case BELOW -> incidents.of(actor.scope().everything(), actor.scope().ids(), wanted, now);
    };
  }

  private static @Nullable String words(@Nullable String text) {
    return text == null || text.isBlank()
        ? null
        : SearchWords.query(Limits.text("text", text, 200));
  }

  private Wanted wanted(Query q, @Nullable String words, Instant now, int rows) {
    boolean closed = CLOSED.equals(q.state());
    Instant tomorrow =
        LocalDate.ofInstant(now, clock.getZone())
            .plusDays(1)
            .atStartOfDay(clock.getZone())
            .toInstant();
    Instant from = null;
    Instant before = null;
    if (q.due() == Due.OVERDUE) {
      // Due at this very instant is overdue.
      before = now.plus(1, ChronoUnit.MICROS);
    } else if (q.due() == Due.TODAY || q.due() == Due.WEEK) {
      from = now;
      before = q.due() == Due.TODAY ? tomorrow : now.plus(WEEK);
    }
    return new Wanted(
        closed,
        q.kind(),
        closed ? null : q.state(),
        from,
        before,
        q.due() == Due.NONE,
        words,
        q.after() == null ? null : key(q.after()),
        rows);
  }

  private static String cursor(InboxLine line) {
    Instant due = line.open() ? line.dueAt() : null;
    return (due == null ? "-" : due.toString()) + "_" + line.id();
  }

  private static Key key(String cursor) {
    try {
      int at = cursor.lastIndexOf('_');
      String due = cursor.substring(0, at);
      return new Key(
          due.equals("-") ? null : Instant.parse(due), UUID.fromString(cursor.substring(at + 1)));
    } catch (RuntimeException e) {
      throw Problem.invalid("after", "format", cursor);
    }
  }

  @Override
  @Transactional(readOnly = true)
  public List<Filter> filters() {
    return filters.of(me());
  }

  @Override
  @Transactional
  public Filter keep(String name, String query, @Nullable String key) {
    OfficerId me = me();
    String called = Limits.required("name", name, Limits.NAME);
    String asked = Limits.text("query", query, LONGEST_QUERY);
    return once.run(
        "inbox.filter",
        key,
        List.of(called, asked),
        Filter.class,
        () -> {
          if (filters.of(me).size() >= MOST_FILTERS) {
            throw Problem.tooLarge("filters", MOST_FILTERS);
          }
          filters.keep(me, called, asked, clock.instant());
          return filters.of(me).stream()
              .filter(f -> f.name().equals(called))
              .findFirst()
              .orElseThrow();
        });
  }

  @Override
  @Transactional
  public void drop(InboxFilterId id) {
    if (!filters.drop(me(), id)) {
      throw Problem.notFound("filter", id);
    }
  }

  private static OfficerId me() {
    Actor actor = Acting.current();
    Sight.of(actor);
    return actor.officerId();
  }
}
