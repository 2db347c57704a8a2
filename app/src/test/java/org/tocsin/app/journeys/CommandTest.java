package org.tocsin.app.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.tocsin.app.journeys.City.body;
import static org.tocsin.app.journeys.City.ok;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
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
import tools.jackson.databind.JsonNode;

/**
 * A watch commands: counts by level, duty level, hand-over, event file, wall, paper; by keyboard.
 */
@StaffTest
class CommandTest {
  @LocalServerPort int port;
  @Autowired People people;
  private City city;
  private Browser browser;

  @BeforeEach
  void open() {
    browser = new Browser(port);
    city = new City(port);
  }

  @AfterEach
  void close() {
    if (browser != null) {
      browser.close();
    }
  }

  /** A station officer may keep duty and events and needs no second factor. */
  private Page window(String agency, String role) {
    return browser.signedIn(
        people.officer(AgencyId.of(agency), role).signInName(), People.PASSWORD);
  }

  private String incident(String phone, int priority, String agency) {
    JsonNode call = city.call(phone, "打架");
    return city.incident(call, "BRAWL", priority, 100, agency).path("id").asString();
  }

  private static Locator cell(Page page, String agency, int column) {
    return page.locator("tr:has-text('" + agency + "')").first().locator("td").nth(column);
  }

  @Test
  void countsAddUpDrillDownByKeyboardAndFollowWhatHappens() {
    incident("13911110001", 1, city.north);
    incident("13911110002", 3, city.north);
    incident("13911110003", 3, city.south);
    Page page = window(city.district, "dispatcher");
    page.navigate(browser.url("/command"));
    assertThat(page.getByText("逐级相加一致")).isVisible();
    assertThat(cell(page, "测试分局" + city.mark, 1)).hasText("3");
    assertThat(cell(page, "北站派出所" + city.mark, 1)).hasText("2");

    incident("13911110004", 2, city.south);
    assertThat(cell(page, "测试分局" + city.mark, 1)).hasText("4");
    assertThat(cell(page, "南站派出所" + city.mark, 1)).hasText("2");

    page.locator("tbody tr").first().focus();
    page.keyboard().press("ArrowLeft");
    assertThat(page.getByText("北站派出所" + city.mark)).hasCount(0);
    page.keyboard().press("ArrowRight");
    page.keyboard().press("End");
    page.keyboard().press("Enter");
    page.waitForURL("**/command?agency=" + city.south);
    assertThat(page.locator("tbody tr")).hasCount(1);
    assertThat(page.getByText("逐级相加一致")).isVisible();
  }

  @Test
  void aDutyLevelIsSetWithWhoWhyAndUntilAndIsSeenEverywhere() {
    Page chief = window(city.north, "station-officer");
    Page other = window(city.north, "call-taker");
    other.navigate(browser.url("/duty"));
    chief.navigate(browser.url("/duty"));
    chief.getByRole(AriaRole.BUTTON, named("调整")).first().click();
    chief.getByRole(AriaRole.BUTTON, named("二级勤务")).click();
    chief.getByLabel("理由").fill("元宵灯会");
    chief.keyboard().press("Control+Enter");
    assertThat(other.getByText("元宵灯会").first()).isVisible();
    assertThat(other.locator(".chip.raised").first()).hasText("二级勤务");
    assertThat(other.getByRole(AriaRole.BUTTON, named("调整"))).hasCount(0);
    city.pass(13 * 3600);
    assertThat(other.getByText("到期").first()).isVisible();
    assertThat(other.locator(".chip.raised")).hasCount(0);
  }

  private static Page.GetByRoleOptions named(String name) {
    return new Page.GetByRoleOptions().setName(name).setExact(true);
  }

  @Test
  void theWatchChangesHandsBetweenTwoWindows() {
    incident("13911110005", 1, city.north);
    Page outgoing = window(city.north, "dispatcher");
    Page incoming = window(city.north, "dispatcher");
    outgoing.navigate(browser.url("/handover"));
    incoming.navigate(browser.url("/handover"));
    outgoing.locator("textarea").fill("东门施工，绕行西门");
    outgoing.locator("textarea").press("Control+Enter");
    assertThat(incoming.getByText("东门施工，绕行西门").first()).isVisible();
    assertThat(outgoing.getByRole(AriaRole.BUTTON, named("接班"))).hasCount(0);
    incoming.getByRole(AriaRole.BUTTON, named("接班")).click();
    assertThat(outgoing.getByText("未结 1").first()).isVisible();
  }

