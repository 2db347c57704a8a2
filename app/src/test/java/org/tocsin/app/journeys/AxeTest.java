package org.tocsin.app.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tocsin.app.staff.StaffTest;
import org.tocsin.app.staff.internal.MovableClock;
import org.tocsin.app.staff.internal.People;
import org.tocsin.kernel.AgencyId;

/** Every screen and dialog, in both themes, against axe: nothing serious, nothing critical. */
@StaffTest
class AxeTest {
  @LocalServerPort int port;
  @Autowired People people;

  @Autowired
  @Qualifier("movableClock")
  MovableClock clock;

  private City city;
  private Browser browser;
  private Axe axe;
  private Page page;
  private String busy = "";
  private final Map<String, List<String>> findings = new LinkedHashMap<>();

  @BeforeEach
  void open() {
    axe = new Axe();
    browser = new Browser(port);
    page = browser.window("zh-CN");
    city = new City(port);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  @Test
  void nothingSeriousOnTheBoardAndItsDialogs() {
    final String incident = work();
    final String call = city.call("13955550002", "着火").path("id").asString();
    page = browser.signedIn(dispatcher(), People.PASSWORD);
    for (String theme : List.of("dark", "light")) {
      wear(theme);
      page.waitForSelector("section.queue [role=option]");
      check(theme + " board");
      page.keyboard().press("?");
      page.waitForSelector(".el-dialog");
      check(theme + " help");
      page.keyboard().press("Escape");
      page.waitForSelector(".el-dialog", hidden());
      page.keyboard().press("/");
      page.keyboard().type("d ");
      page.waitForSelector("#command-rows [role=option]");
      check(theme + " command line");
      page.keyboard().type("99999 x");
      check(theme + " command refused");
      page.keyboard().press("Escape");
      go("/incident/" + incident, ".recommend [role=option]");
      check(theme + " incident");
      for (String key : List.of("c", "y", "p", "m", "h", "x")) {
        page.keyboard().press(key);
        page.waitForSelector(".el-dialog");
        check(theme + " incident dialog " + key);
        page.keyboard().press("Escape");
        page.waitForSelector(".el-dialog", hidden());
      }
      go("/call/new", "input.big");
      check(theme + " new call");
      go("/call/" + call, "#narrative");
      check(theme + " call form");
      page.keyboard().press("Alt+x");
      page.waitForSelector(".el-dialog");
      check(theme + " no incident");
      page.keyboard().press("Escape");
      page.waitForSelector(".el-dialog", hidden());
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void nothingSeriousOnThePages() {
    final String incident = work();
    page.navigate(browser.url("/sign-in"));
    page.waitForSelector("input[autocomplete=username]");
    check("sign in");
    page.close();
    page = browser.signedIn(dispatcher(), People.PASSWORD);
    for (String theme : List.of("dark", "light")) {
      wear(theme);
      walk(theme, "/alerts", "/closed", "/instructions", "/whistles", "/figures", "/handover");
      walk(theme, "/unit/" + busy, "/incident/" + incident + "/print");
    }
    assertThat(findings).isEmpty();
  }

  @Test
  void nothingSeriousForCommandersAndAdministrators() {
    work();
    for (String theme : List.of("dark", "light")) {
      enrolled("duty-commander", theme);
      walk(theme, "/command", "/events", "/duty", "/exercises", "/wall", "/admin/units");
      page.close();
      enrolled("system-administrator", theme);
      walk(theme, "/admin/agencies", "/admin/officers", "/admin/imports");
      page.close();
      enrolled("auditor", theme);
      walk(theme, "/admin/audit");
      page.close();
    }
    assertThat(findings).isEmpty();
  }

  /**
   * Somebody whose role wants a second factor pairs one on the way; that screen is looked at too.
   */
  private void enrolled(String role, String theme) {
    String name = people.officer(AgencyId.of(city.root), role).signInName();
    page = browser.window("zh-CN");
    page.navigate(browser.url("/"));
    page.evaluate("theme => localStorage.setItem('tocsin.theme', theme)", theme);
    page.reload();
    Browser.signIn(page, name, People.PASSWORD);
    page.waitForSelector(".pair code");
    check(theme + " pairing");
    String secret = page.locator(".pair code").innerText().replace(" ", "");
    page.locator("input.code").fill(people.code(secret, clock.instant()));
    page.keyboard().press("Enter");
    org.awaitility.Awaitility.await()
        .untilAsserted(
            () ->
                assertThat(page.locator("header.bar").count())
                    .as(page.locator("body").innerText())
                    .isEqualTo(1));
  }

  private void walk(String theme, String... paths) {
    for (String path : paths) {
      go(path, "h1, h2");
      page.waitForTimeout(400);
      check(theme + " " + path.replaceAll("[0-9a-f-]{36}", "*"));
    }
  }

  private String work() {
    city.unit("A1", "PATROL", city.north, 70_000);
    busy = city.unit("A2", "PATROL", city.north, 70_100);
    String incident =
        city.incident(city.call("13955550001", "打架"), "BRAWL", 1, 70_000, city.north)
            .path("id")
            .asString();
    city.order(incident, busy);
    city.incident(city.call("13955550003", "打架"), "FIGHT", 2, 70_050, city.north);
    return incident;
  }

  private String dispatcher() {
    return people.officer(AgencyId.of(city.root), "dispatcher").signInName();
  }

  private void wear(String theme) {
    page.evaluate("theme => localStorage.setItem('tocsin.theme', theme)", theme);
    page.navigate(browser.url("/"));
    page.waitForSelector(".state.live");
  }

  private void go(String path, String sign) {
    page.navigate(browser.url(path));
    page.waitForSelector(sign);
  }

  private static Page.WaitForSelectorOptions hidden() {
    return new Page.WaitForSelectorOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
  }

  private void check(String screen) {
    List<String> found = axe.serious(page);
    if (!found.isEmpty()) {
      findings.put(screen, found);
    }
  }
}
