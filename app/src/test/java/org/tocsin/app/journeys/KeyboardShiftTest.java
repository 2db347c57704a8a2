package org.tocsin.app.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.app.journeys.City.ok;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tocsin.app.staff.StaffTest;
import org.tocsin.app.staff.internal.People;
import org.tocsin.kernel.AgencyId;
import tools.jackson.databind.JsonNode;

/** A whole shift without a mouse, in both languages, in a real browser against the real server. */
@StaffTest
class KeyboardShiftTest {
  @LocalServerPort int port;
  @Autowired People people;
  private City city;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
    city = new City(port);
    // Calls that other tests left ringing are not of this shift.
    for (JsonNode call : ok(city.driver.get("/api/calls?state=open&limit=200")).path("items")) {
      city.driver.post("/api/calls/" + call.path("id").asString() + "/abandon", Map.of());
    }
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @ParameterizedTest
  @CsvSource({
    "zh-CN, 30000, 派警 2, 没有呼号, 处警完毕, 已结",
    "en, 45000, Dispatch 2, No unit, Cleared, Closed"
  })
  void threeCallsOneDuplicateDispatchDivertMergeHandOverClose(
      String language, int metres, String sends, String noUnit, String cleared, String closed) {
    final String p1 = city.mark + "P1";
    final String p2 = city.mark + "P2";
    final double lat = City.lat(metres);
    city.unit("P1", "PATROL", city.north, metres + 100);
    city.unit("P2", "PATROL", city.north, metres + 300);
    city.call("13911110001", "");
    city.call("13911110002", "");
    String name = people.officer(AgencyId.of(city.root), "dispatcher").signInName();
    Seat seat = new Seat(browser.signedIn(name, People.PASSWORD, browser.url(""), language));
    assertThat(seat.page().locator("html")).hasAttribute("lang", language);

    // The first call: place, type, story, and four questions at one key each.
    seat.answer().what(lat, City.LON, "BRAWL").type("Two groups at the gate").press("Enter");
    seat.page().waitForSelector(".question:focus");
    seat.press("a", "n", "n", "y");
    final String first = seat.accept();
    JsonNode taken = city.incident(first);
    assertThat(taken.path("answers").size()).isEqualTo(4);
    assertThat(taken.path("narrative").asString()).isEqualTo("Two groups at the gate");

    // The second speaks of the same thing: one chord joins it.
    seat.answer().what(lat + 0.0002, City.LON, "BRAWL");
    assertThat(seat.join()).isEqualTo(first);
    assertThat(city.incident(first).path("callCount").asInt()).isEqualTo(2);

    // The third nobody announced; it is elsewhere.
    final String second =
        seat.newCall("13911110003").what(lat + 0.02, City.LON, "FIGHT").type("x").accept();
    final String one = shortOf(first);
    final String two = shortOf(second);

    // Dispatch: a mistake is told with its remedy, then both are sent; the line said so before.
    assertThat(seat.refused("d " + one + " zzz9")).contains(noUnit);
    assertThat(seat.command("d " + one + " " + p1.toLowerCase() + " " + p2 + " ; ours"))
        .contains(sends, p1);
    seat.command("ak " + p1);
    seat.command("dv " + p2 + " " + two + " nearer");
    assertThat(statuses(second)).containsExactly("DISPATCHED");
    assertThat(statuses(first)).contains("ACKNOWLEDGED");

    // One of the incidents turns out to be the other; it brings its unit along.
    seat.command("mg " + two + " " + one + " same people moved on");
    assertThat(city.incident(second).path("state").asString()).isEqualTo("MERGED");
    assertThat(city.incident(first).path("callCount").asInt()).isEqualTo(3);

    seat.command("os " + p1);
    seat.command("fb " + p1 + " both sides calmed");
    seat.command("cl " + p1);
    seat.command("av " + p2);
    seat.press("/").type(one).press("Enter");
    assertThat(seat.page().locator("article.incident").getByText(cleared).first()).isVisible();

    // Offered to the south station, which takes it with one key.
    seat.command("ho . " + city.mark + "-S their ground");
    seat.press("g");
    org.awaitility.Awaitility.await()
        .until(() -> city.incident(first).path("agencyId").asString().equals(city.south));
    seat.command("cl . MEDIATED");
    assertThat(seat.page().locator("article.incident .state")).hasText(closed);
    assertThat(city.incident(first).path("state").asString()).isEqualTo("CLOSED");
    assertThat(city.incident(first).path("disposition").path("code").asString())
        .isEqualTo("MEDIATED");

    // The line remembers what it ran, and none of the words that were said about people.
    seat.press("/").press("ArrowUp", "ArrowUp");
    assertThat(seat.page().locator("#command-line")).hasValue("ho . " + city.mark + "-S ");
  }

  private String shortOf(String incident) {
    return city.incident(incident).path("number").asString().replaceAll(".*-0*", "");
  }

  private List<String> statuses(String incident) {
    JsonNode list = ok(city.driver.get("/api/incidents/" + incident + "/assignments"));
    return list.valueStream().map(one -> one.path("status").asString()).toList();
  }
}
