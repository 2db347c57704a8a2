package org.tocsin.exercise.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.tocsin.exercise.AppServer;
import org.tocsin.exercise.check.Finding;
import org.tocsin.exercise.feed.FeedException;

class LoadTest {
  @Test
  void twoHundredClientsLoseNothingAndBookNobodyTwice() {
    Instant start = Instant.parse("2026-03-02T11:00:00Z");
    try (AppServer server =
        AppServer.start(start, "Asia/Shanghai", "--tocsin.double-booking=refuse")) {
      LoadPlan plan = new LoadPlan(200, 3, 1_500, 60, 25, 1);
      List<Finding> findings =
          new Load(server.url(), AppServer.TOKEN, plan, System.out::println).run();
      assertThat(findings).allSatisfy(f -> assertThat(f.broken()).as(f.print()).isEmpty());
    }
  }

  @Test
  void loadsThisMachineOnly() {
    LoadPlan plan = new LoadPlan(1, 0, 1, 1, 1, 1);
    assertThatThrownBy(() -> new Load(URI.create("http://tocsin.example"), "t", plan, line -> {}))
        .isInstanceOf(FeedException.class)
        .hasMessageContaining("this machine only");
  }
}
