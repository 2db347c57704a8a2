package org.tocsin.app.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.app.journeys.City.body;
import static org.tocsin.app.journeys.City.ok;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tocsin.app.staff.StaffTest;
import org.tocsin.app.staff.internal.People;
import org.tocsin.kernel.AgencyId;

/**
 * A board that stands still says so and catches up by itself. What TicketsCAD users met for ten
 * days (#71), nobody here shall meet for ten seconds.
 */
@StaffTest
class BrokenLineTest {
  /** How long the cable is out; the hall's own measure of 90 s is a property away. */
  private static final int SECONDS_OUT = Integer.getInteger("tocsin.test.cut.seconds", 12);

  @LocalServerPort int port;
  @Autowired People people;
  private City city;
  private Browser browser;
  private Wire wire;
  private Page far;
  private Page near;

  @BeforeEach
  void open() throws IOException {
    browser = new Browser(port);
    city = new City(port);
    wire = new Wire(port);
    String name = people.officer(AgencyId.of(city.root), "dispatcher").signInName();
    near = browser.signedIn(name, People.PASSWORD);
    far = browser.signedIn(name, People.PASSWORD, wire.url(), "zh-CN");
    for (Page page : List.of(near, far)) {
      page.waitForSelector(".state.live");
    }
    far.evaluate("window.neverReloaded = true");
  }

  @AfterEach
  void close() throws IOException {
    if (wire != null) {
      wire.close();
    }
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void aPulledCableGreysTheBoardAtOnceAndNothingIsLostOrDoubled() throws Exception {
    List<String> incidents = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      incidents.add(incident(i));
    }
    alike();
    wire.pull();
    final long pulled = System.nanoTime();
    assertThat(far.locator(".band"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(5_000));
    assertThat(Duration.ofNanos(System.nanoTime() - pulled)).isLessThan(Duration.ofSeconds(3));
    assertThat((Boolean) far.evaluate("document.documentElement.hasAttribute('data-stale')"))
        .isTrue();
    assertThat(near.locator(".band")).isHidden();

    // While it is out the work goes on: new, closed, changed, dispatched.
    for (int i = 4; i < 8; i++) {
      incidents.add(incident(i));
    }
    ok(city.close(incidents.get(0), "HANDLED"));
    city.order(incidents.get(1), city.unit("C1", "PATROL", city.north, 0));
    long version = city.incident(incidents.get(2)).path("version").asLong();
    ok(
        city.driver.post(
            "/api/incidents/" + incidents.get(2) + "/classify",
            body("version", version, "typeCode", "FIGHT", "priority", 1, "reason", "worse")));
    Thread.sleep(SECONDS_OUT * 1000L);

    wire.plug();
    assertThat(far.locator(".band"))
        .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(10_000));
    alike();
    assertThat((Boolean) far.evaluate("window.neverReloaded === true")).isTrue();
    assertThat(far.locator("#queue-" + incidents.get(0))).hasCount(0);
    assertThat(far.locator("#queue-" + incidents.get(7))).hasCount(1);
  }

  @Test
  void aStreamThatFallsSilentIsSaidWithinFiveSecondsThoughAllElseWorks() {
    wire.holdStream();
    final long held = System.nanoTime();
    assertThat(far.locator(".band"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(5_500));
    // Up to two seconds may pass since the last beat that came through.
    assertThat(Duration.ofNanos(System.nanoTime() - held)).isLessThan(Duration.ofMillis(5_000));
    assertThat(far.locator(".band")).containsText("停止更新");
    assertThat(far.title()).contains("停止更新");
    assertThat(near.locator(".band")).isHidden();
    String made = incident(9);
    assertThat(near.locator("#queue-" + made)).hasCount(1);
    wire.releaseStream();
    assertThat(far.locator(".band"))
        .isHidden(new LocatorAssertions.IsHiddenOptions().setTimeout(15_000));
    alike();
  }

  private String incident(int n) {
    return city.incident(city.call("1393333000" + n, ""), "NOISE", 3, 60_000 + n * 40, city.north)
        .path("id")
        .asString();
  }

  /** Both boards show the same incidents with the same words, and the same units. */
  private void alike() {
    String rows =
        "[...document.querySelectorAll('section.queue [role=option]')].map(row => row.id + '|' +"
            + " [...row.querySelectorAll('.number,.place,.type,.unit,.state,.mark')].map(one =>"
            + " one.textContent.trim()).join('|')).join('\\n')";
    org.awaitility.Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .untilAsserted(() -> assertThat(far.evaluate(rows)).isEqualTo(near.evaluate(rows)));
    assertThat((String) far.evaluate(rows)).isNotBlank();
  }
}
