package org.tocsin.app.matter.internal.loop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.app.matter.internal.loop.Works.path;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.foundation.Retention;
import org.tocsin.app.matter.internal.loop.Works.Seat;
import org.tocsin.app.staff.Http;
import org.tocsin.app.staff.StaffTest;
import org.tocsin.app.staff.internal.People;
import org.tocsin.kernel.AgencyId;
import org.tocsin.kernel.InstanceClock;
import org.tocsin.kernel.MatterId;
import org.tocsin.kernel.OfficerId;
import tools.jackson.databind.JsonNode;

/**
 * Clocks of matters fire once, over outages, crashes and several nodes; pauses and extensions
 * count.
 */
@StaffTest
@Import(Works.class)
class LoopClockTest {
  @LocalServerPort int port;
  @Autowired People people;
  @Autowired Works works;
  @Autowired JdbcClient jdbc;
  @Autowired LoopDesk desk;
  @Autowired PartsStore parts;
  @Autowired LoopStore store;
  @Autowired NextFiring next;
  @Autowired Migrator migrator;
  @Autowired InstanceClock clock;
  @Autowired Retention retention;
  @Autowired PlatformTransactionManager transactions;

  private AgencyId division = AgencyId.next();
  private Seat one = new Seat(new People.Person(OfficerId.next(), ""), new Http(0), 0);
  private Seat two = one;
  private Seat chief = one;

  @BeforeEach
  void town() {
    works.declare();
    division = people.agency(people.root().id(), "分局").id();
    AgencyId station = people.agency(division, "派出所").id();
    one = Works.seat(people, port, station, "station-officer");
    two = Works.seat(people, port, station, "station-officer");
    chief = Works.seat(people, port, division, "station-officer");
  }

  private List<String> what(JsonNode m) {
    return one.get(path(m) + "/timeline?limit=200").body().path("items").findValuesAsString("what");
  }

  private long count(JsonNode m, String what) {
    return what(m).stream().filter(what::equals).count();
  }

  private static JsonNode clock(JsonNode m, String name) {
    for (JsonNode clock : m.path("clocks")) {
      if (clock.path("name").asString().equals(name)) {
        return clock;
      }
    }
    throw new AssertionError("no clock " + name + " in " + m.path("clocks"));
  }

  @Test
  void whatIsNotServedInTimeIsWarnedThenToldUpTheTreeOnceEach() {
    JsonNode m = one.raise();
    String id = m.path("id").asString();
    works.pass(port, Duration.ofHours(49));
    assertThat(count(m, "CLOCK_WARNED")).isEqualTo(1);
    works.pass(port, Duration.ofHours(24));
    assertThat(count(m, "CLOCK_EXPIRED")).isEqualTo(1);
    assertThat(count(m, "CLOCK_ESCALATED")).isEqualTo(1);
    assertThat(inbox(chief, "view=station")).as("told to the division").contains(id);
    assertThat(inbox(one, "view=station&due=overdue")).contains(id);
    works.pass(port, Duration.ofDays(30));
    assertThat(count(m, "CLOCK_ESCALATED")).as("the root is the last to be told").isEqualTo(2);
    assertThat(one.matter(m).path("escalatedTo")).hasSize(2);
    assertThat(clock(one.matter(m), "serve").path("overdue").asBoolean()).isTrue();
    one.serve(m, works.day(3));
    assertThat(inbox(chief, "view=station")).doesNotContain(id);
    assertThat(clock(one.matter(m), "serve").path("state").asString()).isEqualTo("EXPIRED");
  }

  private static List<String> inbox(Seat seat, String query) {
    return seat.get("/api/inbox?limit=200&" + query).body().path("items").findValuesAsString("id");
  }

