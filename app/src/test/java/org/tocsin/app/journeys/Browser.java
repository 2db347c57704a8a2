package org.tocsin.app.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;

/**
 * A real browser with as many separate windows (each its own cookies) as a test wants; what scripts
 * complain of is kept.
 */
final class Browser implements AutoCloseable {
  private static final List<String> PLACES =
      List.of("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");

  final List<String> complaints = new ArrayList<>();
  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;
  private final String base;

  Browser(int port) {
    base = "http://localhost:" + port;
    String program =
        PLACES.stream().filter(p -> Files.isExecutable(Path.of(p))).findFirst().orElse(null);
    Assumptions.assumeTrue(
        program != null, "no Chromium on this machine; ./tocsin test installs it where it may");
    Assumptions.assumeTrue(
        Browser.class.getResource("/static/index.html") != null,
        "the web client is not built; ./tocsin test builds it");
    playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    browser =
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(Path.of(String.valueOf(program)))
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run")));
  }

  /** A window of its own, signed in, on the board. */
  Page signedIn(String name, String password) {
    return signedIn(name, password, base, "zh-CN");
  }

  /** The same over another way to the server, or in another language (zh-CN or en). */
  Page signedIn(String name, String password, String way, String language) {
    Page page = window(language);
    page.navigate(way + "/");
    signIn(page, name, password);
    return page;
  }

  /** An empty window of its own with 1440 by 900 pixels that speaks this language. */
  Page window(String language) {
    BrowserContext context =
        browser.newContext(
            new com.microsoft.playwright.Browser.NewContextOptions()
                .setViewportSize(1440, 900)
                .setLocale(language));
    context.addInitScript(
        "if (!localStorage.getItem('tocsin.locale')) localStorage.setItem('tocsin.locale', '"
            + language
            + "')");
    Page page = context.newPage();
    page.onPageError(complaints::add);
    page.onConsoleMessage(
        message -> {
          if (message.text().contains("Content Security Policy")) {
            complaints.add(message.text());
          }
        });
    return page;
  }

  /** Fills the sign-in form by keyboard. */
  static void signIn(Page page, String name, String password) {
    page.waitForSelector("input[autocomplete=username]");
    page.locator("input[autocomplete=username]").focus();
    page.keyboard().type(name);
    page.keyboard().press("Tab");
    page.keyboard().type(password);
    page.keyboard().press("Enter");
    page.waitForSelector(
        "input[autocomplete=username]",
        new Page.WaitForSelectorOptions()
            .setState(com.microsoft.playwright.options.WaitForSelectorState.DETACHED));
  }

  String url(String path) {
    return base + path;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
    assertThat(complaints).as("what scripts complained of").isEmpty();
  }
}
