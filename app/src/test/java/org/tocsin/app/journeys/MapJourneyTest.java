package org.tocsin.app.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.app.journeys.City.ok;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tocsin.app.foundation.Acting;
import org.tocsin.app.foundation.Actor;
import org.tocsin.app.registry.internal.ImportKind;
import org.tocsin.app.registry.internal.ImportService;
import org.tocsin.app.registry.internal.ImportView;
import org.tocsin.app.staff.StaffTest;
import org.tocsin.app.staff.internal.People;
import org.tocsin.kernel.AgencyId;

/** The map in a real browser: ground, units and incidents are there, and lead where they should. */
@StaffTest
class MapJourneyTest {
  private static final Actor ADMIN = Actor.system("map-journey");

  @LocalServerPort int port;
  @Autowired People people;
  @Autowired ImportService imports;
  private City city;
  private Browser browser;
  private ImportView streets;

  @BeforeEach
  void open() {
    browser = new Browser(port);
    city = new City(port);
    streets =
        Acting.as(
            ADMIN,
            () ->
                imports.receive(
                    ImportKind.STREET_TABLE,
                    "map-journey",
                    "streets.csv",
                    "test",
                    new ByteArrayInputStream(grid().getBytes(StandardCharsets.UTF_8))));
    Acting.as(ADMIN, () -> imports.apply(streets.id()));
  }

  @AfterEach
  void close() {
    if (streets != null) {
      Acting.as(ADMIN, () -> imports.rollback(streets.id()));
    }
    if (browser != null) {
      browser.close();
    }
  }

  /** Six streets from west to east, 400 m apart, around the middle of the tests' city. */
  private static String grid() {
    StringBuilder csv =
        new StringBuilder(
            "id,street,class,from_node,to_node,left_from,left_to,right_from,right_to,area,line\n");
    for (int i = 0; i < 6; i++) {
      for (int j = 0; j < 5; j++) {
        double lat = City.lat(-1000 + 400 * i);
        double lon = City.LON - 0.011 + 0.0044 * j;
        csv.append(
            "e%d-%d,东西%d路,PRIMARY,n%d-%d,n%d-%d,,,,,区,\"%.6f,%.6f %.6f,%.6f\"\n"
                .formatted(i, j, i, i, j, i, j + 1, lon, lat, lon + 0.0044, lat));
      }
    }
    return csv.toString();
  }

  @Test
  void theMapShowsTheGroundTheUnitsAndTheIncidentsAndLeadsToThem() {
    String unit = city.unit("M1", "PATROL", city.north, 200);
    ok(
        city.driver.post(
            "/api/positions/batch",
            List.of(
                City.body(
                    "id",
                    unit,
                    "lat",
                    City.lat(200),
                    "lon",
                    City.LON,
                    "at",
                    city.now().toString(),
                    "course",
                    90))));
    String incident =
        city.incident(city.call("13911115555", "打架"), "BRAWL", 1, 0, city.north)
            .path("id")
            .asString();
    String name = people.officer(AgencyId.of(city.district), "dispatcher").signInName();
    Page page = browser.signedIn(name, People.PASSWORD);
    List<Response> tiles = new ArrayList<>();
    page.onResponse(
        answer -> {
          if (answer.url().contains("/api/map/roads/")) {
            tiles.add(answer);
          }
        });
    page.navigate(browser.url("/"));
    Locator map = page.locator("section.console-map");
    assertThat(map.getByRole(com.microsoft.playwright.options.AriaRole.APPLICATION))
        .hasAttribute("aria-label", Pattern.compile(".*1 起未结警情，1 个警力单元.*"));
    Locator ground = map.locator(".ground canvas");
    page.waitForCondition(
        () -> {
          String shown = ground.getAttribute("data-tiles");
          return shown != null && Integer.parseInt(shown) > 0;
        });
    assertThat(tiles).allSatisfy(one -> assertThat(one.status()).isIn(200, 204));
    page.waitForCondition(() -> painted(page, 0) > 20);
    page.waitForCondition(() -> painted(page, 1) > 100);

    // By keyboard: to the map, its list, the incident.
    page.keyboard().press("Alt+m");
    assertThat(map.getByRole(com.microsoft.playwright.options.AriaRole.APPLICATION)).isFocused();
    page.keyboard().press("l");
    map.getByRole(com.microsoft.playwright.options.AriaRole.GROUP).getByText("测试路0号").click();
    page.waitForURL(Pattern.compile(".*/incident/" + incident));

    // The middle of the map is somewhere: it says where.
    page.keyboard().press("Alt+m");
    page.keyboard().press("p");
    assertThat(map.getByRole(com.microsoft.playwright.options.AriaRole.DIALOG)).isVisible();
  }

  /** How many pixels of a canvas above the ground are painted. */
  private static int painted(Page page, int canvas) {
    return (Integer)
        page.evaluate(
            "n => { const c = document.querySelectorAll('section.console-map canvas.over')[n]; if (!c?.width) return 0;"
                + " const d = c.getContext('2d').getImageData(0, 0, c.width, c.height).data;"
                + " let k = 0; for (let i = 3; i < d.length; i += 4) if (d[i] > 0) k++; return k }",
            canvas);
  }
}