  @Test
  void theDefaultIsDoneOnceWhoeverLooksAndWhoeverDies() throws Exception {
    JsonNode m = one.raise();
    one.serve(m, works.day(2));
    MatterId id = MatterId.of(m.path("id").asString());
    Instant due =
        jdbc.sql("select due_at from matter.loop_clock where matter_id = :id and clock = 'rectify'")
            .param("id", id.value())
            .query((rs, n) -> rs.getTimestamp(1).toInstant())
            .single();
    // The clock leaps without telling anybody: an outage.
    clock.drive(due.plusSeconds(3_600), 0);
    TransactionTemplate tx = new TransactionTemplate(transactions);
    tx.executeWithoutResult(
        s -> {
          store.lockFree(List.of(id));
          Acting.run(Actor.system("clock"), () -> desk.caughtUp(desk.locked(id), clock.instant()));
          // The node dies before it commits.
          s.setRollbackOnly();
        });
    assertThat(one.matter(m).path("state").asString()).isEqualTo("served");
    // Two nodes wake up together.
    int nodes = 4;
    CountDownLatch start = new CountDownLatch(1);
    try (ExecutorService pool = Executors.newFixedThreadPool(nodes)) {
      List<Future<?>> all =
          java.util.stream.IntStream.range(0, nodes)
              .<Future<?>>mapToObj(
                  i ->
                      pool.submit(
                          () -> {
                            start.await();
                            LoopTick node =
                                new LoopTick(parts, store, desk, next, migrator, transactions);
                            Acting.run(Actor.system("clock"), () -> node.advanced(clock.instant()));
                            return null;
                          }))
              .toList();
      start.countDown();
      for (Future<?> f : all) {
        f.get();
      }
    }
    assertThat(one.matter(m).path("state").asString()).isEqualTo("penalty");
    assertThat(count(m, "overdue")).isEqualTo(1);
    assertThat(
            jdbc.sql(
                    "select count(*) from matter.loop_deed where matter_id = :id and transition = 'overdue'")
                .param("id", id.value())
                .query(Long.class)
                .single())
        .isEqualTo(1);
  }

  @Test
  void anActAfterTheDefaultWasDueIsStale() {
    JsonNode m = one.serve(one.raise(), works.day(1));
    long version = m.path("version").asLong();
    Instant due = Instant.parse(clock(m, "rectify").path("dueAt").asString());
    clock.drive(due.plusSeconds(60), 0);
    String photo = one.proof("/api/matter-proofs", "photo", Works.PNG);
    Http.Answer late = one.act(m, "report", Map.of("version", version, "proofIds", List.of(photo)));
    assertThat(late.code()).isEqualTo("STALE");
    works.pass(port, Duration.ofSeconds(1));
    assertThat(one.matter(m).path("state").asString()).isEqualTo("penalty");
  }

  @Test
  void pausesAndExtensionsByTheAgencyAboveMoveTheDueDateAndAreProved() {
    JsonNode m = one.serve(one.raise(), works.day(5));
    String clockPath = path(m) + "/clocks/rectify";
    Instant due = Instant.parse(clock(m, "rectify").path("dueAt").asString());
    long version = m.path("version").asLong();
    assertThat(
            one.post(
                    clockPath + "/extend",
                    Map.of("version", version, "reason", "材料未到", "amount", 3))
                .code())
        .isEqualTo("ACT_AGENCY");
    Http.Answer extended =
        chief.post(
            clockPath + "/extend", Map.of("version", version, "reason", "材料未到", "amount", 3));
    assertThat(extended.status()).as("%s", extended.body()).isEqualTo(200);
    assertThat(Instant.parse(clock(extended.body(), "rectify").path("dueAt").asString()))
        .isEqualTo(due.plus(Duration.ofDays(3)));
    long next = extended.body().path("version").asLong();
    assertThat(
            chief
                .post(clockPath + "/extend", Map.of("version", next, "reason", "再延", "amount", 1))
                .code())
        .isEqualTo("CLOCK_LIMIT");
    assertThat(chief.post(clockPath + "/pause", Map.of("version", next, "reason", "")).status())
        .isEqualTo(400);
    // Days count at their end, and the first not at all: pause on the second.
    works.pass(port, Duration.ofDays(1));
    JsonNode paused =
        chief.post(clockPath + "/pause", Map.of("version", next, "reason", "鉴定")).body();
    assertThat(clock(paused, "rectify").path("state").asString()).isEqualTo("PAUSED");
    assertThat(clock(paused, "rectify").path("mayResume").asBoolean()).isTrue();
    works.pass(port, Duration.ofDays(2));
    JsonNode resumed =
        chief
            .post(
                clockPath + "/resume",
                Map.of("version", paused.path("version").asLong(), "reason", "鉴定完毕"))
            .body();
    assertThat(Instant.parse(clock(resumed, "rectify").path("dueAt").asString()))
        .isEqualTo(due.plus(Duration.ofDays(5)));
    JsonNode proof = one.get(clockPath + "/proof").body();
    assertThat(proof.path("lines").size()).isGreaterThan(3);
    assertThat(proof.path("dueAt").asString())
        .isEqualTo(clock(resumed, "rectify").path("dueAt").asString());
  }

