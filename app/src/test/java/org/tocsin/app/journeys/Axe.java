package org.tocsin.app.journeys;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;

/**
 * The axe checker, laid into a page: what it finds serious or critical by WCAG 2.2 A and AA. The
 * watermark of a drill is left out: it is decoration, faint on purpose, and hidden from readers.
 */
final class Axe {
  private static final Path PROGRAM = Path.of("../web/node_modules/axe-core/axe.min.js");
  private static final String RUN =
      "async () => { const found = await axe.run({ exclude: ['[data-drill]'] }, { runOnly: ['wcag2a', 'wcag2aa',"
          + " 'wcag21a', 'wcag21aa', 'wcag22aa'], resultTypes: ['violations'] }); return"
          + " found.violations.filter(one => ['serious', 'critical'].includes(one.impact))"
          + ".flatMap(one => one.nodes.map(node => one.id + ' | ' + node.target.join(' ') + ' | '"
          + " + (node.any[0]?.message ?? node.all[0]?.message ?? node.none[0]?.message ?? one.help)"
          + " + ' | ' + node.html.slice(0, 160))) }";
  private final String source;

  Axe() {
    Assumptions.assumeTrue(
        Files.exists(PROGRAM), "axe is not there; ./tocsin test brings it with the web client");
    try {
      source = Files.readString(PROGRAM);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Rule, element and reason of each finding; empty when all is well. */
  @SuppressWarnings("unchecked") // what the page answers is a list of strings
  List<String> serious(Page page) {
    if (!Boolean.TRUE.equals(page.evaluate("typeof axe === 'object'"))) {
      page.evaluate(source + "; true");
    }
    return (List<String>) page.evaluate(RUN);
  }
}
