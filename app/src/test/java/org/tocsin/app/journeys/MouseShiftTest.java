package org.tocsin.app.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.app.journeys.City.ok;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.BoundingBox;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tocsin.app.staff.StaffTest;
import org.tocsin.app.staff.internal.People;
import org.tocsin.kernel.AgencyId;
import tools.jackson.databind.JsonNode;

/**
 * The same shift by mouse; only words are typed. And the edges of the panes, by mouse and by keys.
 */
@StaffTest
class MouseShiftTest {
  private static final double LAT = 36.11;

  @LocalServerPort int port;
  @Autowired People people;
  private City city;
  private Browser browser;
  private Page page;

  @BeforeEach
  void open() {
    browser = new Browser(port);
    city = new City(port);
    String name = people.officer(AgencyId.of(city.root), "dispatcher").signInName();
    page = browser.signedIn(name, People.PASSWORD);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void takeDispatchReportDivertMergeHandOverCloseByMouse() {
    city.unit("M1", "PATROL", city.north, 6_700);
    final String first = take("13922220001", LAT, "NOISE", "M1");
    choose(city.mark + "M1");
    click("article.incident .recommend button.main");
    String assignment = "article.incident .assigned li:has-text('" + city.mark + "M1')";
    assertThat(page.locator(assignment)).isVisible();
    page.locator(assignment + " .buttons button").first().click();
    assertThat(page.locator(assignment)).containsText("已签收");

    // A second incident takes the unit away from the first, with a reason.
    final String second = take("13922220002", LAT + 0.004, "BRAWL", "M2");
    choose(city.mark + "M1");
    click("article.incident .recommend button.main");
    page.locator(".question input").fill("就近");
    page.locator(".question button[type=submit]").click();
    assertThat(page.locator(assignment)).isVisible();

    // They are one: the second is merged into the first.
    button("合并警情").click();
    page.locator(".el-dialog input").first().fill(numberOf(first));
    page.locator(".el-dialog .list button:has-text('" + numberOf(first) + "')").click();
    page.locator(".el-dialog label:has-text('理由') input").fill("同一伙人");
    page.locator(".el-dialog__footer button.main").click();
    page.waitForURL("**/incident/" + first);
    assertThat(city.incident(second).path("state").asString()).isEqualTo("MERGED");

    button("移交").click();
    page.locator(".el-dialog select").selectOption(city.south);
    page.locator(".el-dialog label:has-text('理由') input").fill("属南站辖区");
    page.locator(".el-dialog__footer button.main").click();
    button("接收警情").click();
    org.awaitility.Awaitility.await()
        .until(() -> city.incident(first).path("agencyId").asString().equals(city.south));

    // An incident is not closed over the heads of those who are still on it.
    for (String step : new String[] {"签收", "出警", "到场", "处警完毕"}) {
      page.locator(assignment + " .buttons button:has-text('" + step + "')").first().click();
    }
    assertThat(page.locator("article.incident .assigned li:not(.done)")).hasCount(0);
    button("结警").click();
    page.locator(".el-dialog [role=radio]:has-text('MEDIATED')").click();
    page.locator(".el-dialog__footer button.main").click();
    assertThat(page.locator("article.incident .state")).hasText("已结");
    assertThat(city.incident(first).path("state").asString()).isEqualTo("CLOSED");
  }

  @Test
  void edgesMoveByMouseAndByKeysAndAreRemembered() {
    Locator queue = page.locator("section.queue");
    Locator edge = page.locator(".splitter.s1");
    BoundingBox at = edge.boundingBox();
    double before = queue.boundingBox().width;
    page.mouse().move(at.x + 3, at.y + 200);
    page.mouse().down();
    page.mouse().move(at.x + 63, at.y + 200);
    page.mouse().up();
    assertThat(queue.boundingBox().width).isBetween(before + 55, before + 65);
    edge.focus();
    page.keyboard().press("ArrowRight");
    double after = queue.boundingBox().width;
    assertThat(after).isBetween(before + 70, before + 82);
    page.reload();
    page.waitForSelector("section.queue");
    assertThat(page.locator("section.queue").boundingBox().width).isEqualTo(after);
    page.locator(".splitter.s1").focus();
    page.keyboard().press("Enter");
    assertThat(page.locator("section.queue").boundingBox().width).isEqualTo(before);
  }

  private String take(String number, double lat, String type, String words) {
    page.locator("[data-tour=calls] a.btn").click();
    page.locator("input.big").fill(number);
    page.locator("section.work button[type=submit]").click();
    page.locator("section.form .suggest input").first().fill("%.5f, %.5f".formatted(lat, City.LON));
    page.locator("section.form [role=option]:visible").first().click();
    page.locator("section.form .suggest input").nth(1).fill(type);
    page.locator("section.form [role=option]:has-text('" + type + "'):visible").first().click();
    page.locator("#narrative").fill(words);
    page.locator(".question .options button").nth(1).click();
    page.locator("section.form footer button.main").click();
    page.waitForURL(Pattern.compile(".*/incident/[0-9a-f-]{36}$"));
    page.waitForSelector("article.incident");
    return page.url().replaceAll(".*/", "");
  }

  /** Exactly this unit is chosen among the candidates. */
  private void choose(String callSign) {
    page.waitForSelector(".recommend [role=option]");
    Locator all = page.locator(".recommend button.plain.small");
    if (all.count() > 0) {
      all.click();
    }
    Locator chosen = page.locator(".recommend [role=option][aria-selected=true]");
    while (chosen.count() > 0) {
      chosen.first().click();
    }
    page.locator(".recommend [role=option]:has-text('" + callSign + "')").click();
    assertThat(chosen).hasCount(1);
  }

  private void click(String selector) {
    page.locator(selector).click();
  }

  private Locator button(String words) {
    return page.locator("article.incident .acts button:has-text('" + words + "')");
  }

  private String numberOf(String incident) {
    JsonNode found = ok(city.driver.get("/api/incidents/" + incident));
    return found.path("number").asString();
  }
}
