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
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tocsin.app.staff.StaffTest;
import org.tocsin.app.staff.internal.People;
import org.tocsin.kernel.AgencyId;

/** Every screen and dialog, in both themes, against axe: nothing serious, nothing critical. */
@StaffTest
class AxeTest {
  @LocalServerPort int port;
  @Autowired People people;
  private City city;
  private Browser browser;
  private Axe axe;
  private Page page;
  private final Map<String, List<String>> findings = new LinkedHashMap<>();

  @BeforeEach
  void open() {
    axe = new Axe();
    browser = new Browser(port);
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
    work();
    page = browser.window("zh-CN");
    page.navigate(browser.url("/sign-in"));
    page.waitForSelector("input[autocomplete=username]");
    check("sign in");
    page.close();
    page = browser.signedIn(dispatcher(), People.PASSWORD);
    for (String theme : List.of("dark", "light")) {
      wear(theme);
      for (String path : List.of("/alerts", "/closed", "/instructions", "/whistles", "/figures")) {
        go(path, "main h1, .page h1");
        check(theme + " " + path);
      }
    }
    assertThat(findings).isEmpty();
  }

  private String work() {
    city.unit("A1", "PATROL", city.north, 70_000);
    String busy = city.unit("A2", "PATROL", city.north, 70_100);
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
