package org.tocsin.app.matter.loop;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.ClockDriver;
import org.tocsin.app.matter.MatterCounts;
import org.tocsin.app.matter.MatterProofs;
import org.tocsin.app.matter.Matters;
import org.tocsin.app.staff.internal.People;
import org.tocsin.app.staff.internal.Standings;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.MatterId;
import org.tocsin.matters.Closing;
import org.tocsin.matters.MatterKind;
import org.tocsin.matters.Transition;
import org.tocsin.matters.check.Declarations;
import org.tocsin.matters.check.Known;
import org.tocsin.matters.walk.RandomForm;

/**
 * Every shipped kind under random acts of random people, with transfers, pauses, cut-off commits
 * and the clock going on: what the database holds afterwards is checked by rules of the test's own.
 * {@code -Dtocsin.walk.acts} says how many acts a kind gets (10,000 for the long walk), {@code
 * -Dtocsin.walk.seed} which walk it is.
 */
@LoopTest
class WalkTest {
  private static final int ACTS = Integer.getInteger("tocsin.walk.acts", 36);
  private static final long SEED = Long.getLong("tocsin.walk.seed", 20261122);
  private static final int MATTERS = 3;
  private static final int DAYS_AT_ONCE = 4;
  private static final List<String> ROLES =
      List.of(
          "station-officer",
          "station-officer",
          "station-officer",
          "traffic-officer",
          "traffic-officer",
          "traffic-officer",
          "window-clerk",
          "auxiliary",
          "property-keeper");
  private static final List<String> ABOVE =
      List.of(
          "chief",
          "chief",
          "supervisor",
          "supervisor",
          "legal-reviewer",
          "legal-reviewer",
          "call-taker",
          "complaint-officer",
          "complaint-officer",
          "duty-commander",
          "fund-manager",
          "fund-manager");

  @Autowired People people;
  @Autowired Standings standings;
  @Autowired Matters matters;
  @Autowired MatterProofs proofs;
  @Autowired InstanceClock clock;
  @Autowired ClockDriver driver;
  @Autowired JdbcClient jdbc;
  @Autowired PlatformTransactionManager transactions;

  private final List<Walker.Player> actors = new ArrayList<>();
  private final List<AgencyId> stations = new ArrayList<>();
  private @Nullable Actor top;
  private AgencyId district = AgencyId.next();

  @BeforeEach
  void everybody() {
    district = people.agency(people.root().id(), "行走分局").id();
    stations.add(people.agency(district, "甲所").id());
    stations.add(people.agency(district, "乙所").id());
    ROLES.forEach(role -> actors.add(player(stations.getFirst(), role)));
    actors.add(player(stations.get(1), "station-officer"));
    top = actor(people.root().id(), "station-officer");
    ABOVE.forEach(role -> actors.add(player(district, role)));
  }

  private Walker.Player player(AgencyId agency, String role) {
    return new Walker.Player(actor(agency, role), role);
  }

  private Actor actor(AgencyId agency, String role) {
    var id = people.officer(agency, role).id();
    return standings.find(id).map(s -> standings.actor(s, "walk")).orElseThrow();
  }

  @TestFactory
  Stream<DynamicTest> noKindLeavesItsRules() throws IOException {
    return Declarations.read(Path.of("../packs/matters"), Known.NONE).kinds().stream()
        .map(kind -> DynamicTest.dynamicTest(kind.code(), () -> walk(kind)));
  }

  private void walk(MatterKind kind) {
    Random random = new Random(SEED ^ kind.code().hashCode());
    RandomForm forms =
        new RandomForm(
            random,
            actors.stream().map(a -> UUID.fromString(a.actor().id())).toList(),
            // Nobody of these two works on the matters: subjects stay apart, and others can act.
            List.of(stations.get(1).value()),
            clock.getZone());
    Walker walker =
        new Walker(
            new Walker.Server(matters, proofs, clock, new TransactionTemplate(transactions)),
            kind,
            actors,
            stations,
            forms,
            random);
    for (int i = 0; i < MATTERS; i++) {
      walker.raise();
    }
    for (int i = 0; i < ACTS; i++) {
      walker.step();
      if (i % 6 == 5) {
        pass(Duration.ofMinutes(random.nextInt(DAYS_AT_ONCE * 1440)));
      }
    }
    String told = kind.code() + " seed " + SEED + " " + walker.told();
    // A crash is an act that was done and then taken back: both show that the walk gets somewhere.
    assertThat(walker.done + walker.crashed).as(told).isGreaterThan(ACTS / 10);
    pass(Duration.ofMinutes(1));
    walker.matters.forEach(id -> new Record(kind, id, told).check());
    countsAddUp(kind, told);
  }

  /** The clock goes on; everything that was due on the way is done when this returns. */
  private void pass(Duration time) {
    Instant to = clock.instant().plus(time);
    driver.drive(to, 0);
    long due =
        jdbc.sql("select count(*) from matter.loop_clock where fire_at <= :now")
            .param("now", to.atOffset(ZoneOffset.UTC))
            .query(Long.class)
            .single();
    assertThat(due).as("clocks that are due and not done").isZero();
  }