  @Test
  void anEventFileIsReadyOnlyWhenItsMandatoryItemsAreTicked() {
    Page page = window(city.north, "station-officer");
    page.navigate(browser.url("/events"));
    page.getByRole(AriaRole.BUTTON, named("新建档案")).click();
    page.getByLabel("活动名称").fill("灯会" + city.mark);
    page.getByLabel("主办单位").fill("文旅局");
    page.getByRole(AriaRole.BUTTON, named("建立档案")).click();
    page.waitForURL("**/events/*");
    assertThat(page.getByRole(AriaRole.BUTTON, named("置为就绪"))).isDisabled();
    Locator open = page.locator("li:not(.done):has(b) input[type=checkbox]");
    while (open.count() > 0) {
      int before = open.count();
      open.first().click();
      assertThat(open).hasCount(before - 1);
    }
    page.getByRole(AriaRole.BUTTON, named("置为就绪")).click();
    assertThat(page.locator("main > header .chip").first()).hasText("就绪");
  }

  @Test
  void theWallShowsAreasNotAddressesAndADrillCannotBeMistaken() {
    incident("13911110006", 1, city.north);
    Page page = window(city.district, "dispatcher");
    page.navigate(browser.url("/wall"));
    assertThat(page.locator(".wall tbody tr")).hasCount(1);
    String wall = page.locator(".wall").innerText();
    assertThat(wall).contains("北站派出所" + city.mark).doesNotContain("测试路", "1391111");
    // The clock of the tests is driven: the whole installation is an exercise, on every screen.
    assertThat(page.locator(".wall [data-drill]")).hasCount(1);
    for (String screen : new String[] {"/", "/command", "/duty", "/handover", "/events"}) {
      page.navigate(browser.url(screen));
      assertThat(page.locator("[data-drill]")).not().hasCount(0);
      assertThat(page.locator("[data-drill]").first().getAttribute("data-drill")).contains("演练");
    }
  }

  @Test
  void anIncidentIsPrintedWithMaskedNumbersAndWithoutTheConsole() {
    String id = incident("13912345678", 2, city.north);
    String unit = city.unit("P1", "PATROL", city.north, 0);
    city.order(id, unit);
    Page page = window(city.north, "dispatcher");
    page.navigate(browser.url("/incident/" + id + "/print"));
    assertThat(page.locator(".sheet")).containsText("警情处置记录");
    assertThat(page.locator(".sheet").innerText())
        .contains(ok(city.driver.get("/api/incidents/" + id)).path("number").asString())
        .contains(city.mark + "P1")
        .contains("演练，非真实警情")
        .doesNotContain("13912345678");
    page.emulateMedia(
        new Page.EmulateMediaOptions().setMedia(com.microsoft.playwright.options.Media.PRINT));
    assertThat(page.locator("header.bar, .command, .tools").first()).isHidden();
    assertThat(page.locator(".sheet")).isVisible();
  }

  @Test
  void aUnitsPageShowsItsDayAndAsksWhatTheTrailIsFor() {
    String unit = city.unit("U1", "PATROL", city.north, 0);
    String id = incident("13911110007", 3, city.north);
    String order = city.order(id, unit).path(0).path("id").asString();
    ok(city.status(order, "ACKNOWLEDGED"));
    ok(
        city.driver.post(
            "/api/positions/batch",
            List.of(body("id", unit, "lat", City.lat(30), "lon", City.LON))));
    Page page = window(city.north, "dispatcher");
    page.navigate(browser.url("/unit/" + unit));
    assertThat(page.getByText(city.incident(id).path("number").asString()).first()).isVisible();
    page.getByPlaceholder("车辆、装备、人员情况").fill("左前胎压低");
    page.keyboard().press("Enter");
    assertThat(page.getByText("左前胎压低").first()).isVisible();
    page.getByLabel("查看目的").fill("核查出警路线");
    page.keyboard().press("Enter");
    assertThat(page.locator("svg[role=img]")).isVisible();
  }

  @Test
  void axeFindsNothingSeriousOnTheseScreens() {
    Axe axe = new Axe();
    String unit = city.unit("X1", "PATROL", city.north, 0);
    String id = incident("13911110008", 1, city.north);
    city.order(id, unit);
    Page page = window(city.north, "station-officer");
    Map<String, List<String>> findings = new LinkedHashMap<>();
    for (String theme : List.of("dark", "light")) {
      page.evaluate("theme => localStorage.setItem('tocsin.theme', theme)", theme);
      for (String path :
          List.of(
              "/command",
              "/duty",
              "/handover",
              "/events",
              "/exercises",
              "/wall",
              "/unit/" + unit,
              "/incident/" + id + "/print")) {
        page.navigate(browser.url(path));
        page.waitForSelector("h1");
        if (path.equals("/duty")) {
          page.getByRole(AriaRole.BUTTON, named("调整")).first().click();
          page.waitForSelector(".el-dialog");
        }
        if (path.equals("/events")) {
          page.getByRole(AriaRole.BUTTON, named("新建档案")).click();
          page.waitForSelector(".el-dialog");
        }
        List<String> found = axe.serious(page);
        if (!found.isEmpty()) {
          findings.put(theme + " " + path, found);
        }
      }
    }
    assertThat(findings).isEmpty();
  }
}
