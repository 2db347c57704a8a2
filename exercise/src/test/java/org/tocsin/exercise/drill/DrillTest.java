package org.tocsin.exercise.drill;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tocsin.exercise.AppServer;
import org.tocsin.exercise.http.Tocsin;
import org.tocsin.exercise.play.Tidy;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A drill on the real server with a trainee who does some things well and misses others. */
class DrillTest {
  private static final Instant START = Instant.parse("2026-03-06T11:00:00Z");

  private static Instant at(int seconds) {
    return START.plusSeconds(10 + seconds);
  }

  /** Who works at the screens, on an instance with one agency. */
  private record Trainee(Tocsin tocsin, String exercise, String agency) {
    private JsonNode post(String path, ObjectNode body, int second) {
      return tocsin.post(path, body).at(at(second)).exercise(exercise).send();
    }

    private String unit(String sign, String type) {
      ObjectNode unit = Tocsin.object().put("callSign", sign).put("typeCode", type);
      unit.put("agencyId", agency);
      return post("/api/units", unit, 0).path("id").asString();
    }

    private String incident(String call, int second) {
      post("/api/calls/" + call + "/answer", Tocsin.object(), second);
      ObjectNode body = Tocsin.object().put("signalId", call).put("typeCode", "TRAFFIC-COLLISION");
      body.put("priority", 1).put("addressText", "外环东路").put("narrative", "追尾");
      body.putObject("place").put("label", "外环东路").put("lat", 35.5).put("lon", 123.0);
      return post("/api/incidents", body, second + 20).path("id").asString();
    }

    private void work(Injector injector) {
      String traffic = unit("交101", "TRAFFIC");
      String medic = unit("急101", "MEDIC");
      injector.ring(0, at(0));
      String incident = incident(injector.signal(0), 5);
      ObjectNode order = Tocsin.object().put("reason", "演练");
      order.putArray("unitIds").add(traffic).add(medic);
      JsonNode orders = post("/api/incidents/" + incident + "/orders", order, 60);
      for (JsonNode o : orders) {
        int late = o.path("callSign").asString().equals("急101") ? 70 : 12;
        post(
            "/api/device/assignments/" + o.path("id").asString() + "/status",
            Tocsin.object().put("status", "ACKNOWLEDGED"),
            60 + late);
      }
      injector.ring(1, at(140));
      post("/api/calls/" + injector.signal(1) + "/answer", Tocsin.object(), 170);
      long version = tocsin.get("/api/incidents/" + incident).path("version").asLong();
      ObjectNode join = Tocsin.object().put("signalId", injector.signal(1));
      post("/api/incidents/" + incident + "/calls", join.put("version", version), 180);
      injector.ring(3, at(190));
      post("/api/calls/" + injector.signal(3) + "/answer", Tocsin.object(), 195);
      ObjectNode why = Tocsin.object().put("reason", "无人说话");
      post("/api/calls/" + injector.signal(3) + "/nuisance", why, 200);
    }

    /** Real figures count nothing of the drill, the drill's own count it. */
    private void nothingIsReal() {
      new org.tocsin.exercise.check.Checker(tocsin).awaitQuiet(Duration.ofSeconds(60));
      String period =
          "/api/figures/response?by=none&from=2026-03-06T00:00:00Z&to=2026-03-08T00:00:00Z";
      JsonNode real = tocsin.get(period);
      assertThat(real.path("figures")).isNotEmpty();
      real.path("figures")
          .forEach(f -> assertThat(f.path("count").asInt()).as("real %s", f.path("code")).isZero());
      long drilled = 0;
      for (JsonNode f : tocsin.get(period + "&exercise=" + exercise).path("figures")) {
        drilled += f.path("count").asLong();
      }
      assertThat(drilled).isPositive();
    }
  }

  @Test
  void theSheetTellsWhatWasDoneWhenAndWhatWasMissedAndNothingOfItIsReal() {
    try (AppServer server = AppServer.start(START, "Asia/Shanghai")) {
      Tocsin tocsin = new Tocsin(server.url(), AppServer.TOKEN, Duration.ofSeconds(20));
      String agency =
          tocsin
              .post("/api/agencies", Tocsin.object().put("code", "T").put("nameZh", "测试局"))
              .send()
              .path("id")
              .asString();
      Scenario scenario = Scenario.read("pile-up");
      String exercise = Injector.begin(tocsin, scenario, "test");
      Injector injector = new Injector(tocsin, scenario, exercise);
      Trainee trainee = new Trainee(tocsin, exercise, agency);
      trainee.work(injector);
      ScoreSheet sheet =
          new Drill(tocsin, scenario, 1, line -> {}).score(exercise, START, injector.signals());
      judged(sheet);
      trainee.nothingIsReal();
      new Tidy(tocsin).end(exercise);
      assertThat(tocsin.all("/api/incidents?state=open")).isEmpty();
      assertThat(tocsin.all("/api/calls?state=open")).isEmpty();
    }
  }

  private static void judged(ScoreSheet sheet) {
    List<String> met =
        sheet.lines().stream()
            .filter(ScoreSheet.Line::met)
            .map(l -> l.subject().en() + ": " + l.wish().en() + " = " + l.result().en())
            .toList();
    assertThat(met)
        .contains(
            "Call 1 (0:00): answered within 15 s = 5 s, exercise driver",
            "Call 4 (0:55): judged a nuisance = NUISANCE",
            "Pile-up: type TRAFFIC-COLLISION = TRAFFIC-COLLISION",
            "Pile-up: ordered within 90 s = 60 s",
            "Pile-up: 1 MEDIC sent = 1",
            "Pile-up · 交101: acknowledged within 60 s = 12 s");
    String missed =
        sheet.missed().stream()
            .map(l -> l.subject().en() + ": " + l.wish().en() + " = " + l.result().en())
            .collect(Collectors.joining("\n"));
    assertThat(missed)
        .contains("Call 2 (0:20): answered within 15 s = 30 s")
        .contains("Call 3 (0:35): answered within 15 s = nobody answered")
        .contains("Pile-up · 急101: acknowledged within 60 s = 70 s")
        .contains("Pile-up: all calls in one incident = 2 of 5")
        .contains("Pile-up: 2 TRAFFIC sent = 1")
        .contains("Pile-up: first unit on scene within 900 s = never")
        .contains("Lorry leaking fuel: an incident was made = none was made");
    assertThat(sheet.markdown(java.util.Locale.CHINESE)).contains("急101").contains("✗");
  }
}
