package org.tocsin.app.journeys;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import java.util.regex.Pattern;

/**
 * A dispatcher's hands on the keyboard. Nothing here touches the mouse: what cannot be reached by
 * keys cannot be done.
 */
final class Seat {
  private static final Pattern INCIDENT = Pattern.compile(".*/incident/[0-9a-f-]+$");
  private final Page page;

  Seat(Page page) {
    this.page = page;
  }

  Page page() {
    return page;
  }

  /** One key or chord, as Playwright names them. */
  Seat press(String... keys) {
    for (String key : keys) {
      page.keyboard().press(key);
    }
    return this;
  }

  Seat type(String words) {
    page.keyboard().type(words);
    return this;
  }

  /** Answers the oldest ringing call; the form has the keyboard at the place. */
  Seat answer() {
    page.waitForSelector(".call.ringing");
    press("a");
    page.waitForURL(Pattern.compile(".*/call/[0-9a-f-]+$"));
    return form();
  }

  /** Enters a call that no switch announced. */
  Seat newCall(String number) {
    press("n");
    page.waitForURL("**/call/new");
    page.waitForSelector("input.big:focus");
    type(number).press("Enter");
    page.waitForURL(Pattern.compile(".*/call/[0-9a-f-]{36}$"));
    return form();
  }

  private Seat form() {
    page.waitForSelector("#narrative");
    page.waitForSelector("section.form .suggest input:focus");
    return this;
  }

  /** Place by coordinates, type by code; each Enter goes on, and the keyboard ends at the story. */
  Seat what(double lat, double lon, String type) {
    type("%.5f, %.5f".formatted(lat, lon));
    page.waitForSelector("section.form [role=option]:visible");
    press("Enter");
    type(type);
    page.waitForSelector("section.form [role=option]:has-text('" + type + "'):visible");
    press("Enter");
    page.waitForSelector("#narrative:focus");
    return this;
  }

  /** Makes the incident; its id. */
  String accept() {
    press("Control+Enter");
    page.waitForURL(INCIDENT);
    page.waitForSelector("article.incident");
    return page.url().replaceAll(".*/", "");
  }

  /** Joins the first likely incident; its id. */
  String join() {
    page.waitForSelector(".likely li");
    press("Alt+j");
    page.waitForURL(INCIDENT);
    page.waitForSelector("article.incident");
    return page.url().replaceAll(".*/", "");
  }

  /** Runs one line, having read what it will do; waits until it says what it did. */
  String command(String line) {
    press("/");
    page.waitForSelector("#command-line:focus");
    type(line);
    Locator preview = page.locator("#command-preview .ready b");
    assertThat(preview).isVisible();
    String told = preview.innerText();
    press("Enter");
    assertThat(page.locator("#command-preview .done"))
        .isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(15_000));
    press("Escape");
    return told;
  }

  /** What the line says is wrong with this; nothing is run. */
  String refused(String line) {
    press("/");
    page.waitForSelector("#command-line:focus");
    type(line);
    press("Enter");
    String told = page.locator("#command-preview .trouble").innerText();
    press("Escape", "Escape");
    return told;
  }
}
