package org.tocsin.app.foundation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A refusal names what it is about in the reader's language. */
class ProblemTextsTest {
  private static final Pattern NAMED =
      Pattern.compile(
          "(?:notFound|stale)\\(\\s*\"([a-z _-]+)\"|Params\\.id\\([^,]+, \"([a-z -]+)\"");
  private final ProblemTexts texts = new ProblemTexts();

  @Test
  void everyKindOfThingHasAChineseName() throws IOException {
    Set<String> things = new TreeSet<>();
    try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        Matcher found = NAMED.matcher(Files.readString(file));
        while (found.find()) {
          things.add(found.group(1) == null ? found.group(2) : found.group(1));
        }
      }
    }
    assertThat(things).hasSizeGreaterThan(15).contains("incident", "event file", "duty_shift");
    assertThat(things)
        .allSatisfy(
            thing ->
                assertThat(texts.details(Problem.notFound(thing, "7"), Locale.CHINA).getDetail())
                    .as(thing)
                    .doesNotContainPattern("[A-Za-z]"));
  }

  @Test
  void englishKeepsTheNameThatTheCodeHas() {
    assertThat(texts.details(Problem.notFound("event file", "7"), Locale.ENGLISH).getDetail())
        .contains("no event file 7");
    assertThat(texts.details(Problem.notFound("duty_shift", "7"), Locale.ENGLISH).getDetail())
        .contains("no shift 7");
  }
}
