package org.tocsin.app.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.time.LocalDate;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.tocsin.app.staff.StaffTest;
import org.tocsin.app.staff.internal.People;
import org.tocsin.kernel.AgencyId;

/**
 * A public promise from raising to closing without a mouse, by two officers in two windows, and
 * every screen of the closed loop on the way against axe.
 */
@StaffTest
class ClosedLoopTest {
  private static final Pattern MATTER = Pattern.compile(".*/matters/[0-9a-f-]{36}$");

  /** The smallest PNG there is: one grey dot. */
  private static final byte[] DOT =
      Base64.getDecoder()
          .decode(
              "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==");

  @LocalServerPort int port;
  @Autowired People people;
  private City city;
  private Browser browser;
  private Axe axe;
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
  void oneOfficerDoesTheWorkAndAnotherClosesIt() {
    final People.Person worker = people.officer(AgencyId.of(city.north), "station-officer");
    final People.Person other = people.officer(AgencyId.of(city.north), "station-officer");
    Page hers = browser.signedIn(worker.signInName(), People.PASSWORD);
    raise(hers, "测试" + worker.signInName());
    final String matter = hers.url();
    report(hers);

    // Who did the work cannot confirm it, and is told why.
    assertThat(hers.locator(".not li", has("居民确认办成")).locator(".why")).not().isEmpty();

    Page his = browser.signedIn(other.signInName(), People.PASSWORD);
    his.navigate(browser.url("/inbox?view=station&kind=practical-project"));
    his.waitForSelector("tbody tr");
    his.keyboard().press("Enter");
    his.waitForURL(MATTER);
    assertThat(his.url()).isEqualTo(matter);
    his.waitForSelector(".may .btn");
    his.keyboard().press("1");
    his.waitForSelector(".el-dialog textarea:focus");
    his.keyboard().type("照明好多了");
    his.keyboard().press("Control+Enter");
    assertThat(his.locator(".head .state")).hasText("已办成");

    // The first window knows by itself, and the drawing stands at the end of the way.
    assertThat(hers.locator(".head .state")).hasText("已办成");
    assertThat(hers.locator(".diagram .here")).hasAttribute("aria-label", "已办成、您在这里、办结");
    look(his, matter);
    assertThat(findings).isEmpty();
  }

  /** Fills the form that the declaration makes; what is missing is told first. */
  private void raise(Page page, String owner) {
    page.navigate(browser.url("/inbox"));
    page.waitForSelector("main h1");
    check(page, "inbox");
    page.keyboard().press("n");
    page.waitForSelector(".el-dialog [role=option]");
    check(page, "which kind");
    page.keyboard().type("wmss");
    page.waitForSelector(".el-dialog [role=option]:has-text('为民实事')");
    page.keyboard().press("Enter");
    page.waitForSelector("[data-field=title]:focus");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".wrong").first()).isVisible();
    check(page, "form refused");
    page.keyboard().type("路灯" + city.mark);
    page.keyboard().press("Tab");
    page.keyboard().type("梨叶街换新路灯");
    page.keyboard().press("Tab");
    page.keyboard().type(owner);
    page.waitForSelector("form [role=option]:visible");
    page.keyboard().press("Enter");
    focus(page, "[data-field=what]").type("立杆");
    page.keyboard().press("Tab");
    String day = LocalDate.parse(city.now().toString().substring(0, 10)).plusDays(30).toString();
    page.locator(":focus").fill(day);
    page.locator("[data-field=doneBy]").fill(day);
    page.keyboard().press("Control+Enter");
    page.waitForURL(MATTER);
    page.waitForSelector(".diagram .here");
    assertThat(page.locator(".head h1")).containsText("路灯" + city.mark);
    check(page, "matter");
  }

  /** Reports the work as done, with the proof that is asked. */
  private void report(Page page) {
    page.keyboard().press("2");
    page.waitForSelector(".el-dialog textarea:focus");
    page.keyboard().type("十二盏路灯已换");
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".el-dialog .wrong")).hasCount(2);
    check(page, "act without its proof");
    for (String kind : List.of("photo", "document")) {
      page.locator(".el-dialog [data-proof=" + kind + "]")
          .setInputFiles(new FilePayload(kind + ".png", "image/png", DOT));
      page.waitForSelector(".el-dialog .thumb:has-text('" + kind + ".png')");
    }
    page.keyboard().press("Control+Enter");
    assertThat(page.locator(".head .state")).hasText("待确认");
    page.waitForSelector(".el-dialog", hidden());
  }

  /** The screens around the matter, in the light theme, and the proof of a due date. */
  private void look(Page page, String matter) {
    page.evaluate("localStorage.setItem('tocsin.theme', 'light')");
    page.navigate(matter);
    page.waitForSelector(".diagram .here");
    page.locator("button:has-text('为何这天到期')").first().click();
    page.waitForSelector(".el-dialog .reckoning tfoot");
    check(page, "proof of a due date");
    page.keyboard().press("Escape");
    page.waitForSelector(".el-dialog", hidden());
    check(page, "light matter");
    for (String path :
        List.of("/inbox?view=below&state=closed", "/kinds", "/kinds/hazard-notice")) {
      page.navigate(browser.url(path));
      page.waitForSelector(".card, tbody tr");
      check(page, "light " + path);
    }
    page.navigate(matter + "/print");
    page.waitForSelector(".sheet .lines tr");
    check(page, "print");
  }

  private static Page.LocatorOptions has(String text) {
    return new Page.LocatorOptions().setHasText(text);
  }

  private static com.microsoft.playwright.Keyboard focus(Page page, String field) {
    page.locator(field).first().focus();
    return page.keyboard();
  }

  private static Page.WaitForSelectorOptions hidden() {
    return new Page.WaitForSelectorOptions()
        .setState(com.microsoft.playwright.options.WaitForSelectorState.HIDDEN);
  }

  private void check(Page page, String screen) {
    List<String> found = axe.serious(page);
    if (!found.isEmpty()) {
      findings.put(screen, found);
    }
  }
}