  @Test
  void printsAreNumberedWithoutGapsAndReprintsSayTheSame() throws Exception {
    JsonNode early = one.raise();
    assertThat(one.get(path(early) + "/prints/notice").code())
        .isIn("PRINT_NOT_NOW", "PRINT_FONT_MISSING");
    org.junit.jupiter.api.Assumptions.assumeFalse(
        one.get(path(early) + "/prints/notice").code().equals("PRINT_FONT_MISSING"),
        "skipped: no Chinese font on this machine");
    JsonNode a = one.serve(one.raise(), works.day(9));
    JsonNode b = one.serve(one.raise(), works.day(9));
    byte[] first = one.bytes(path(a) + "/prints/notice").body();
    assertThat(new String(first, 0, 5, java.nio.charset.StandardCharsets.US_ASCII))
        .isEqualTo("%PDF-");
    int number = number(a);
    assertThat(one.bytes(path(a) + "/prints/notice").body().length).isGreaterThan(2_000);
    assertThat(number(a)).as("a reprint keeps its number").isEqualTo(number);
    assertThat(one.matter(a).path("prints").path(0).path("copies").asInt()).isEqualTo(2);
    // A print that fails gives its number back.
    new TransactionTemplate(transactions)
        .executeWithoutResult(
            s -> {
              parts.settle(MatterId.of(b.path("id").asString()), "none", clock.instant());
              s.setRollbackOnly();
            });
    one.bytes(path(b) + "/prints/notice?lang=en");
    assertThat(number(b)).isEqualTo(number + 1);
    String kept =
        jdbc.sql("select content::text from matter.loop_print where matter_id = cast(:id as uuid)")
            .param("id", a.path("id").asString())
            .query(String.class)
            .single();
    assertThat(kept).contains("东港化工有限公司", "消防通道堵塞", "消防法第28条", "〔2026〕第");
  }

  private int number(JsonNode m) {
    String number = one.matter(m).path("prints").path(0).path("number").asString();
    return Integer.parseInt(number.replaceAll(".*第(\\d+)号", "$1"));
  }

  @Test
  void personalFieldsAreEmptiedWhenTheirTimeIsOver() {
    JsonNode m = one.report(one.serve(one.raise(), works.day(5)));
    two.done(m, "pass", Works.passing());
    works.pass(port, Duration.ofDays(11));
    retention.enforce();
    assertThat(one.matter(m).path("fields").has("phone")).as("kept for ten days").isFalse();
    assertThat(one.matter(m).path("fields").has("contact")).as("kept for thirty").isTrue();
    String photo = m.path("proofs").path(0).path("id").asString();
    assertThat(one.bytes(path(m) + "/proofs/" + photo).statusCode()).isEqualTo(200);
    works.pass(port, Duration.ofDays(20));
    retention.enforce();
    assertThat(one.matter(m).path("fields").has("contact")).isFalse();
    assertThat(one.bytes(path(m) + "/proofs/" + photo).statusCode()).isEqualTo(404);
    JsonNode reported = one.matter(m);
    assertThat(reported.path("fields").path("company").path("text").asString())
        .isEqualTo("东港化工有限公司");
  }
}
