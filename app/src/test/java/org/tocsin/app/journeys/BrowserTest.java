package org.tocsin.app.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.app.journeys.City.ok;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.tocsin.app.staff.StaffTest;
import org.tocsin.app.staff.internal.People;
import org.tocsin.kernel.AgencyId;

/**
 * Two windows of a real browser at work on one call: by keyboard, live in both, and nothing typed
 * is ever lost.
 */
@StaffTest
class BrowserTest {
  @LocalServerPort int port;
  @Autowired People people;
  @Autowired JdbcTemplate jdbc;
  private City city;
  private Browser browser;
  private String name;

  @BeforeEach
  void open() {
    browser = new Browser(port);
    city = new City(port);
    name = people.officer(AgencyId.of(city.root), "dispatcher").signInName();
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  private Page window() {
    return browser.signedIn(name, People.PASSWORD);
  }

  @Test
  void aCallIsTakenDispatchedAndClosedByKeyboardAndTheOtherWindowSeesItHappen() {
    String unit = city.unit("B1", "PATROL", city.north, 0);
    String callId = city.call("13911112222", "打架").path("id").asString();
    Page taker = window();
    Page other = window();
    taker.navigate(browser.url("/call/" + callId));
    String place = "浏览器路" + city.mark + "号";
    taker.waitForSelector("#narrative");
    taker.keyboard().press("Alt+1");
    taker.keyboard().type(place);
    // The other window sees the call while it is still being typed.
    assertThat(other.getByText(place).first()).isVisible();
    taker.keyboard().press("Alt+2");
    taker.keyboard().type("BRAWL");
    taker.keyboard().press("Enter");
    taker.keyboard().press("Alt+4");
    taker.keyboard().type("两人在路口打架");
    taker.keyboard().press("Control+Enter");
    taker.waitForURL(Pattern.compile(".*/incident/.*"));
    final String incident = taker.url().replaceAll(".*/", "");
    other.navigate(browser.url("/incident/" + incident));
    assertThat(other.getByText("两人在路口打架").first()).isVisible();

    city.order(incident, unit);
    String order =
        ok(city.driver.get("/api/incidents/" + incident + "/assignments"))
            .path(0)
            .path("id")
            .asString();
    for (String status : new String[] {"ACKNOWLEDGED", "EN_ROUTE", "ON_SCENE", "CLEARED"}) {
      city.pass(20);
      ok(city.status(order, status));
    }
    assertThat(taker.getByText("处警完毕").first()).isVisible();
    assertThat(other.getByText("处警完毕").first()).isVisible();

    taker.locator("body").press("c");
    taker.keyboard().type("MEDIATED");
    taker.keyboard().press("Control+Enter");
    assertThat(closed(taker)).isVisible();
    assertThat(closed(other)).isVisible();
    assertThat(city.incident(incident).path("state").asString()).isEqualTo("CLOSED");
    assertThat(city.incident(incident).path("typeCode").asString()).isEqualTo("BRAWL");
  }

  /** The mark of the closed state on the open incident's page. */
  private static Locator closed(Page page) {
    return page.locator("article.incident")
        .getByText("已结", new Locator.GetByTextOptions().setExact(true))
        .first();
  }

  @Test
  void whatWasTypedSurvivesACrashOfTheBrowserAndTheEndOfTheSession() {
    String callId = city.call("13911113333", "求助").path("id").asString();
    Page page = window();
    page.navigate(browser.url("/call/" + callId));
    page.locator("#narrative").fill("老人走失，穿蓝色外套");
    page.reload();
    assertThat(page.locator("#narrative")).hasValue("老人走失，穿蓝色外套");

    // The session ends in mid-form: the form stays, one signs in again in place, and typing goes
    // on. The last words land in the box itself: by keyboard they would go to the sign-in that may
    // stand before it already.
    jdbc.update("delete from staff.http_session where principal_name is not null");
    page.locator("#narrative")
        .evaluate(
            "(box, text) => { box.value = text; box.dispatchEvent(new Event('input')) }",
            "老人走失，穿蓝色外套，戴帽子");
    page.waitForSelector("input[type=password]");
    page.locator("input[type=password]").fill(People.PASSWORD);
    page.keyboard().press("Enter");
    page.waitForSelector(
        "input[type=password]",
        new Page.WaitForSelectorOptions()
            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
    assertThat(page.locator("#narrative")).hasValue("老人走失，穿蓝色外套，戴帽子");
    page.locator("#narrative").press("End");
    page.keyboard().type("。");
    org.awaitility.Awaitility.await()
        .atMost(java.time.Duration.ofSeconds(20))
        .until(
            () ->
                ok(city.driver.get("/api/calls/" + callId))
                    .path("draft")
                    .path("narrative")
                    .asString()
                    .endsWith("戴帽子。"));
  }

  @Test
  void englishIsOneClickAway() {
    Page page = window();
    assertThat(page.locator("html")).hasAttribute("lang", "zh-CN");
    page.getByRole(
            AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("English|EN")))
        .first()
        .click();
    assertThat(page.locator("html")).hasAttribute("lang", "en");
    assertThat(page.locator("body").innerText()).doesNotContain("警情");
  }
}