  private void countsAddUp(MatterKind kind, String told) {
    MatterCounts counts =
        Acting.as(
            Objects.requireNonNull(top), () -> matters.counts(kind.code(), people.root().id()));
    MatterCounts.Sums root = counts.rows().getFirst().total();
    MatterCounts.Sums owns = MatterCounts.Sums.NONE;
    for (MatterCounts.Row row : counts.rows()) {
      owns = owns.plus(row.own());
    }
    assertThat(owns).as(told).isEqualTo(root);
    assertThat(root.open() + root.closed()).as(told).isEqualTo(root.raised());
    long kept =
        jdbc.sql(
                "select count(*) from matter.loop_matter where kind = :kind and exercise_id is null")
            .param("kind", kind.code())
            .query(Long.class)
            .single();
    assertThat(root.raised()).as(told).isEqualTo(kept);
  }

  /** One matter as the database tells it. */
  private final class Record {
    /** One deed as it was kept. */
    record Deed(String transition, @Nullable String from, String to, @Nullable UUID by) {}

    private final MatterKind kind;
    private final MatterId id;
    private final String told;

    Record(MatterKind kind, MatterId id, String told) {
      this.kind = kind;
      this.id = id;
      this.told = told + " " + id;
    }

    void check() {
      List<Deed> deeds =
          jdbc.sql(
                  """
                  select transition, from_state, to_state, officer_id from matter.loop_deed
                   where matter_id = :id order by seq
                  """)
              .param("id", id.value())
              .query(
                  (row, i) ->
                      new Deed(
                          row.getString(1),
                          row.getString(2),
                          row.getString(3),
                          row.getObject(4, UUID.class)))
              .list();
      String state = kind.start();
      for (int i = 1; i < deeds.size(); i++) {
        Deed deed = deeds.get(i);
        Transition t = kind.transition(deed.transition()).orElseThrow();
        assertThat(t.from()).as("%s %s", told, deeds).contains(state);
        assertThat(deed.from()).as(told).isEqualTo(state);
        assertThat(deed.to()).as(told).isEqualTo(t.to());
        assertThat(deed.by() == null)
            .as("%s: the clock's own acts only by the clock", told)
            .isEqualTo(!t.by().person());
        state = t.to();
        if (kind.state(state).closed()) {
          closedRightly(deeds.subList(0, i + 1));
        }
      }
      assertThat(
              jdbc.sql("select state from matter.loop_matter where id = :id")
                  .param("id", id.value())
                  .query(String.class)
                  .single())
          .as(told)
          .isEqualTo(state);
      defaults(deeds);
    }

    /** Someone else confirmed after the last work, and no worker closed it. */
    private void closedRightly(List<Deed> way) {
      Set<UUID> workers = new HashSet<>();
      boolean confirmed = true;
      boolean worked = false;
      UUID confirmer = null;
      for (Deed deed : way.subList(1, way.size())) {
        Transition t = kind.transition(deed.transition()).orElseThrow();
        if (t.work() && deed.by() != null) {
          workers.add(deed.by());
          worked = true;
          confirmed = false;
        }
        if (t.confirms()) {
          confirmed = true;
          confirmer = deed.by();
          assertThat(workers).as("%s %s", told, way).doesNotContain(deed.by());
        }
      }
      Deed last = way.getLast();
      boolean waived = kind.state(last.to()).waives().containsKey(Closing.Need.CONFIRMATION);
      assertThat(waived || !worked || confirmed).as("%s %s by %s", told, way, confirmer).isTrue();
      if (last.by() != null) {
        assertThat(workers).as("%s %s", told, way).doesNotContain(last.by());
      }
    }

    /** Every default that was due is done, and none twice. */
    private void defaults(List<Deed> deeds) {
      for (var declared : kind.clocks().values()) {
        String expiry = declared.expiry().orElse(null);
        if (expiry == null) {
          continue;
        }
        long moved =
            deeds.stream().filter(d -> d.transition().equals(expiry) && d.by() == null).count();
        long expired =
            jdbc.sql(
                    """
                    select count(*) from matter.loop_entry
                     where matter_id = :id and what = 'CLOCK_EXPIRED' and data->>'clock' = :clock
                    """)
                .param("id", id.value())
                .param("clock", declared.code())
                .query(Long.class)
                .single();
        assertThat(moved).as("%s: defaults of %s", told, declared.code()).isEqualTo(expired);
      }
      long missed =
          jdbc.sql(
                  """
                  select count(*) from matter.loop_clock
                   where matter_id = :id and status = 'RUNNING' and due_at <= :now
                  """)
              .param("id", id.value())
              .param("now", clock.instant().atOffset(ZoneOffset.UTC))
              .query(Long.class)
              .single();
      assertThat(missed).as("%s: clocks past their due instant", told).isZero();
    }
  }
}
