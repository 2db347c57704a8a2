package org.tocsin.app.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.dispatch.events.AssignmentArrived;
import org.tocsin.app.dispatch.events.AssignmentCleared;
import org.tocsin.app.dispatch.events.AssignmentDeparted;
import org.tocsin.app.dispatch.events.UnitDispatched;
import org.tocsin.app.figures.ReportCard.By;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ActorKind;
import org.tocsin.app.foundation.Page;
import org.tocsin.app.foundation.Permission;
import org.tocsin.app.foundation.Problem;
import org.tocsin.app.foundation.Scope;
import org.tocsin.app.matter.IncidentType.Group;
import org.tocsin.app.matter.events.IncidentClosed;
import org.tocsin.app.matter.events.IncidentCreated;
import org.tocsin.app.matter.events.IncidentEvent;
import org.tocsin.app.matter.events.IncidentMarkedNuisance;
import org.tocsin.app.matter.events.IncidentMerged;
import org.tocsin.app.matter.events.IncidentUnmerged;
import org.tocsin.app.testing.TocsinTest;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.AssignmentId;
import org.tocsin.kernel.ExerciseId;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.Quantiles;
import org.tocsin.kernel.UnitId;

@TocsinTest
class FiguresTest {
  private static final Instant DAY = Instant.parse("2025-06-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2025-07-01T00:00:00Z");

  @Autowired Figures figures;
  @Autowired ApplicationEventPublisher events;
  @Autowired PlatformTransactionManager transactions;
  @Autowired JdbcClient jdbc;

  private final ExerciseId exercise = ExerciseId.next();
  private final AgencyId agency = AgencyId.next();

  /** What the obvious computation knows of an incident. */
  private static final class Known {
    final MatterId id = MatterId.next();
    Instant received = DAY;
    boolean help;
    boolean nuisance;
    boolean closed;
    @Nullable Known into;
    long version = 1;
    final List<Map<FigureDefinition.Step, Instant>> orders = new ArrayList<>();

    Known root() {
      return into == null ? this : into.root();
    }
  }

  @Test
  void randomDaysCountAsTheObviousWayCounts() {
    long seed = 20260301;
    Random random = new Random(seed);
    List<Object> facts = new ArrayList<>();
    List<Known> known = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      known.add(incident(random, facts));
    }
    for (int i = 0; i < 60; i++) {
      merge(
          known.get(random.nextInt(known.size())),
          known.get(random.nextInt(known.size())),
          random,
          facts);
    }
    // Facts come in any order and more than once.
    facts.addAll(facts.subList(0, 100));
    Collections.shuffle(facts, random);
    tell(facts);

    Map<String, ReportCard.Value> card =
        card(new Figures.Query(DAY, LATER, null, null, exercise, By.NONE));
    List<Known> valid = known.stream().filter(k -> k.into == null && !k.nuisance).toList();
    assertThat(value(card, "INCIDENTS").count()).as("seed %s", seed).isEqualTo(valid.size());
    assertThat(value(card, "HELP-REQUESTS").count())
        .isEqualTo(valid.stream().filter(k -> k.help).count());
    assertThat(value(card, "NUISANCE-INCIDENTS").count())
        .isEqualTo(known.stream().filter(k -> k.into == null && k.nuisance).count());
    assertThat(value(card, "CLOSED-INCIDENTS").count())
        .isEqualTo(valid.stream().filter(k -> k.closed).count());
    List<Map<FigureDefinition.Step, Instant>> orders =
        known.stream().filter(k -> !k.root().nuisance).flatMap(k -> k.orders.stream()).toList();
    assertThat(value(card, "ASSIGNMENTS").count()).isEqualTo(orders.size());
    for (FigureDefinition figure : figures.definitions()) {
      if (figure.unit() == FigureDefinition.Unit.SECONDS
          && figure.per() == FigureDefinition.Per.ASSIGNMENT) {
        assertInterval(figure, value(card, figure.code()), orders);
      }
    }
  }

  private void assertInterval(
      FigureDefinition figure,
      ReportCard.Value value,
      List<Map<FigureDefinition.Step, Instant>> orders) {
    long[] all =
        orders.stream()
            .filter(o -> o.containsKey(figure.from()) && o.containsKey(figure.to()))
            .mapToLong(o -> Duration.between(o.get(figure.from()), o.get(figure.to())).toSeconds())
            .toArray();
    long[] good = java.util.Arrays.stream(all).filter(s -> s >= 0).sorted().toArray();
    assertThat(value.count()).as(figure.code()).isEqualTo(good.length);
    if (good.length > 0) {
      assertThat(value.median())
          .as(figure.code())
          .isEqualTo(Quantiles.nearestRank(good, 0.5).getAsLong());
      assertThat(value.p90())
          .as(figure.code())
          .isEqualTo(Quantiles.nearestRank(good, 0.9).getAsLong());
    }
    assertThat(value.excluded().stream().mapToLong(ReportCard.Excluded::count).sum())
        .as(figure.code())
        .isEqualTo(orders.size() - good.length);
    List<ReportCard.Entry> records = new ArrayList<>();
    String after = null;
    do {
      Page<ReportCard.Entry> page = records(figure.code(), after);
      records.addAll(page.items());
      after = page.next();
    } while (after != null);
    assertThat(records).hasSize(orders.size());
    assertThat(
            records.stream()
                .filter(ReportCard.Entry::counted)
                .mapToLong(e -> value(e))
                .sorted()
                .toArray())
        .isEqualTo(good);
  }

  private static ReportCard.Value value(Map<String, ReportCard.Value> card, String code) {
    return Objects.requireNonNull(card.get(code), code);
  }

  private static long value(ReportCard.Entry entry) {
    Long value = entry.value();
    return value == null ? -1 : value;
  }

  @Test
  void aFigureAsOfAnInstantStaysAsItWas() {
    Known first = new Known();
    Known second = new Known();
    List<Object> facts = new ArrayList<>();
    created(first, 3, facts);
    created(second, 3, facts);
    tell(facts);
    Instant before = DAY.plusSeconds(4_000);
    second.into = first;
    second.version++;
    IncidentEvent merged =
        new IncidentMerged(
            second.id,
            exercise,
            agency,
            second.version,
            DAY.plusSeconds(5_000),
            DAY.plusSeconds(5_000),
            first.id);
    tell(List.of(merged));
    assertThat(
            value(card(new Figures.Query(DAY, LATER, before, null, exercise, By.NONE)), "INCIDENTS")
                .count())
        .isEqualTo(2);
    assertThat(
            value(card(new Figures.Query(DAY, LATER, null, null, exercise, By.NONE)), "INCIDENTS")
                .count())
        .isEqualTo(1);
  }

  @Test
  void exercisesNeverEnterRealFiguresNorOthersSight() {
    List<Object> facts = new ArrayList<>();
    created(new Known(), 2, facts);
    tell(facts);
    Figures.Query ours = new Figures.Query(DAY, LATER, null, null, exercise, By.NONE);
    assertThat(value(card(ours), "INCIDENTS").count()).isEqualTo(1);
    assertThat(
            value(card(new Figures.Query(DAY, LATER, null, null, null, By.NONE)), "INCIDENTS")
                .count())
        .isZero();
    Scope elsewhere = Scope.of(Set.of(AgencyId.next()));
    Actor stranger = reader(elsewhere);
    assertThat(Acting.as(stranger, () -> figures.report(ours)).figures())
        .allSatisfy(v -> assertThat(v.count()).isZero());
    Actor nobody =
        new Actor(ActorKind.OFFICER, "x", "x", agency, Scope.all(), Set.of(), "test", null);
    assertThatThrownBy(() -> Acting.as(nobody, () -> figures.report(ours)))
        .isInstanceOf(Problem.class);
  }

  private Known incident(Random random, List<Object> facts) {
    Known known = new Known();
    known.received = DAY.plusSeconds(random.nextInt(86_400));
    known.help = random.nextInt(4) == 0;
    created(known, 1 + random.nextInt(4), facts);
    int units = random.nextInt(4);
    for (int u = 0; u < units; u++) {
      order(known, random, facts);
    }
    if (random.nextInt(10) == 0) {
      known.nuisance = true;
      Instant at = known.received.plusSeconds(200);
      facts.add(
          new IncidentMarkedNuisance(known.id, exercise, agency, ++known.version, at, at, "x"));
    }
    if (random.nextBoolean()) {
      known.closed = true;
      Instant at = known.received.plusSeconds(9_000);
      facts.add(
          new IncidentClosed(
              known.id,
              exercise,
              agency,
              ++known.version,
              at,
              at,
              "HANDLED",
              "OTHER",
              known.nuisance));
    }
    return known;
  }

  private void created(Known known, int priority, List<Object> facts) {
    Instant at = known.received.plusSeconds(60);
    facts.add(
        new IncidentCreated(
            known.id,
            exercise,
            agency,
            1,
            at,
            at,
            "n",
            known.received,
            null,
            "OTHER",
            Group.OTHER,
            known.help,
            priority,
            null,
            null,
            null));
  }

  private void order(Known known, Random random, List<Object> facts) {
    Map<FigureDefinition.Step, Instant> steps = new EnumMap<>(FigureDefinition.Step.class);
    AssignmentId id = AssignmentId.next();
    UnitId unit = UnitId.next();
    Instant dispatched = known.received.plusSeconds(60 + random.nextInt(300));
    steps.put(FigureDefinition.Step.RECEIVED, known.received);
    steps.put(FigureDefinition.Step.DISPATCHED, dispatched);
    facts.add(
        new UnitDispatched(
            id,
            known.id,
            unit,
            "PATROL",
            agency,
            agency,
            exercise,
            dispatched,
            dispatched,
            dispatched,
            null));
    if (random.nextInt(5) > 0) {
      Instant at = dispatched.plusSeconds(random.nextInt(120));
      steps.put(FigureDefinition.Step.DEPARTED, at);
      facts.add(
          new AssignmentDeparted(
              id, known.id, unit, "PATROL", agency, agency, exercise, dispatched, at, at));
    }
    if (random.nextInt(5) > 0) {
      // Now and then before the departure: impossible, and to be shown as such.
      Instant at = dispatched.plusSeconds(random.nextInt(900));
      steps.put(FigureDefinition.Step.ARRIVED, at);
      facts.add(
          new AssignmentArrived(
              id, known.id, unit, "PATROL", agency, agency, exercise, dispatched, at, at));
    }
    Instant cleared = dispatched.plusSeconds(1_000 + random.nextInt(4_000));
    steps.put(FigureDefinition.Step.CLEARED, cleared);
    facts.add(
        new AssignmentCleared(
            id,
            known.id,
            unit,
            "PATROL",
            agency,
            agency,
            exercise,
            dispatched,
            cleared,
            cleared,
            null));
    known.orders.add(steps);
  }

  private void merge(Known from, Known into, Random random, List<Object> facts) {
    if (from == into || from.into != null || into.root() == from) {
      return;
    }
    Instant at = DAY.plusSeconds(100_000);
    from.into = into;
    facts.add(new IncidentMerged(from.id, exercise, agency, ++from.version, at, at, into.id));
    if (random.nextInt(3) == 0) {
      from.into = null;
      facts.add(new IncidentUnmerged(from.id, exercise, agency, ++from.version, at, at, into.id));
    }
  }

  private void tell(List<Object> facts) {
    TransactionTemplate tx = new TransactionTemplate(transactions);
    tx.executeWithoutResult(status -> facts.forEach(events::publishEvent));
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(150))
        .until(
            () ->
                jdbc.sql(
                            "select count(*) from foundation.event_publication where completion_date is null")
                        .query(Long.class)
                        .single()
                    == 0);
  }

  private Map<String, ReportCard.Value> card(Figures.Query query) {
    Map<String, ReportCard.Value> card = new java.util.HashMap<>();
    Acting.as(reader(Scope.all()), () -> figures.report(query))
        .figures()
        .forEach(v -> card.put(v.code(), v));
    return card;
  }

  private Page<ReportCard.Entry> records(String code, @Nullable String after) {
    Figures.Query query = new Figures.Query(DAY, LATER, null, null, exercise, By.NONE);
    return Acting.as(reader(Scope.all()), () -> figures.records(code, query, null, after, 200));
  }

  private Actor reader(Scope scope) {
    return new Actor(
        ActorKind.OFFICER,
        "reader",
        "reader",
        agency,
        scope,
        Set.of(Permission.FIGURES_READ),
        "test",
        null);
  }
}
